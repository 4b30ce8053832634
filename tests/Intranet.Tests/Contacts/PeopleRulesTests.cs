using Intranet.Contacts;

namespace Intranet.Tests.Contacts;

public sealed class PeopleRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Duplicates_are_the_same_name_in_any_order_or_the_same_mail()
    {
        var groups = Duplicates.Groups(
        [
            new(1, "Élodie", "Dubois-Roy", ""), new(2, "DUBOIS ROY", "elodie", ""), new(3, "Paul", "Durand", "p.durand@justice.example"),
            new(4, "P.", "Durand", "P.Durand@justice.example"), new(5, "Paul", "Durant", ""), new(6, "Seule", "Ici", ""),
        ]);
        Assert.Equal([[1, 2], [3, 4]], groups.Select(g => g.Select(p => p.Id).ToArray()));
    }

    [Fact]
    public void Name_and_mail_together_make_one_group()
        => Assert.Equal([1, 2, 3], Duplicates.Groups([new(1, "Paul", "Durand", "a@b.example"), new(2, "Paul", "Durand", "c@d.example"), new(3, "P.", "Durand", "c@d.example")]).Single().Select(p => p.Id));

    [Theory]
    [InlineData(2023, 11, 20, true)]
    [InlineData(2023, 11, 21, false)]
    [InlineData(2024, 1, 1, false)]
    public void Erasure_comes_after_the_delay_not_on_its_last_day(int year, int month, int day, bool due)
        => Assert.Equal(due, PersonErasure.IsDue(new(year, month, day), 36, Today));

    [Fact]
    public void The_last_day_is_the_departure_or_the_last_end_and_unknown_while_somebody_is_there()
    {
        Assert.Equal(new(2020, 1, 1), PersonErasure.LastDay(new(2020, 1, 1), [null]));
        Assert.Equal(new(2021, 1, 1), PersonErasure.LastDay(null, [new(2020, 1, 1), new(2021, 1, 1)]));
        Assert.Null(PersonErasure.LastDay(null, [new(2020, 1, 1), null]));
        Assert.Null(PersonErasure.LastDay(null, []));
        Assert.False(PersonErasure.IsDue(null, 36, Today));
    }

    [Fact]
    public void A_substitute_who_leaves_keeps_days_gone_and_the_rest_goes_to_the_successor()
    {
        var person = new Person("Alix", "Absente", "essai");
        person.BeAway(Today.AddDays(-5), Today.AddDays(5), 12);
        person.BeAway(Today.AddDays(10), Today.AddDays(12), 12);
        person.ChangeSubstitute(12, 13, Today);
        Assert.Equal([(Today, (int?)12), (Today.AddDays(5), 13), (Today.AddDays(12), 13)], person.Absences.OrderBy(a => a.From).Select(a => (a.To, a.SubstituteId)));
    }
}
