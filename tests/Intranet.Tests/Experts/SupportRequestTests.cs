using Intranet.Experts;
using Intranet.Shared;

namespace Intranet.Tests.Experts;

/// <summary>What may happen to a request, and the state that follows.</summary>
public sealed class SupportRequestTests
{
    private static readonly DateOnly Day = new(2026, 11, 18);
    private static readonly DateTime At = new(2026, 11, 18, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nobody_asked_is_the_basket_and_so_is_nobody_left()
    {
        var request = New();
        Assert.Equal(RequestState.Basket, request.StateOn(Day));
        var (one, two) = (Ask(request, 1), Ask(request, 2));
        Assert.Equal(RequestState.Waiting, request.StateOn(Day));
        request.Decline(one, "Pas mon public", Day);
        Assert.Equal(RequestState.Waiting, request.StateOn(Day));
        request.Decline(two, "En congé", Day);
        Assert.Equal(RequestState.Basket, request.StateOn(Day));
        Ask(request, 1);
        Assert.Equal(RequestState.Waiting, request.StateOn(Day));
    }

    [Fact]
    public void The_first_who_takes_it_releases_the_others()
    {
        var request = New();
        var (one, two, three) = (Ask(request, 1), Ask(request, 2), Ask(request, 3));
        request.Decline(three, "Non", Day);
        Assert.Equal([two], request.Take(one, Day));
        Assert.Equal((ExpertAnswer.Taken, ExpertAnswer.Released, ExpertAnswer.Declined), (one.Answer, two.Answer, three.Answer));
        Assert.Equal(RequestState.Taken, request.StateOn(Day));
        Assert.Throws<BrokenRuleException>(() => request.Take(two, Day));
        Assert.Throws<BrokenRuleException>(() => request.Decline(two, "Tard", Day));
        Assert.Throws<BrokenRuleException>(() => request.Take(one, Day));
    }

    [Fact]
    public void Who_takes_it_may_still_give_it_back_with_a_reason()
    {
        var request = New();
        var one = Ask(request, 1);
        request.Take(one, Day);
        Assert.Throws<BrokenRuleException>(() => request.Decline(one, " ", Day));
        request.Decline(one, "Finalement non", Day);
        Assert.Equal(RequestState.Basket, request.StateOn(Day));
    }

    [Fact]
    public void Answering_takes_it_and_what_is_answered_is_declined_no_more()
    {
        var request = New();
        var (one, two) = (Ask(request, 1), Ask(request, 2));
        Assert.Equal([two], request.Reply(one, MessageKind.Call, "Au téléphone.", 7, "Ève", At, Day));
        Assert.Equal(RequestState.Answered, request.StateOn(Day));
        Assert.Empty(request.Reply(one, MessageKind.Answer, "Et par écrit.", 7, "Ève", At, Day.AddDays(1)));
        Assert.Equal(Day, one.AnsweredOn);
        Assert.Equal(2, request.Messages.Count);
        Assert.Throws<BrokenRuleException>(() => request.Decline(one, "Trop tard", Day));
        Assert.Throws<BrokenRuleException>(() => request.Reply(two, MessageKind.Answer, "Moi aussi", 8, "Ana", At, Day));
    }

    [Fact]
    public void Nobody_is_asked_twice_at_once()
    {
        var request = New();
        var one = Ask(request, 1);
        Assert.Throws<BrokenRuleException>(() => Ask(request, 1));
        request.Decline(one, "Non", Day);
        Assert.NotSame(one, Ask(request, 1));
    }

    [Fact]
    public void What_is_closed_or_taken_back_changes_no_more_until_reopened()
    {
        var request = New();
        var one = Ask(request, 1);
        request.Close(true, "Très clair", Day);
        Assert.Equal((RequestState.Closed, (bool?)true), (request.StateOn(Day), request.Helped));
        Assert.Throws<BrokenRuleException>(() => request.Take(one, Day));
        Assert.Throws<BrokenRuleException>(() => request.Say(MessageKind.Message, "Un mot", 1, "Alix", At));
        Assert.Throws<BrokenRuleException>(() => request.Close(null, "", Day));
        request.Reopen();
        Assert.Throws<BrokenRuleException>(request.Reopen);
        request.Take(one, Day);
        var other = New();
        var waiting = Ask(other, 1);
        other.Cancel(Day);
        Assert.Equal((RequestState.Cancelled, ExpertAnswer.Released), (other.StateOn(Day), waiting.Answer));
        Assert.Throws<BrokenRuleException>(() => other.Cancel(Day));
        Assert.Throws<BrokenRuleException>(() => Ask(other, 2));
    }

    [Fact]
    public void Forty_five_working_days_without_answer_are_given_up_once()
    {
        var request = New();
        Ask(request, 1);
        var end = WorkingDays.Add(Day, SupportRequest.GivenUpAfter);
        Assert.Equal(RequestState.Waiting, request.StateOn(end.AddDays(-1)));
        Assert.Throws<BrokenRuleException>(() => request.GiveUp(end.AddDays(-1)));
        Assert.Equal(RequestState.GivenUp, request.StateOn(end));
        request.GiveUp(end);
        Assert.Throws<BrokenRuleException>(() => request.GiveUp(end));
        Assert.Equal(RequestState.GivenUp, request.StateOn(end.AddDays(1)));

        var answered = New();
        answered.Reply(Ask(answered, 1), MessageKind.Answer, "Voilà", 7, "Ève", At, Day);
        Assert.Equal(RequestState.Answered, answered.StateOn(end.AddYears(1)));
    }

    [Fact]
    public void The_last_day_given_up_is_the_inverse_of_the_working_days()
    {
        for (var today = new DateOnly(2026, 1, 1); today < new DateOnly(2027, 1, 1); today = today.AddDays(1))
        {
            var last = RequestStates.LastGivenUp(today);
            Assert.True(RequestStates.GivenUpOn(last) <= today && RequestStates.GivenUpOn(last.AddDays(1)) > today, $"{today}: {last}");
        }
    }

    [Fact]
    public void A_question_is_asked_and_a_mention_made_once()
    {
        Assert.Throws<BrokenRuleException>(() => new SupportRequest(1, 2, 3, "  ", At, Day));
        var request = New();
        Assert.Null(request.Mention(1, "Alix", Day));
        Assert.NotNull(request.Mention(9, "Alix", Day));
        Assert.Null(request.Mention(9, "Alix", Day));
    }

    private static SupportRequest New() => new(1, 2, 3, "Une question", At, Day);

    private static RequestedExpert Ask(SupportRequest request, int expert) => request.Ask(expert, "essai", ChosenBy.Routing, At, Day);
}
