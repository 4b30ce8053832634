using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Training;

/// <summary>What the rules of training say is due, to whom, and what ends it; never who.</summary>
public sealed class TrainingRemindersTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Day = new(2026, 11, 18);

    [Fact]
    public async Task An_expiry_is_told_to_the_head_without_a_name_until_a_seat_is_taken()
    {
        var team = await Required("Échéance", delay: 0, months: 12);
        var on = Day.AddYears(-1).AddDays(60);
        await app.AddRecord(team.Person, team.Course, on);
        await app.AddRecord(team.Head, team.Course, on);
        var fact = await app.DueOne("training-expiring", team.Place, Day);
        Assert.Equal((on.AddYears(1).AddDays(-1), (int?)team.Post), (fact.Due, fact.PostId));
        Assert.Contains("Crise Échéance : 2 personnes", fact.Context.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Salariée", fact.Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("training-expiring", [team.Place], Day, Day.AddDays(30)));
        await Session(team, Day.AddDays(20), s => s.Enrol(Enrolment.Of(team.Person, "essai", DateTime.UnixEpoch), "essai", DateTime.UnixEpoch, Day));
        Assert.Contains("1 personne", (await app.DueOne("training-expiring", team.Place, Day)).Context.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_requirement_is_due_after_its_own_delay_else_thirty_days_after_arrival_or_since_it_ended()
    {
        var team = await Required("Arrivée", delay: 60, months: 12);
        await app.AddRecord(team.Head, team.Course, Day.AddDays(-400));
        await app.AddRecord(team.Person, team.Course, Day.AddDays(-10));
        await app.Employ("Nora", "Nouvelle", team.Place, Day.AddDays(-50));
        var due = await app.Due("requirement-unmet", [team.Place], Day);
        Assert.Equal([Day.AddDays(-400).AddYears(1), Day.AddDays(10)], due.Select(f => f.Due));
        // The head's own is for the level above; this post has none.
        Assert.Equal([null, team.Post], due.Select(f => f.PostId));

        var plain = await Required("Sans délai", delay: 0, months: null);
        await app.AddRecord(plain.Head, plain.Course, Day.AddDays(-400));
        await app.AddRecord(plain.Person, plain.Course, Day.AddDays(-400));
        await app.Employ("Nour", "Arrivée", plain.Place, Day.AddDays(-10));
        Assert.Equal(Day.AddDays(20), (await app.DueOne("requirement-unmet", plain.Place, Day)).Due);
    }

    [Fact]
    public async Task A_session_is_told_the_day_before_and_ten_days_before_when_it_lacks_people()
    {
        var (host, guest) = (await app.AddTeam("Accueil"), await app.AddTeam("Envoi"));
        var session = await Session(host, Day.AddDays(1), s => s.Enrol(Enrolment.Of(guest.Person, "essai", DateTime.UnixEpoch), "essai", DateTime.UnixEpoch, Day));
        var fact = await app.DueOne("session-coming", session, Day);
        Assert.Equal((Day.AddDays(1), (int?)host.Post), (fact.Due, fact.PostId));
        Assert.Equal([guest.Post], fact.Copies);
        Assert.Empty(await app.Due("session-coming", [session], Day.AddDays(2)));

        var later = await Session(host, Day.AddDays(12), s => { }, minimum: 2);
        Assert.Equal((Day.AddDays(2), (int?)host.Post), await Seen("session-minimum", later));
        await Change(later, s =>
        {
            s.Enrol(Enrolment.Of(guest.Person, "essai", DateTime.UnixEpoch), "essai", DateTime.UnixEpoch, Day);
            s.Enrol(Enrolment.Of(host.Person, "essai", DateTime.UnixEpoch), "essai", DateTime.UnixEpoch, Day);
        });
        Assert.Empty(await app.Due("session-minimum", [later], Day));
    }

    [Fact]
    public async Task A_declared_training_waits_fourteen_days_for_its_answer()
    {
        var team = await app.AddTeam("Attente");
        var record = await app.Add(new TrainingRecord(team.Person, team.Course, Day.AddDays(-30), 420, 0, RecordOrigin.Entered, Day.AddDays(-8), "Léa"));
        Assert.Equal((Day.AddDays(6), (int?)team.Post), await Seen("training-proof", team.Place));
        await app.WithDb(async db =>
        {
            (await db.Set<TrainingRecord>().Include(r => r.Subject).SingleAsync(r => r.Id == record)).Accept(Day, "essai");
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("training-proof", [team.Place], Day));
    }

    [Fact]
    public async Task What_is_to_be_handed_on_and_told_is_due_until_it_is()
    {
        var team = await app.AddTeam("Suite");
        var session = await Session(team, Day.AddDays(-20), s => s.HandOns.Add(new HandOn(team.Place, Day.AddDays(5))));
        var fact = await app.DueOne("training-hand-on", team.Place, Day);
        Assert.Equal((Day.AddDays(5), (int?)team.Post), (fact.Due, fact.PostId));
        Assert.Contains("Session Suite", fact.Context, StringComparison.Ordinal);
        await Change(session, s => s.HandOns.Single().Do(Day, "En réunion d’équipe."));
        Assert.Empty(await app.Due("training-hand-on", [team.Place], Day));

        var partner = await app.AddPartner("SPIP de l’immersion", "spip");
        var immersion = new Immersion(ImmersionWay.OursAtPartner, Day.AddDays(-17), Day.AddDays(-16));
        immersion.Between(ImmersionWay.OursAtPartner, team.Person, team.Place, partner, null);
        var id = await app.Add(immersion);
        Assert.Equal((Day.AddDays(-1), (int?)team.Post), await Seen("immersion-return", id));
        await app.WithDb(async db =>
        {
            (await db.Set<Immersion>().Include(i => i.Subject).SingleAsync(i => i.Id == id)).Tell(Day, "Les délais viennent des pièces.");
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("immersion-return", [id], Day));
    }

    private async Task<(DateOnly Due, int? PostId)> Seen(string rule, int subject)
    {
        var fact = await app.DueOne(rule, subject, Day);
        return (fact.Due, fact.PostId);
    }

    private async Task<TrainingTeam> Required(string name, int delay, int? months)
    {
        var team = await app.AddTeam(name);
        await app.WithDb(async db =>
        {
            if (months is not null)
                (await db.Set<Course>().Include(c => c.Subject).SingleAsync(c => c.Id == team.Course)).Last(ValidityMode.FromCompletion, months, 0);
            return await db.SaveChangesAsync();
        });
        var requirement = new Requirement($"Crise {name}", new(2020, 1, 1));
        requirement.AskFor([team.Course]);
        requirement.Concern("", team.Place, "", null);
        requirement.Oblige(null, delay);
        await app.Add(requirement);
        return team;
    }

    private Task<int> Session(TrainingTeam team, DateOnly on, Action<TrainingSession> live, int minimum = 1)
    {
        var session = new TrainingSession(team.Course, "Session Suite", 12, minimum);
        session.Describe("Session Suite", "Salle", false, team.Place, "", "");
        session.Schedule([new SlotTime(on, 540, 210)]);
        live(session);
        return app.Add(session);
    }

    private Task<int> Change(int id, Action<TrainingSession> change) => app.WithDb(async db =>
    {
        change(await db.Set<TrainingSession>().Include(s => s.Subject).Include(s => s.Enrolments).Include(s => s.HandOns).AsSingleQuery().SingleAsync(s => s.Id == id));
        return await db.SaveChangesAsync();
    });
}
