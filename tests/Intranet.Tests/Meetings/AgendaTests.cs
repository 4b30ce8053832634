using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Meetings.Pages.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class AgendaTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Meeting Planned(int days = 10)
    {
        var meeting = new Meeting("Comité de pilotage", 1, MeetingMode.AtOurs, Today.AddDays(days));
        meeting.Announce(Today);
        return meeting;
    }

    private static Meeting Held()
    {
        var meeting = Planned(-1);
        meeting.Hold(Today);
        return meeting;
    }

    [Fact]
    public void The_agenda_is_summed_against_the_duration()
    {
        var meeting = Planned();
        meeting.At(840, 60, "");
        meeting.Speak("Bilan", 40);
        meeting.Speak("Suites");
        Assert.Equal((40, 0), (meeting.AgendaMinutes, meeting.Overrun));
        meeting.Speak("Visite", 45);
        Assert.Equal((85, 25), (meeting.AgendaMinutes, meeting.Overrun));
        Assert.Equal([1, 2, 3], meeting.Agenda.Select(l => l.Order));
    }

    [Theory]
    [InlineData("Bilan | 40", "Bilan", 40)]
    [InlineData("Bilan", "Bilan", null)]
    [InlineData("Oui | non | 15", "Oui | non", 15)]
    [InlineData("Bilan | beaucoup", "Bilan", null)]
    [InlineData("Bilan | 0", "Bilan", null)]
    public void A_kinds_points_are_read_one_a_line(string line, string title, int? minutes)
        => Assert.Equal([(title, minutes)], AgendaTemplate.Read($"\n {line} \n\n"));

    [Fact]
    public void What_came_out_of_a_point_stays_when_the_point_goes()
    {
        var meeting = Held();
        var line = meeting.Speak("Bilan");
        var decision = meeting.Conclude(OutcomeKind.Decision, "Se revoir.", line);
        meeting.Withdraw(line);
        Assert.Empty(meeting.Agenda);
        Assert.Null(decision.Line);
        Assert.Single(meeting.Outcomes);
    }

    [Fact]
    public void Minutes_open_with_the_points()
    {
        var meeting = Planned();
        meeting.Speak("Bilan");
        meeting.Speak("Suites");
        Assert.Equal("## Bilan\n\n\n## Suites\n", meeting.MinutesOutline());
    }

    [Fact]
    public void Minutes_circulate_once_written_and_held_then_take_remarks()
    {
        Assert.Throws<BrokenRuleException>(() => Planned().Circulate(Today));
        var meeting = Held();
        Assert.Throws<BrokenRuleException>(() => meeting.Circulate(Today));
        Assert.Throws<BrokenRuleException>(() => meeting.Remark("Claire", false, "Non.", Today));
        meeting.Note("Bilan.");
        meeting.Circulate(Today);
        meeting.Remark("Claire", false, "Le jeudi.", Today);
        meeting.Close(Today, "Karim", []);
        Assert.Throws<BrokenRuleException>(() => meeting.Remark("Claire", false, "Encore.", Today));
        Assert.Throws<BrokenRuleException>(() => meeting.Speak("Après"));
        Assert.Throws<BrokenRuleException>(() => meeting.Conclude(OutcomeKind.Need, "Après"));
    }

    [Fact]
    public void A_draft_is_planned_put_off_and_given_another_day()
    {
        var meeting = new Meeting("Brouillon", 1, MeetingMode.Video, Today.AddDays(5));
        Assert.Equal(MeetingState.Draft, meeting.State);
        meeting.Announce(Today);
        meeting.Postpone(Today, "Grève des transports.");
        Assert.Equal(MeetingState.Postponed, meeting.State);
        Assert.Throws<BrokenRuleException>(() => meeting.Postpone(Today, "Encore.", Today.AddDays(-1)));
        meeting.Postpone(Today, "Grève des transports.", Today.AddDays(20));
        Assert.Equal((MeetingState.Planned, Today.AddDays(20), "Grève des transports."), (meeting.State, meeting.On, meeting.PostponedReason));
        Assert.Throws<BrokenRuleException>(() => Held().Postpone(Today, "Trop tard."));
    }

    [Fact]
    public void Only_an_action_is_entrusted_and_it_lives_on_after_closing()
    {
        var meeting = Held();
        Assert.Throws<BrokenRuleException>(() => meeting.Conclude(OutcomeKind.Decision, "Se revoir.").Entrust(true, null, Today));
        var action = meeting.Conclude(OutcomeKind.Action, "Envoyer la fiche");
        action.Entrust(true, null, Today.AddDays(-1));
        meeting.Close(Today, "Karim", []);
        Assert.Equal(ActionState.Late, action.StateOn(Today));
        Assert.Throws<BrokenRuleException>(() => action.Do(Today.AddDays(1), "", Today));
        Assert.Throws<BrokenRuleException>(() => action.Drop(Today, " "));
        action.Do(Today, "", Today);
        Assert.Equal(ActionState.Done, action.StateOn(Today));
        action.Drop(Today, "Sans objet.");
        Assert.Equal(ActionState.Dropped, action.StateOn(Today));
    }

    [Theory]
    [InlineData("Paul Martin, stagiaire, paul@exemple.fr", "Paul Martin", "stagiaire", "paul@exemple.fr")]
    [InlineData("Paul Martin", "Paul Martin", "", "")]
    [InlineData("Paul Martin, chef, service des peines", "Paul Martin", "chef, service des peines", "")]
    [InlineData("Paul Martin, paul@exemple.fr", "Paul Martin", "", "paul@exemple.fr")]
    public void People_outside_the_directory_are_read_one_a_line(string line, string name, string function, string email)
        => Assert.Equal([new PersonOutside(name, function, email)], PeopleOutside.Read($"\n{line}\n , \n"));

    [Fact]
    public void The_letter_holds_the_shared_version_the_decisions_and_the_actions_and_never_what_is_internal()
    {
        var meeting = Held();
        meeting.Note("## Bilan\n\nTout **va** bien.", "Ils hésitent à signer.");
        meeting.Conclude(OutcomeKind.Decision, "Se revoir en mars.");
        meeting.Conclude(OutcomeKind.Need, "Deux places de plus.");
        meeting.Conclude(OutcomeKind.Finding, "Leur équipe est neuve.");
        meeting.Conclude(OutcomeKind.Action, "Envoyer la fiche").Entrust(false, null, new DateOnly(2027, 3, 12));
        meeting.Gather([new MeetingParticipant("Claire Roux", "directrice", 5, Attendance.Present), new MeetingParticipant("Rémi Petit", "", null, Attendance.Excused)]);
        var mail = MinutesLetter.To(new MinutesReader("Rémi Petit", "remi@exemple.fr", HasAccount: false, Attendance.Excused), meeting, "https://passerelle/rencontres/1", "Karim Lebrun", isProject: false);
        var text = string.Join('\n', mail.Paragraphs);
        foreach (var said in new[] { "Tout va bien.", "• Se revoir en mars.", "• Envoyer la fiche — le partenaire, pour le 12/03/2027", "• Claire Roux, directrice", "• Rémi Petit", "excusé" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var kept in new[] { "hésitent", "Deux places", "neuve" })
            Assert.DoesNotContain(kept, text, StringComparison.Ordinal);
        Assert.Null(mail.Action);
        Assert.NotNull(MinutesLetter.To(new MinutesReader("Rémi", "remi@exemple.fr", true, Attendance.Present), meeting, "https://passerelle/rencontres/1", "Karim", true).Action);
    }
}
