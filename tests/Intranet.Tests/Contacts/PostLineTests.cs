using Intranet.Contacts;

namespace Intranet.Tests.Contacts;

public sealed class PostLineTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly DateOnly LongAgo = new(2024, 1, 1);
    private const int Post = 1, Above = 2, Top = 3;
    private const int Claire = 11, Thomas = 12, Nadia = 13;

    [Fact]
    public void The_holder_answers_and_nothing_is_said()
    {
        var answer = Line([Held(Post, "Coordination", By(Claire))], Present(Claire)).Answer(Post);
        Assert.Equal(new PostAnswer(Post, Post, Claire, "Claire Mazères", ""), answer);
    }

    [Fact]
    public void Vacant_goes_one_level_up_and_says_since_when()
    {
        var answer = Line([Held(Post, "Coordination", Above, By(Claire, LongAgo, new(2026, 8, 31))), Held(Above, "Direction", By(Thomas))], Present(Claire), Present(Thomas)).Answer(Post);
        Assert.Equal((Thomas, Above), (answer.PersonId, answer.AnsweringPostId));
        Assert.Equal("Poste vacant depuis le 01/09/2026, adressé à Thomas Aubriet (Direction).", answer.Sentence);
    }

    [Fact]
    public void Two_vacant_levels_reach_the_third()
    {
        var answer = Line([Held(Post, "A", Above), Held(Above, "B", Top), Held(Top, "Direction", By(Nadia))], Present(Nadia)).Answer(Post);
        Assert.Equal(Nadia, answer.PersonId);
        Assert.Equal("Poste sans titulaire connu, adressé à Nadia Brunel (Direction).", answer.Sentence);
    }

    [Fact]
    public void A_substitute_answers_for_an_absent_holder()
    {
        var answer = Line([Held(Post, "Coordination", Above, By(Claire)), Held(Above, "Direction", By(Nadia))], Away(Claire, Thomas), Present(Thomas), Present(Nadia)).Answer(Post);
        Assert.Equal((Thomas, Post), (answer.PersonId, answer.AnsweringPostId));
        Assert.Equal("Absence de Claire Mazères jusqu’au 30/11/2026, adressé à Thomas Aubriet en remplacement.", answer.Sentence);
    }

    [Fact]
    public void An_absence_without_substitute_goes_up()
    {
        var answer = Line([Held(Post, "Coordination", Above, By(Claire)), Held(Above, "Direction", By(Nadia))], Away(Claire, null), Present(Nadia)).Answer(Post);
        Assert.Equal(Nadia, answer.PersonId);
        Assert.Equal("Absence de Claire Mazères jusqu’au 30/11/2026, sans remplacement disponible, adressé à Nadia Brunel (Direction).", answer.Sentence);
    }

    [Fact]
    public void A_substitute_who_is_absent_too_goes_up()
    {
        var answer = Line([Held(Post, "Coordination", Above, By(Claire)), Held(Above, "Direction", By(Nadia))], Away(Claire, Thomas), Away(Thomas, Nadia), Present(Nadia)).Answer(Post);
        Assert.Equal((Nadia, Above), (answer.PersonId, answer.AnsweringPostId));
    }

    [Fact]
    public void A_substitute_who_has_left_does_not_answer()
    {
        var answer = Line([Held(Post, "Coordination", By(Claire))], Away(Claire, Thomas), Present(Thomas) with { DepartedOn = Day.AddDays(-1) }).Answer(Post);
        Assert.False(answer.IsAnswered);
        Assert.EndsWith("sans personne au-dessus qui puisse répondre.", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_holders_the_first_by_date_answers_then_the_next()
    {
        LinePost[] posts = [Held(Post, "Coordination", By(Thomas, new(2025, 1, 1)), By(Claire))];
        Assert.Equal(Claire, Line(posts, Present(Claire), Present(Thomas)).Answer(Post).PersonId);
        Assert.Equal(Thomas, Line(posts, Away(Claire, null), Present(Thomas)).Answer(Post).PersonId);
    }

    [Fact]
    public void A_circle_of_vacant_posts_ends()
    {
        var answer = Line([Held(Post, "A", Above), Held(Above, "B", Post)]).Answer(Post);
        Assert.False(answer.IsAnswered);
        Assert.Null(answer.PersonId);
    }

    [Fact]
    public void A_service_line_answers_by_itself_and_is_never_vacant()
    {
        var line = new LinePost(Post, "Permanence CPIP", Above, true, null, []);
        Assert.Equal(new PostAnswer(Post, Post, null, null, ""), Line([line, Held(Above, "B", By(Claire))], Present(Claire)).Answer(Post));
    }

    [Fact]
    public void A_vacant_post_under_a_service_line_is_answered_by_the_line()
    {
        var answer = Line([Held(Post, "CPIP référent", Above), new LinePost(Above, "Permanence CPIP", null, true, null, [])]).Answer(Post);
        Assert.Equal((Above, (int?)null), (answer.AnsweringPostId!.Value, answer.PersonId));
        Assert.Contains("adressé à la ligne « Permanence CPIP »", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_last_day_the_person_still_answers_and_the_day_after_the_post_is_vacant()
    {
        LinePost[] posts = [Held(Post, "Coordination", By(Claire, LongAgo, Day))];
        var leaving = Present(Claire) with { DepartedOn = Day };
        Assert.Equal(Claire, new PostLine(Day, posts, [leaving]).Answer(Post).PersonId);
        Assert.StartsWith("Poste vacant depuis le 22/11/2026", new PostLine(Day.AddDays(1), posts, [leaving]).Answer(Post).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_departure_ends_a_holding_left_open()
    {
        var answer = Line([Held(Post, "Coordination", By(Claire))], Present(Claire) with { DepartedOn = Day.AddDays(-3) }).Answer(Post);
        Assert.StartsWith("Poste vacant depuis le 19/11/2026", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_post_is_said_to_be()
    {
        var post = Held(Post, "Coordination", Above, By(Claire)) with { ClosedOn = Day.AddDays(-1) };
        Assert.Equal("Poste supprimé le 20/11/2026, adressé à Nadia Brunel (Direction).", Line([post, Held(Above, "Direction", By(Nadia))], Present(Claire), Present(Nadia)).Answer(Post).Sentence);
    }

    private static PostLine Line(LinePost[] posts, params LinePerson[] people) => new(Day, posts, people);

    private static LinePost Held(int id, string title, params LineHolding[] holdings) => new(id, title, null, false, null, holdings);

    private static LinePost Held(int id, string title, int superior, params LineHolding[] holdings) => new(id, title, superior, false, null, holdings);

    private static LineHolding By(int person, DateOnly? from = null, DateOnly? to = null) => new(person, from ?? LongAgo, to);

    private static LinePerson Present(int id) => new(id, id switch { Claire => "Claire Mazères", Thomas => "Thomas Aubriet", _ => "Nadia Brunel" }, null, []);

    private static LinePerson Away(int id, int? substitute) => Present(id) with { Absences = [new LineAbsence(Day, new(2026, 11, 30), substitute)] };
}
