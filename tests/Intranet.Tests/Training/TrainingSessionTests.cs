using Intranet.Shared;
using Intranet.Training;

namespace Intranet.Tests.Training;

public sealed class TrainingSessionTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateOnly Day = new(2026, 12, 10);
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Seats_go_first_come_first_served_and_the_others_wait_in_order()
    {
        var session = Planned(capacity: 2);
        var people = Enumerable.Range(1, 4).Select(i => session.Enrol(Enrolment.Of(i, "Essai", Now.AddMinutes(i)), null, Now.AddMinutes(i), Today)).ToList();
        Assert.Equal([EnrolmentState.Seated, EnrolmentState.Seated, EnrolmentState.Waiting, EnrolmentState.Waiting], people.Select(p => p.State));
        Assert.Equal([null, null, 1, 2], people.Select(session.WaitingPlace));
        Assert.Equal((2, 0), (session.SeatsTaken, session.SeatsLeft));

        // Who gives a seat back lets the first of the list up, and only them.
        var up = session.Withdraw(people[0], Today, "Empêchement", Now.AddHours(1));
        Assert.Equal([people[2]], up);
        Assert.Equal(1, session.WaitingPlace(people[3]));
        Assert.Empty(session.Withdraw(people[3], Today, "", Now.AddHours(2)));
        Assert.Equal(EnrolmentState.Withdrawn, people[0].State);
    }

    [Fact]
    public void Nobody_enrols_twice_but_may_come_back()
    {
        var session = Planned();
        var who = session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today);
        Assert.Throws<BrokenRuleException>(() => session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today));
        session.Withdraw(who, Today, "", Now);
        Assert.True(session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today).IsSeated);
        session.Enrol(Enrolment.Guest("Ana Lopes", "CPIP", "ana@exemple.fr", "SPIP", null, Now), null, Now, Today);
        Assert.Throws<BrokenRuleException>(() => session.Enrol(Enrolment.Guest("A. Lopes", "", "ANA@exemple.fr", "SPIP", null, Now), null, Now, Today));
    }

    [Fact]
    public void More_seats_move_the_list_up_and_fewer_than_taken_are_refused()
    {
        var session = Planned(capacity: 1);
        foreach (var i in Enumerable.Range(1, 3))
            session.Enrol(Enrolment.Of(i, "Essai", Now.AddMinutes(i)), null, Now, Today);
        session.Seat(2, 1);
        Assert.Equal([2], session.FillSeats(Now).Select(e => e.PersonId!.Value));
        Assert.Contains("2 personnes ont une place", Assert.Throws<BrokenRuleException>(() => session.Seat(1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRuleException>(() => session.Seat(2, 3));
    }

    [Fact]
    public void A_request_takes_no_seat_until_it_is_approved()
    {
        var session = Planned(capacity: 1);
        session.Open(needsApproval: true, toPartners: false, null);
        var first = session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today);
        var second = session.Enrol(Enrolment.Of(2, "Essai", Now.AddMinutes(1)), null, Now, Today);
        Assert.Equal((EnrolmentState.Asked, 1), (first.State, session.SeatsLeft));
        Assert.Equal([second], session.Approve(second, "Responsable", Now, Today));
        Assert.Empty(session.Approve(first, "Responsable", Now, Today));
        Assert.Equal((EnrolmentState.Waiting, "Responsable"), (first.State, first.ApprovedBy));

        // A head of service's own enrolments need nobody else.
        Assert.Equal(EnrolmentState.Waiting, session.Enrol(Enrolment.Of(3, "Responsable", Now), "Responsable", Now, Today).State);
    }

    [Fact]
    public void A_refusal_says_why_and_answers_once()
    {
        var session = Planned();
        session.Open(needsApproval: true, toPartners: false, null);
        var who = session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today);
        Assert.Throws<BrokenRuleException>(() => who.Refuse(Today, " "));
        who.Refuse(Today, "Effectif insuffisant ce jour-là");
        Assert.Throws<BrokenRuleException>(() => who.Refuse(Today, "Encore"));
        Assert.Throws<BrokenRuleException>(() => session.Approve(who, "Responsable", Now, Today));
        Assert.Throws<BrokenRuleException>(() => session.Withdraw(who, Today, "", Now));
    }

    [Fact]
    public void A_session_that_has_begun_takes_nobody_and_moves_nobody_up()
    {
        var session = Planned(capacity: 1);
        var seated = session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today);
        var waiting = session.Enrol(Enrolment.Of(2, "Essai", Now), null, Now, Today);
        Assert.Throws<BrokenRuleException>(() => session.Enrol(Enrolment.Of(3, "Essai", Now), null, Now, Day.AddDays(1)));
        Assert.True(session.Enrol(Enrolment.Of(3, "Essai", Now), null, Now, Day).IsWaiting);
        Assert.Empty(session.Withdraw(seated, Day.AddDays(1), "", Now));
        Assert.True(waiting.IsWaiting);
    }

    [Fact]
    public void Half_days_neither_overlap_nor_last_beyond_their_day()
    {
        var session = Planned();
        Assert.Throws<BrokenRuleException>(() => session.Schedule([]));
        Assert.Throws<BrokenRuleException>(() => session.Schedule([new(Day, 540, 210), new(Day, 720, 60)]));
        Assert.Throws<BrokenRuleException>(() => session.Schedule([new(Day, 1430, 30)]));
        Assert.Throws<BrokenRuleException>(() => session.Schedule([new(Day, 540, 10)]));
        Assert.Throws<BrokenRuleException>(() => session.Schedule([new(Day, 540, 60), new(Day, 540, 60)]));
        session.Schedule([new(Day.AddDays(7), 540, 210), new(Day, 810, 210), new(Day, 540, 270)]);
        Assert.Equal((Day, Day.AddDays(7), 3), (session.From, session.To, session.Slots.Count));
    }

    [Fact]
    public void A_half_day_that_stays_keeps_who_came_and_one_that_goes_takes_it_along()
    {
        var session = Attended(out var who);
        session.Schedule([new(Day, 540, 180)]);
        var slot = Assert.Single(session.Slots);
        Assert.Equal((180, 1), (slot.Duration, session.Presences.Count));
        Assert.Equal(180, session.MinutesOf(who.Id));
    }

    [Fact]
    public void Attendance_is_of_those_seated_and_of_days_gone()
    {
        var session = Attended(out var who);
        var (morning, afternoon) = (session.Slots.Min(s => s.Id), session.Slots.Max(s => s.Id));
        Assert.Contains("à venir", Assert.Throws<BrokenRuleException>(() => session.Attend(Set((who.Id, morning)), Day.AddDays(-1))).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRuleException>(() => session.Attend(Set((99, morning)), Day));
        Assert.Throws<BrokenRuleException>(() => session.Attend(Set((who.Id, 99)), Day));
        session.Attend(Set((who.Id, morning)), Day);
        Assert.Equal((210, false), (session.MinutesOf(who.Id), session.CameToAll(who.Id)));
        session.Attend(Set((who.Id, morning), (who.Id, afternoon)), Day);
        Assert.True(session.CameToAll(who.Id));
        session.Attend(Set(), Day);
        Assert.Empty(session.Presences);
    }

    [Fact]
    public void Closing_writes_a_record_for_each_of_ours_who_completed()
    {
        var session = Attended(out var who);
        var course = new Course("Gestion de crise", CourseKind.External, 420);
        course.Take(CourseKind.External, 420, 310_00);
        Assert.Throws<BrokenRuleException>(() => session.Close(new HashSet<int> { who.Id }, Day.AddDays(-1), "Essai", course));
        var absent = Identified(session.Enrol(Enrolment.Of(8, "Essai", Now), null, Now, Today), 31);
        Assert.Throws<BrokenRuleException>(() => session.Close(new HashSet<int> { absent.Id }, Day, "Essai", course));
        var record = Assert.Single(session.Close(new HashSet<int> { who.Id }, Day, "Essai", course));
        Assert.Equal((7, Day, 420, 310_00L, RecordOrigin.Session, true), (record.PersonId, record.CompletedOn, record.Minutes, record.Cost, record.Origin, record.Counts));
        Assert.False(session.IsOpen);
        Assert.Throws<BrokenRuleException>(() => session.Attend(Set(), Day));
        Assert.Throws<BrokenRuleException>(() => session.Cancel(Day, "Trop tard"));
        session.AskHandOn([4, 4, 5], Day.AddDays(42));
        session.AskHandOn([5], Day.AddDays(42));
        Assert.Equal([4, 5], session.HandOns.Select(h => h.EstablishmentId).Order());
    }

    [Fact]
    public void A_session_called_off_says_why_and_ends_its_link()
    {
        var session = Planned();
        session.Open(needsApproval: false, toPartners: true, null);
        SessionInvitation.Open(session, Day);
        Assert.True(session.IsInviting(Today));
        Assert.False(session.IsInviting(Day.AddDays(1)));
        Assert.Throws<BrokenRuleException>(() => session.Cancel(Today, ""));
        session.Cancel(Today, "Intervenante malade");
        Assert.Equal(("", (DateOnly?)null, false), (session.InvitationHash, session.InvitationUntil, session.IsInviting(Today)));
        Assert.Throws<BrokenRuleException>(() => session.Enrol(Enrolment.Of(1, "Essai", Now), null, Now, Today));
    }

    [Theory]
    [InlineData("7", 420)]
    [InlineData("7 h", 420)]
    [InlineData("3 h 30", 210)]
    [InlineData("3h30", 210)]
    [InlineData("3:30", 210)]
    [InlineData("3,5", 210)]
    [InlineData("3.25 h", 195)]
    [InlineData("45 min", 45)]
    [InlineData("14 heures", 840)]
    public void Durations_are_read_as_people_write_them(string text, int minutes)
    {
        Assert.Equal(minutes, Durations.Minutes(text, ""));
        Assert.Equal(minutes, Durations.Minutes(Durations.Text(minutes), ""));
    }

    [Theory]
    [InlineData("une journée")]
    [InlineData("3 h 75")]
    [InlineData("-2")]
    [InlineData("3 h 3 0")]
    public void What_is_no_duration_is_refused(string text) => Assert.Throws<BrokenRuleException>(() => Durations.Minutes(text, ""));

    private static TrainingSession Planned(int capacity = 8)
    {
        var session = new TrainingSession(1, "Gestion de crise", capacity, 1);
        session.Schedule([new(Day, 540, 210), new(Day, 810, 210)]);
        return session;
    }

    /// <summary>Person 7 came the whole day.</summary>
    private static TrainingSession Attended(out Enrolment who)
    {
        var session = Planned();
        who = Identified(session.Enrol(Enrolment.Of(7, "Essai", Now), null, Now, Today), 30);
        foreach (var (slot, i) in session.Slots.OrderBy(s => s.StartMinute).Select((s, i) => (s, i)))
            Identified(slot, 20 + i);
        var id = who.Id;
        session.Attend(session.Slots.Select(s => (id, s.Id)).ToHashSet(), Day);
        return session;
    }

    private static HashSet<(int, int)> Set(params (int, int)[] present) => [.. present];

    /// <summary>As the database would have numbered it.</summary>
    private static T Identified<T>(T row, int id)
    {
        typeof(T).GetProperty("Id")!.SetValue(row, id);
        return row;
    }
}
