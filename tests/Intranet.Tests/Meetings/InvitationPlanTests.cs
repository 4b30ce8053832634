using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class InvitationPlanTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guest Claire = new("claire@spip.exemple", "Claire Mazères", 1);
    private static readonly Guest Paul = new("paul@tj.exemple", "Paul Astruc", 2);

    private static MeetingInvitation Told(Guest guest, bool isCancelled = false)
    {
        var invitation = new MeetingInvitation(1, guest.Email, guest.Name, guest.PersonId);
        invitation.Sent(0, isCancelled, Now);
        return invitation;
    }

    private static string Plan(IEnumerable<Guest> guests, MeetingInvitation[] known, bool isChanged)
        => string.Join(' ', InvitationPlan.Of(guests, known, isChanged).Select(s => $"{s.Method}:{s.Guest.Email.Split('@')[0]}{(s.IsChange && s.Method == CalendarMethod.Request ? "*" : "")}"));

    [Fact]
    public void Everybody_is_invited_at_first() => Assert.Equal("Request:claire Request:paul", Plan([Claire, Paul], [], isChanged: true));

    [Fact]
    public void Nothing_changed_tells_nobody() => Assert.Equal("", Plan([Claire, Paul], [Told(Claire), Told(Paul)], isChanged: false));

    [Fact]
    public void A_change_tells_all_that_it_is_one() => Assert.Equal("Request:claire* Request:paul*", Plan([Claire, Paul], [Told(Claire), Told(Paul)], isChanged: true));

    [Fact]
    public void Who_comes_and_goes_is_told_alone() => Assert.Equal("Request:paul Cancel:claire", Plan([Paul], [Told(Claire)], isChanged: false));

    [Fact]
    public void Who_comes_back_is_invited_again() => Assert.Equal("Request:claire", Plan([Claire], [Told(Claire, isCancelled: true)], isChanged: false));

    [Fact]
    public void Off_cancels_for_all_once()
    {
        Assert.Equal("Cancel:claire Cancel:paul", Plan([], [Told(Claire), Told(Paul)], isChanged: true));
        Assert.Equal("", Plan([], [Told(Claire, isCancelled: true)], isChanged: true));
    }

    [Fact]
    public void Excused_is_left_in_peace() => Assert.Equal("", Plan([Claire with { IsExcused = true }], [Told(Claire)], isChanged: true));

    [Fact]
    public void One_mailbox_one_letter_and_no_address_none()
        => Assert.Equal("Request:claire", Plan([Claire, Claire with { Email = "Claire@SPIP.exemple ", Name = "Permanence" }, new Guest("", "Sans courriel", 3)], [], isChanged: true));
}
