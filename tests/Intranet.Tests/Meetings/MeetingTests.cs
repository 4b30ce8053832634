using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class MeetingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Meeting Planned(DateOnly on)
    {
        var meeting = new Meeting("Rencontre annuelle", 1, MeetingMode.AtOurs, on);
        meeting.Announce(on);
        return meeting;
    }

    [Fact]
    public void LifeOfAMeeting()
    {
        var meeting = Planned(Today);
        Assert.Equal(MeetingState.Planned, meeting.State);
        Assert.Throws<BrokenRuleException>(() => meeting.Close(Today, "Karim Lebrun", []));
        meeting.Hold(Today);
        Assert.Equal(MeetingState.Held, meeting.State);
        meeting.Close(Today, "Karim Lebrun", [5]);
        Assert.Equal(MeetingState.Closed, meeting.State);
        Assert.Contains(meeting.Subject.Links, l => l.Role == LinkRole.Met && l.ToId == 5);
    }

    [Fact]
    public void AMonthThatGetsADayIsKnown()
    {
        var meeting = new Meeting("Rencontre annuelle", 1, MeetingMode.AtOurs, Today, isApproximate: true);
        Assert.Equal((true, 1), (meeting.IsApproximate, meeting.On.Day));
        meeting.Move(Today.AddDays(40));
        Assert.Equal((false, Today.AddDays(40)), (meeting.IsApproximate, meeting.On));
    }

    [Fact]
    public void TheFutureIsNotHeld() => Assert.Throws<BrokenRuleException>(() => Planned(Today.AddDays(1)).Hold(Today));

    [Fact]
    public void ClosedMeetingIsFrozen()
    {
        var meeting = Planned(Today);
        meeting.Hold(Today);
        meeting.Close(Today, "Karim Lebrun", []);
        Assert.Throws<BrokenRuleException>(() => meeting.Note("autre"));
        Assert.Throws<BrokenRuleException>(() => meeting.Cancel(Today, "erreur"));
        Assert.Throws<BrokenRuleException>(() => meeting.Gather([]));
    }

    [Fact]
    public void ApproximateDateIsTheFirstOfItsMonth()
        => Assert.Equal(new DateOnly(2024, 6, 1), new Meeting("Ancienne", 1, MeetingMode.AtTheirs, new(2024, 6, 17), isApproximate: true).On);
}
