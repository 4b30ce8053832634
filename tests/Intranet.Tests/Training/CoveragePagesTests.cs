using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

public sealed class CoveragePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task The_matrix_counts_the_reader_s_teams_and_no_others()
    {
        var (mine, other) = (await World("Matrice"), await World("Ailleurs"));
        var direction = await app.SignedIn(Roles.Direction, false, mine.Pole);
        var page = await direction.Get("/formations");
        Assert.Contains("CHRS Matrice", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("CHRS Ailleurs", page.Main, StringComparison.Ordinal);
        // Of three present, one holds it; the newcomer is in neither term.
        var cell = page.Document.QuerySelector($"a[href='/formations/couverture/{mine.House}/{mine.Requirement}']")!.ParentElement!;
        Assert.Contains(French.Percent(1 / 2.0), cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 sur 2, 1 à former plus tard", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 personnes en poste", page.Main, StringComparison.Ordinal);
        Assert.Contains("Ce que les départs coûtent", page.Main, StringComparison.Ordinal);

        var coordination = await app.SignedIn(Roles.Coordination, false, mine.Pole, other.Pole);
        var both = await coordination.Get("/formations");
        Assert.Contains("CHRS Ailleurs", both.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce que les départs coûtent", both.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("CHRS Matrice", (await coordination.Get($"/formations?etablissement={other.House}")).Document.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("CHRS Matrice", (await coordination.Get($"/formations?pole={other.Pole}")).Document.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_counts_what_is_known_to_happen()
    {
        var world = await World("Projection");
        var direction = await app.SignedIn(Roles.Direction, false, world.Pole);
        var later = await direction.Get("/formations?dans=12");
        // The holder's certificate will have expired; the newcomer is due.
        Assert.Contains("0 sur 3", Cell(later, world), StringComparison.Ordinal);
        Assert.Contains(French.Date(Today.AddMonths(12)), later.Main, StringComparison.Ordinal);
        Assert.Contains("0 sur 1", Cell(await direction.Get($"/formations?le={Today.AddMonths(-9):yyyy-MM-dd}"), world), StringComparison.Ordinal);
        Assert.Contains("1 sur 2", Cell(await direction.Get("/formations?dans=5&le=hier"), world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_no_team_finds_their_own_record_and_a_head_of_service_their_team()
    {
        var (world, other) = (await World("Service"), await World("Voisine"));
        var staff = await app.SignedIn(Roles.Staff, false, world.Pole);
        Assert.Equal("/formations/moi", (await staff.Get("/formations")).RedirectsTo);
        foreach (var address in new[] { "/formations/equipe", "/formations/arrivants", "/formations/previsions", "/formations/export.xlsx", $"/formations/couverture/{world.House}/{world.Requirement}" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.Get(address)).Status);
        Assert.Equal("/formations/moi", (await (await app.SignedIn(Roles.Administration)).Get("/formations")).RedirectsTo);

        var head = await Head(world);
        Assert.Contains("CHRS Service", (await head.Get("/formations")).Main, StringComparison.Ordinal);
        var team = await head.Get("/formations/equipe");
        Assert.Contains("Agathe Service", team.Main, StringComparison.Ordinal);
        Assert.Contains("à former", team.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/formations/equipe?etablissement={other.House}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/formations/couverture/{other.House}/{other.Requirement}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Get("/formations/departs")).Status);
    }

    [Fact]
    public async Task The_drill_down_names_people_and_flags_the_single_holder()
    {
        var world = await World("Détail");
        var page = await (await app.SignedIn(Roles.Coordination, false, world.Pole)).Get($"/formations/couverture/{world.House}/{world.Requirement}");
        Assert.Contains("Une seule personne la détient\u00A0: Agathe Détail", page.Main, StringComparison.Ordinal);
        Assert.Contains("Bruno Détail", page.Main, StringComparison.Ordinal);
        Assert.Contains($"À former avant le {French.Date(Today.AddDays(-10).AddDays(90))}", page.Main, StringComparison.Ordinal);
        // Twelve ends of month, today, three days to come.
        Assert.Equal(16, page.Document.QuerySelectorAll("aside tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Direction, false, await app.Add(new Pole("Pôle vide")))).Get($"/formations/couverture/{world.House}/{world.Requirement}")).Status);
    }

    [Fact]
    public async Task A_group_is_enrolled_at_once_and_told_who_waits()
    {
        var world = await World("Groupe");
        var session = await Session(world, capacity: 1);
        var address = $"/formations/equipe?etablissement={world.House}&exigence={world.Requirement}";
        var coordination = await app.SignedIn(Roles.Coordination, false, world.Pole);
        Assert.Null((await coordination.Get(address)).Document.QuerySelector("#inscrire"));

        var head = await Head(world);
        var form = await head.Get(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(form, [("Input.People", "0")], "exigence=")).Status);
        // Who lacks it and who will be due are ticked, unless something keeps them from coming.
        Assert.Equal([$"{world.Bruno}", $"{world.Chloe}"], Ticked(form));
        await app.WithDb(async db =>
        {
            (await db.Set<Person>().Include(p => p.Subject).Include(p => p.Absences).SingleAsync(p => p.Id == world.Chloe)).BeAway(Today.AddDays(29), Today.AddDays(31), null);
            return await db.SaveChangesAsync();
        });
        var kept = await head.Get(address);
        Assert.Equal([$"{world.Bruno}"], Ticked(kept));
        Assert.Contains("Absence du", kept.Document.QuerySelector("#Input_People")!.TextContent, StringComparison.Ordinal);
        var done = await head.SendAndFollow(form, [], "exigence=");
        Assert.Contains("1 personne inscrite, 1 autre en liste d’attente.", done.Text, StringComparison.Ordinal);
        Assert.Contains("session du", done.Main, StringComparison.Ordinal);
        var states = await app.WithDb(db => db.Set<Enrolment>().Where(e => e.SessionId == session).OrderBy(e => e.Id).Select(e => new { e.PersonId, IsSeated = e.SeatedAt != null, e.ApprovedBy }).ToListAsync());
        Assert.Equal([(world.Bruno, true), (world.Chloe, false)], states.Select(s => (s.PersonId!.Value, s.IsSeated)).OrderByDescending(s => s.IsSeated));
        Assert.All(states, s => Assert.Equal("Camille Essai", s.ApprovedBy));
        Assert.StartsWith("Inscription confirmée", Assert.Single(await app.SubjectsTo(Sessions.MailOf("Groupe Bruno"))), StringComparison.Ordinal);
        Assert.StartsWith("Liste d’attente", Assert.Single(await app.SubjectsTo(Sessions.MailOf("Groupe Chloé"))), StringComparison.Ordinal);
        // Somebody of another team isn't taken.
        var other = await World("Étrangère");
        var forged = await head.Send(form, [("Input.People", $"{other.Bruno}")], "exigence=");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
    }

    [Fact]
    public async Task A_departure_that_empties_a_requirement_is_told_by_post()
    {
        var world = await World("Vidée");
        await app.WithDb(async db =>
        {
            var employment = await db.Set<StaffMember>().Include(s => s.Person).SingleAsync(s => s.PersonId == world.Agathe);
            employment.Leave(Today.AddDays(-5));
            return await db.SaveChangesAsync();
        });
        var direction = await app.SignedIn(Roles.Direction, false, world.Pole);
        var banner = (await direction.Get("/formations")).Document.QuerySelector("main > .banner.is-bad")!.TextContent;
        Assert.Contains($"(Éducatrice ou éducateur, {French.Date(Today.AddDays(-5))})", banner, StringComparison.Ordinal);
        Assert.Contains("2 collègues peuvent s’y former", banner, StringComparison.Ordinal);
        Assert.DoesNotContain("Agathe", banner, StringComparison.Ordinal);

        var lost = await direction.Get("/formations/departs");
        Assert.Contains("Éducatrice ou éducateur", lost.Main, StringComparison.Ordinal);
        Assert.Contains(French.Euros(180_00), lost.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Agathe", lost.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Coordination, false, world.Pole)).Get("/formations/departs")).Status);
    }

    [Fact]
    public async Task Newcomers_and_seats_to_plan_are_those_of_the_reader_s_teams()
    {
        var (world, other) = (await World("Arrivée"), await World("Lointaine"));
        var direction = await app.SignedIn(Roles.Direction, false, world.Pole);
        var arrived = await direction.Get("/formations/arrivants");
        Assert.Contains("Chloé Arrivée", arrived.Main, StringComparison.Ordinal);
        Assert.Contains($"avant le {French.Date(Today.AddDays(80))}", arrived.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Bruno Arrivée", arrived.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Chloé Lointaine", arrived.Main, StringComparison.Ordinal);

        var planned = await direction.Get("/formations/previsions");
        Assert.Contains("Bruno Arrivée", planned.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lointaine", planned.Main, StringComparison.Ordinal);
        var link = planned.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Single(h => h?.StartsWith("/formations/sessions/nouvelle?formation=", StringComparison.Ordinal) == true && h.Contains($"formation={world.Course}&", StringComparison.Ordinal));
        Assert.Contains($"etablissement={world.House}", link, StringComparison.Ordinal);
        var coordination = await app.SignedIn(Roles.Coordination, false, world.Pole);
        Assert.DoesNotContain("/formations/sessions/nouvelle", (await coordination.Get("/formations/previsions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_numbers()
    {
        var world = await World("Classeur");
        var direction = await app.SignedIn(Roles.Direction, false, world.Pole);
        using var answer = await direction.Client.GetAsync($"/formations/export.xlsx?etablissement={world.House}");
        Assert.Equal(TableWriter.XlsxType, answer.Content.Headers.ContentType!.MediaType);
        using var book = new ClosedXML.Excel.XLWorkbook(await answer.Content.ReadAsStreamAsync());
        var sheet = book.Worksheets.First();
        var column = sheet.Row(2).CellsUsed().Single(c => c.GetString() == "Exigence Classeur, couverture (%)").Address.ColumnNumber;
        Assert.Equal("CHRS Classeur", sheet.Cell(3, 1).GetString());
        Assert.Equal([50, 1, 2, 1], Enumerable.Range(column, 4).Select(c => sheet.Cell(3, c).GetDouble()));
    }

    [Fact]
    public async Task The_home_page_says_who_holds_everything()
    {
        var world = await World("Accueil");
        var direction = await app.SignedIn(Roles.Direction, false, world.Pole);
        var rule = await app.WithDb(async db => AllHeld.Of(new CoverageRule(await TrainingBoard.FactsAsync(db, default), Today).On(Today).Where(c => c.House.Id == world.House), Today));
        Assert.Contains($"({rule.Holders} sur {rule.Concerned})", (await direction.Get("/")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("détient tout ce qui s’applique", (await (await app.SignedIn(Roles.Staff, false, world.Pole)).Get("/")).Main, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ticked(Page page) => page.FieldsOf(page.Form("exigence=")).Where(f => f.Key == "Input.People").Select(f => f.Value);

    private static string Cell(Page page, Team world) => page.Document.QuerySelector($"a[href='/formations/couverture/{world.House}/{world.Requirement}']")!.ParentElement!.TextContent;

    /// <summary>Three people: one holds it for five more months, one lacks it, one arrived ten days ago and has ninety.</summary>
    private async Task<Team> World(string name)
    {
        var pole = await app.Add(new Pole($"Pôle {name}"));
        var house = await app.AddEstablishment(name, pole);
        var course = await app.Add(Named(name));
        var requirement = new Requirement($"Exigence {name}", Today.AddYears(-3));
        requirement.AskFor([course]);
        requirement.Concern("", house, "", null);
        requirement.Oblige(null, 90);
        var (agathe, bruno, chloe) = (await Person("Agathe", name, house, Today.AddYears(-4)), await Person("Bruno", name, house, Today.AddDays(-200)), await Person("Chloé", name, house, Today.AddDays(-10)));
        var record = new TrainingRecord(agathe, course, Today.AddMonths(-7), 420, 180_00, RecordOrigin.Entered, Today, "Essai");
        record.Accept(Today, "Essai");
        await app.Add(record);
        return new(pole, house, course, await app.Add(requirement), agathe, bruno, chloe);
    }

    private static Course Named(string name)
    {
        var course = new Course($"Formation {name}", CourseKind.Internal, 420);
        course.Last(ValidityMode.FromCompletion, 12, 2);
        return course;
    }

    private Task<int> Person(string first, string last, int house, DateOnly from)
    {
        var person = new Person(first, last, "essai");
        person.ReachBy("", Sessions.MailOf($"{last} {first}"));
        person.Employ(house, "Éducatrice ou éducateur", from);
        return app.Add(person);
    }

    private Task<int> Session(Team world, int capacity)
    {
        var session = new TrainingSession(world.Course, "Session d’essai", capacity, 1);
        session.Schedule([new(Today.AddDays(30), 540, 180)]);
        return app.Add(session);
    }

    /// <summary>Signed in as the holder of the establishment's management post.</summary>
    private async Task<Browser> Head(Team world)
    {
        var person = await app.Add(new Person("Hugo", $"Chef {world.House}", "essai"));
        var post = Post.AtEstablishment(world.House, "Chef de service", PostLevel.Management);
        post.Appoint(person, Today.AddDays(-300));
        await app.Add(post);
        var name = $"chef-{world.House}@essai.passerelle";
        await app.AddAccount(name, Roles.Staff, false, world.House);
        await app.WithDb(async db =>
        {
            (await db.Users.SingleAsync(a => a.UserName == name)).PersonId = person;
            return await db.SaveChangesAsync();
        });
        var browser = app.Anonymous();
        await browser.SignIn(name, IntranetApp.Password);
        return browser;
    }

    private sealed record Team(int Pole, int House, int Course, int Requirement, int Agathe, int Bruno, int Chloe);
}
