using System.Globalization;
using System.Net;
using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

/// <summary>Budgets, the yearly report, immersions, sharing times, and what other modules show of them.</summary>
public sealed class SharedLearningPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_budget_is_compared_with_what_the_people_and_the_sessions_of_the_house_cost()
    {
        var team = await app.AddTeam("Budget");
        await app.AddRecord(team.Person, team.Course, new(2025, 3, 3), 250_00);
        await app.AddRecord(team.Head, team.Course, new(2024, 3, 3), 999_00);
        var session = new TrainingSession(team.Course, "Session du budget", 10, 1);
        session.Schedule([new SlotTime(new(2025, 5, 5), 540, 210)]);
        session.Describe("Session du budget", "", false, team.Place, "", "");
        session.Open(false, false, 800_00);
        session.Close(new HashSet<int>(), new(2025, 5, 6), "essai", new Course("Autre", CourseKind.Internal, 60));
        await app.Add(session);
        var director = await app.SignedIn(Roles.Direction, seesAll: false, team.Place);
        var (form, stale) = (await director.Get($"/formations/budget/{team.Place}/2025"), await director.Get($"/formations/budget/{team.Place}/2025"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Send(form, [("Input.Amount", "beaucoup")])).Status);
        var budget = await director.SendAndFollow(await director.Get(form.Address), [("Input.Amount", "2 000,50")]);
        var row = Plain(budget.Document.QuerySelector("table.data-table tbody tr")!.TextContent);
        foreach (var amount in new[] { "2 000,50 €", "250 €", "800 €", "1 050 €", "950,50 €" })
            Assert.Contains(amount, row, StringComparison.Ordinal);
        Assert.DoesNotContain("999", row, StringComparison.Ordinal);
        var late = await director.Send(stale, [("Input.Amount", "3000")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("2000,5", Plain(late.Document.QuerySelector("table.conflict")!.TextContent), StringComparison.Ordinal);
        await director.SendAndFollow(late, []);
        Assert.Equal(3000_00, await app.WithDb(db => db.Set<TrainingBudget>().Where(b => b.EstablishmentId == team.Place && b.Year == 2025).Select(b => b.Amount).SingleAsync()));

        Assert.Equal(2, await app.WithDb(db => db.AuditEntries.CountAsync(a => a.Entity == nameof(TrainingBudget) && a.Changes.Contains("Budget de formation 2025"))));

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Direction, seesAll: false, (await app.AddTeam("Hors")).Place)).Get(form.Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Coordination)).Get("/formations/budget")).Status);
    }

    [Fact]
    public async Task The_yearly_report_counts_people_once_names_nobody_and_says_costs_to_the_direction_only()
    {
        var team = await app.AddTeam("Rapport");
        await app.AddRecord(team.Person, team.Course, new(2025, 3, 3), 250_00);
        await app.AddRecord(team.Person, team.Course, new(2025, 9, 3), 250_00);
        await app.AddRecord(team.Head, team.Course, new(2025, 9, 3), 250_00);
        await app.AddRecord(team.Head, team.Course, new(2023, 9, 3), 250_00);
        var partner = await app.AddPartner("SPIP du rapport", "spip");
        await AddImmersion(team, partner, new(2025, 6, 2));
        var director = await app.SignedIn(Roles.Direction, seesAll: false, team.Place);
        var page = await director.Get("/formations/rapport?annee=2025");
        var report = Plain(page.Main);
        Assert.StartsWith("2", page.Document.QuerySelectorAll(".facts > div").Single(d => d.QuerySelector("dt")!.TextContent == "Personnes formées").QuerySelector("dd")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("21 h", report, StringComparison.Ordinal);
        Assert.Contains("750 €", report, StringComparison.Ordinal);
        Assert.Contains("SPIP du rapport", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Salariée", report, StringComparison.Ordinal);
        var coordinator = await app.SignedIn(Roles.Coordination, seesAll: false, team.Place);
        Assert.DoesNotContain("€", (await coordinator.Get("/formations/rapport?annee=2025")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get("/formations/rapport.xlsx?annee=2025")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get("/formations/rapport")).Status);
    }

    [Fact]
    public async Task An_immersion_is_planned_told_and_shown_on_the_partners_sheet()
    {
        var (team, other) = (await app.AddTeam("Immersion"), await app.AddTeam("Voisine"));
        var partner = await app.AddPartner("SPIP des immersions", "spip");
        var host = Post.AtPartner(partner, "CPIP", PostLevel.Field);
        var tutor = await app.Add(new Person("Claire", "Mazères", "essai"));
        host.Appoint(tutor, new(2020, 1, 1));
        await app.Add(host);
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, team.Place);
        var form = await browser.Get($"/formations/immersions/nouvelle?partenaire={partner}");
        (string, string)[] values = [("Input.EstablishmentId", $"{team.Place}"), ("Input.From", Day(Today.AddDays(-3))), ("Input.To", Day(Today.AddDays(-2))), ("Input.Aims", "Comprendre une permanence.")];
        var stranger = await browser.Send(form, [.. values, ("Input.Person", $"X (n° {other.Person})")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Contains("ne travaille pas dans cet établissement", stranger.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(stranger, [.. values[1..], ("Input.Person", $"X (n° {team.Person})"), ("Input.EstablishmentId", $"{other.Place}")])).Status);
        var page = await browser.SendAndFollow(stranger, [.. values, ("Input.Person", $"X (n° {team.Person})"), ("Input.Tutor", $"X (n° {tutor})")]);
        Assert.Contains("Retour à écrire", page.Main, StringComparison.Ordinal);
        var id = int.Parse(page.Address.Split('/')[^1], CultureInfo.InvariantCulture);

        // Who went tells, without any role; a colleague may not.
        var mine = await app.SignedInAs(team.Person);
        var tell = await mine.Get($"/formations/immersions/{id}/retour");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mine.Send(tell, [("Input.Return", "Vu M. Kerbrat, né le 12/03/1985.")])).Status);
        await mine.SendAndFollow(await mine.Get(tell.Address), [("Input.Return", "Les délais viennent des pièces manquantes.")]);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAs(team.Head, Roles.Staff, team.Place)).Get(tell.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Direction, seesAll: false, other.Place)).Get(page.Address)).Status);
        Assert.Contains("Immersion d’une personne de CHRS Immersion", (await browser.Get($"/partenaires/{partner}")).Document.QuerySelector("[aria-labelledby=connaissance]")!.TextContent, StringComparison.Ordinal);

        var briefing = await app.WithDb(async db => await app.Services.GetServices<IPartnerBriefing>().OfType<TrainingBriefing>().Single().ReadAsync(db, Reader(), new([partner], null, Today), default));
        Assert.Equal("Formations partagées", Assert.Single(briefing).Title);
        Assert.Contains("pièces manquantes", briefing[0].Lines.Single().Detail, StringComparison.Ordinal);

        // Two people on one immersion see each other.
        var edit = await browser.Get($"/formations/immersions/{id}/modifier");
        await browser.SendAndFollow(await browser.Get(edit.Address), [("Input.Aims", "Suivre une journée.")]);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(edit, [("Input.Aims", "Autre but.")])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(page, [], "handler=Cancel")).Status);
        var off = await browser.SendAndFollow(await browser.Get(page.Address), [], "handler=Cancel");
        Assert.Contains("Annulée", off.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sharing_time_is_a_rhythm_and_head_counts_and_nothing_else()
    {
        var team = await app.AddTeam("Partage");
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, team.Place);
        var form = await browser.Get("/formations/temps-de-partage/nouveau");
        (string, string)[] values = [("Input.Title", "Analyse des pratiques"), ("Input.EveryWeeks", "4"), ("Input.From", Day(Today.AddDays(-50)))];
        Assert.Contains("au moins un établissement", (await browser.Send(form, values)).Errors, StringComparison.Ordinal);
        var page = await browser.SendAndFollow(await browser.Get(form.Address), [.. values, ("Input.Establishments", $"{team.Place}")]);
        Assert.Contains("0 séance sur 2 prévues en 12 mois", Plain(page.Main), StringComparison.Ordinal);
        var stale = await browser.Get(page.Address);
        page = await browser.SendAndFollow(page, [("Input.On", Day(Today.AddDays(-20))), ("Input.HeadCount", "8")]);
        Assert.Contains("1 séance sur 2 prévues", Plain(page.Main), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(stale, [("Input.On", Day(Today.AddDays(-20))), ("Input.HeadCount", "9")])).Status);
        page = await browser.SendAndFollow(await browser.Get(page.Address), [("Input.On", Day(Today.AddDays(-20))), ("Input.HeadCount", "9")]);
        Assert.Contains("1 séance sur 2 prévues", Plain(page.Main), StringComparison.Ordinal);
        Assert.Contains("9 personnes", Plain(page.Main), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, [("Input.On", Day(Today.AddDays(2))), ("Input.HeadCount", "9")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Direction, seesAll: false, (await app.AddTeam("Loin")).Place)).Get(page.Address)).Status);
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_they_receive_and_hand_on()
    {
        var team = await app.AddTeam("Passation");
        var partner = await app.AddPartner("SPIP de la passation", "spip");
        var visitor = await app.Add(new Person("Claire", "Venue", "essai"));
        var immersion = new Immersion(ImmersionWay.TheirsWithUs, Today.AddDays(30), Today.AddDays(30));
        immersion.Between(ImmersionWay.TheirsWithUs, visitor, team.Place, partner, team.Person);
        var id = await app.Add(immersion);
        var session = new TrainingSession(team.Course, "À transmettre", 10, 1);
        session.Schedule([new SlotTime(Today.AddDays(-5), 540, 210)]);
        var handOn = new HandOn(team.Place, Today.AddDays(20));
        handOn.Entrust(team.Person);
        session.HandOns.Add(handOn);
        await app.Add(session);
        var source = app.Services.GetServices<IHandOverSource>().OfType<TrainingHandOver>().Single();
        Assert.Equal(2, (await app.WithDb(db => source.CarriedAsync(db, team.Person, Today, default))).Count);
        await app.WithDb(async db =>
        {
            await source.GiveAsync(db, team.Person, team.Head, Today, default);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.WithDb(db => source.CarriedAsync(db, team.Person, Today, default)));
        Assert.Equal(team.Head, await app.WithDb(db => db.Set<Immersion>().Where(i => i.Id == id).Select(i => i.TutorId).SingleAsync()));
    }

    [Fact]
    public async Task Erasing_a_person_forgets_the_guest_and_the_proofs_and_keeps_that_a_training_took_place()
    {
        var team = await app.AddTeam("Effacement");
        var person = new Person("Inès", "Oubliée", "essai");
        person.ReachBy("", "ines.oubliee@exemple.fr");
        person.Employ(team.Place, "Éducatrice", new(2024, 1, 8));
        var id = await app.Add(person);
        var record = await app.AddRecord(id, team.Course, Today.AddDays(-30));
        var session = new TrainingSession(team.Course, "Session ouverte", 10, 1);
        session.Schedule([new SlotTime(Today.AddDays(5), 540, 210)]);
        session.Enrol(Enrolment.Guest("Inès Oubliée", "CPIP", "ines.oubliee@exemple.fr", "SPIP 93", null, DateTime.UnixEpoch), "essai", DateTime.UnixEpoch, Today);
        var sessionId = await app.Add(session);
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(record, "attestation.pdf", new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), Reader(), default);
            await scope.ServiceProvider.GetRequiredService<Erasure>().EraseAsync(id, default);
        }
        Assert.True((await app.WithDb(db => db.Set<TrainingRecord>().AsNoTracking().SingleAsync(r => r.Id == record))).Counts);
        Assert.False(await app.WithDb(db => db.Set<StoredFile>().AnyAsync(f => f.SubjectId == record)));
        var guest = await app.WithDb(db => db.Set<Enrolment>().AsNoTracking().SingleAsync(e => e.SessionId == sessionId));
        Assert.Equal((true, ""), (guest.IsSeated, guest.GuestMail));
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => (a.SubjectId == sessionId || a.SubjectId == record) && a.Changes.Contains("Oubli"))));
    }

    private static CurrentUser Reader() => new() { Id = 1, Name = "Essai", Function = "", Roles = Roles.Direction, SeesAll = true };

    private async Task<int> AddImmersion(TrainingTeam team, int partner, DateOnly on)
    {
        var immersion = new Immersion(ImmersionWay.OursAtPartner, on, on);
        immersion.Between(ImmersionWay.OursAtPartner, team.Person, team.Place, partner, null);
        return await app.Add(immersion);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
