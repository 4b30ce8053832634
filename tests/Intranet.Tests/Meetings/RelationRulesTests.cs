using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class RelationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("2026-09-01", null, null, nameof(FirstContactState.Late), "2026-10-31")]
    [InlineData("2026-09-22", null, null, nameof(FirstContactState.ToMake), "2026-11-21")]
    [InlineData("2026-09-21", null, null, nameof(FirstContactState.Late), "2026-11-20")]
    [InlineData("2026-09-01", null, "2026-11-15", nameof(FirstContactState.Made), "2026-10-31")]
    [InlineData("2026-01-05", "2026-10-01", null, nameof(FirstContactState.ToMake), "2026-11-30")]
    [InlineData("2026-09-01", "2020-01-01", null, nameof(FirstContactState.Late), "2026-10-31")]
    public void A_new_person_is_met_within_sixty_days_of_the_arrival_or_of_following(string from, string? followed, string? met, string state, string due)
        => Assert.Equal(new FirstContact(Enum.Parse<FirstContactState>(state), DateOnly.Parse(due)), FirstContact.Of(DateOnly.Parse(from), followed is null ? null : DateOnly.Parse(followed), met is null ? null : DateOnly.Parse(met), Today));

    private static CoveredPartner Partner(int id, string departments, params string[] met) => new()
    {
        Id = id,
        Name = $"P{id}",
        KindCode = "spip",
        Kind = "SPIP",
        KindOrder = 1,
        Departments = departments,
        OwnerPostId = 7,
        OwnerPost = "Coordination",
        Holder = null,
        EstablishmentId = 3,
        EstablishmentKind = "CHRS",
        Establishment = "La Traverse",
        FollowedOn = new(2025, 1, 1),
        WishedMonths = 12,
        MaximumMonths = 12,
        Solicited = null,
        Met = [.. met.Select(DateOnly.Parse)],
    };

    private static readonly CoverageBook Book = new(
    [
        Partner(1, "|93|", "2025-06-01", "2026-06-01"), Partner(2, "|93|75|", "2026-01-10"), Partner(3, "|75|", "2025-03-01"), Partner(4, "|75|"),
    ], Today);

    [Fact]
    public void Coverage_is_up_to_date_and_upcoming_over_followed()
    {
        var count = CoverageCount.Of(Book.All, Today);
        Assert.Equal(new CoverageCount(1, 1, 1, 1), count);
        Assert.Equal(0.5, count.Share);
        Assert.Null(CoverageCount.Of([], Today).Share);
    }

    [Fact]
    public void A_partner_of_two_departments_stands_in_both_and_once_in_the_total()
    {
        var groups = Book.By(CoverageBy.Department, Book.All).ToDictionary(g => g.Key, g => g.Count);
        Assert.Equal((2, 3), (groups["93"].Followed, groups["75"].Followed));
        Assert.Equal(4, CoverageCount.Of(Book.All, Today).Followed);
        Assert.Equal("Coordination (poste vacant)", Assert.Single(Book.By(CoverageBy.Owner, Book.All)).Label);
    }

    [Fact]
    public void The_past_counts_what_was_known_then()
    {
        var past = Book.Past(Book.All);
        Assert.Equal((CoverageBook.Months, Today), (past.Count, past[^1].Day));
        Assert.Equal(0, past[0].Count.Followed);
        // At the end of February 2026 the first is due in 93 days, the second in ten months, the third the day after.
        var february = past.Single(m => m.Day == new DateOnly(2026, 2, 28)).Count;
        Assert.Equal(new CoverageCount(2, 1, 0, 1), february);
        Assert.Equal(1, past.Single(m => m.Day == new DateOnly(2026, 3, 31)).Count.Late);
    }

    [Fact]
    public void Those_who_wait_are_listed_from_the_longest()
        => Assert.Equal([4, 3], Book.Waiting(Book.All).Select(p => p.Id));

    private static readonly MeetingKind Annual = new("annual", "Rencontre annuelle", 1, counts: true);

    private static Meeting Gone(PostLevel level)
    {
        var meeting = new Meeting("Rencontre", 1, MeetingMode.Video, Today.AddDays(-10));
        typeof(Meeting).GetProperty(nameof(Meeting.Kind))!.SetValue(meeting, Annual);
        var (ours, theirs) = (Post.AtEstablishment(1, "Ici", PostLevel.Management), Post.AtPartner(9, "Là-bas", level));
        meeting.Gather([new MeetingParticipant(ours.Appoint(1, new(2020, 1, 1)), ours, "Rémi", Attendance.Present), new MeetingParticipant(theirs.Appoint(2, new(2020, 1, 1)), theirs, "Claire", Attendance.Present)]);
        return meeting;
    }

    private static string Why(Meeting meeting) => WaitingFacts.Why(meeting, new CountedPartner(9, "SPIP 93", PostLevel.Management));

    [Fact]
    public void The_reason_is_that_of_the_state_then_that_of_the_rule()
    {
        var cancelled = Gone(PostLevel.Institution);
        cancelled.Cancel(Today, "");
        Assert.Contains("annulée", Why(cancelled));
        var planned = Gone(PostLevel.Institution);
        planned.Announce(Today);
        Assert.Contains("ne s’est pas tenue", Why(planned));
        var held = Gone(PostLevel.Institution);
        held.Hold(Today);
        Assert.Contains("pas encore close", Why(held));
        var low = Gone(PostLevel.Field);
        low.Hold(Today);
        low.Close(Today, "essai", []);
        Assert.Contains("terrain", Why(low));
    }

    [Fact]
    public void An_answer_is_dated_between_the_invitation_and_today()
    {
        var asked = new Solicitation(1, Today.AddDays(-10), "Courriel", "", "essai");
        Assert.Throws<BrokenRuleException>(() => asked.Answered(SolicitationAnswer.Refused, Today.AddDays(-11), "", Today));
        Assert.Throws<BrokenRuleException>(() => asked.Answered(SolicitationAnswer.Refused, null, "", Today));
        asked.Answered(SolicitationAnswer.Refused, Today, " Travaux ", Today);
        Assert.Equal(("Travaux", (DateOnly?)Today), (asked.Reason, asked.AnsweredOn));
        asked.Answered(SolicitationAnswer.None, Today, "", Today);
        Assert.Null(asked.AnsweredOn);
    }
}
