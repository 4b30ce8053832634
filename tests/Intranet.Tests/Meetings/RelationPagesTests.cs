using System.Net;
using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

public sealed class RelationPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task An_invitation_without_answer_stands_beside_the_delay_until_they_are_met()
    {
        var world = await World("Sollicitée", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var address = $"/partenaires/{world.Partner}/sollicitations";
        var refused = await browser.Send(await browser.Get(address), [("Input.On", $"{Today.AddDays(1):yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var noted = await browser.SendAndFollow(await browser.Get(address), [("Input.On", $"{Today.AddDays(-20):yyyy-MM-dd}"), ("Input.Comment", "Trois dates proposées.")]);
        Assert.Contains("Sans réponse", noted.Main, StringComparison.Ordinal);

        var mark = $"ollicité le {French.Date(Today.AddDays(-20))}";
        Assert.Contains("S" + mark, (await browser.Get($"/partenaires/{world.Partner}")).Main, StringComparison.Ordinal);
        Assert.Contains("s" + mark, (await browser.Get($"/partenaires?q=sollicitee&suivis=true")).Main, StringComparison.Ordinal);
        Assert.Contains("s" + mark, (await browser.Get($"/rencontres/couverture?responsable={world.OwnerPost}")).Main, StringComparison.Ordinal);

        var id = await app.WithDb(db => db.Set<Solicitation>().Where(s => s.PartnerId == world.Partner).Select(s => s.Id).SingleAsync());
        var stale = await browser.Get($"{address}/{id}");
        var answered = await browser.SendAndFollow(await browser.Get($"{address}/{id}"), [("Input.Answer", "Refused"), ("Input.On", $"{Today.AddDays(-2):yyyy-MM-dd}"), ("Input.Reason", "En travaux.")]);
        Assert.Contains("En travaux.", answered.Main, StringComparison.Ordinal);
        var conflict = await browser.Send(stale, [("Input.Answer", "Refused"), ("Input.Reason", "Autre motif.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Autre motif.", conflict.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.Contains("a refusé", (await browser.Get($"/rencontres/couverture?responsable={world.OwnerPost}")).Main, StringComparison.Ordinal);

        await MeetAsync(world, Today.AddDays(-1), "annual");
        Assert.DoesNotContain(mark, (await browser.Get($"/rencontres/couverture?responsable={world.OwnerPost}")).Main, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => Solicitations.Open(db).AnyAsync(s => s.PartnerId == world.Partner)));
    }

    [Fact]
    public async Task An_invitation_accepted_closes_those_before_it_and_not_those_after()
    {
        var world = await World("Acceptante", PostLevel.Management);
        Task<List<DateOnly>> Ask(int days, SolicitationAnswer answer) => app.WithDb(async db =>
        {
            var asked = new Solicitation(world.Partner, Today.AddDays(-days), "courriel", "", "essai");
            asked.Answered(answer, Today, "", Today);
            db.Add(asked);
            await db.SaveChangesAsync();
            return await Solicitations.Open(db).Where(s => s.PartnerId == world.Partner).Select(s => s.On).ToListAsync();
        });
        Assert.Single(await Ask(60, SolicitationAnswer.Refused));
        Assert.Empty(await Ask(20, SolicitationAnswer.Accepted));
        Assert.Equal([Today.AddDays(-5)], await Ask(5, SolicitationAnswer.None));
    }

    [Fact]
    public async Task All_well_entered_before_another_does_not_count()
    {
        var world = await World("Désordonnée", PostLevel.Management);
        await MeetAsync(world, Today.AddDays(-5), MeetingKind.AllWellCode);
        Task<string> Ask(int days) => app.WithDb(async db =>
        {
            var kind = await db.Set<MeetingKind>().SingleAsync(k => k.Code == MeetingKind.AllWellCode);
            var people = await db.Set<MeetingParticipant>().AsNoTracking().Where(p => p.Meeting!.Title == "Essai Désordonnée").ToListAsync();
            return (await PartnerMeetings.AskAsync(db, Today.AddDays(-days), 0, kind, MeetingMode.Video, people, [world.Partner], CancellationToken.None)).Single().Reason;
        });
        Assert.Contains("La rencontre suivante", await Ask(40), StringComparison.Ordinal);
        await MeetAsync(world, Today.AddDays(-20), "annual");
        Assert.DoesNotContain("La rencontre suivante", await Ask(40), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_says_why_the_last_meeting_does_not_count()
    {
        var world = await World("Basse", PostLevel.Field);
        await MeetAsync(world, Today.AddDays(-3), "annual");
        var browser = await app.SignedIn(Roles.Coordination);
        var page = await browser.Get($"/rencontres/couverture?responsable={world.OwnerPost}");
        Assert.Contains("Le niveau attendu est", page.Main, StringComparison.Ordinal);
        Assert.Contains("SPIP Basse", page.Main, StringComparison.Ordinal);
        // A reader out of scope sees the partner, not the meeting.
        var outside = await app.SignedIn(Roles.Coordination, false, await app.AddEstablishment("Ailleurs"));
        var theirs = await outside.Get($"/rencontres/couverture?responsable={world.OwnerPost}");
        Assert.Contains("SPIP Basse", theirs.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Le niveau attendu est", theirs.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_judge_is_a_first_contact_until_a_meeting_is_held_with_them()
    {
        var world = await World("Nouvelle", PostLevel.Management);
        var judge = await app.Add(new Person("Solène", "Vasnier", "essai"));
        var post = Post.AtPartner(world.Partner, "Juge de l’application des peines", PostLevel.Institution);
        post.Appoint(judge, Today.AddDays(-30));
        await app.Add(post);
        var browser = await app.SignedIn(Roles.Coordination);
        var address = $"/rencontres/premiers-contacts?responsable={world.OwnerPost}";
        Assert.Contains("Solène Vasnier", (await browser.Get(address)).Main, StringComparison.Ordinal);
        Assert.Contains("Premier contact avec Solène Vasnier", (await browser.Get($"/partenaires/{world.Partner}")).Main, StringComparison.Ordinal);

        // The annual meeting without the judge changes nothing; one of a kind that doesn't count, with the judge, closes it.
        await MeetAsync(world, Today.AddDays(-5), "annual");
        Assert.Contains("Solène Vasnier", (await browser.Get(address)).Main, StringComparison.Ordinal);
        var person = await app.WithDb(async db => new MeetingParticipant(await db.Set<Holding>().SingleAsync(h => h.PersonId == judge), await db.Set<Post>().SingleAsync(p => p.Title.StartsWith("Juge") && p.PartnerId == world.Partner), "Solène Vasnier", Attendance.Present));
        await MeetAsync(world, Today.AddDays(-4), "regional", person);
        Assert.DoesNotContain("Solène Vasnier", (await browser.Get(address)).Main, StringComparison.Ordinal);
        Assert.Contains("Fait le", (await browser.Get(address + "&etat=Made")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_fills_its_cell_and_names_who_came()
    {
        var world = await World("Visiteuse", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var empty = (await browser.Get("/rencontres/visites?q=visiteuse")).Document;
        Assert.NotEmpty(empty.QuerySelectorAll("td.is-never"));
        Assert.Equal("Rien vu encore", empty.QuerySelector("td.phone-only")!.TextContent);
        Assert.Contains("jamais", (await browser.Get("/rencontres/visites/croisements?q=visiteuse")).Main, StringComparison.Ordinal);
        await MeetAsync(world, Today.AddDays(-9), "visit", mode: MeetingMode.AtOurs);
        var day = French.Date(Today.AddDays(-9));
        var seen = await browser.Get("/rencontres/visites?q=visiteuse");
        Assert.Contains(day, seen.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien vu encore", seen.Main, StringComparison.Ordinal);
        Assert.Contains("Claire Visiteuse", (await browser.Get("/rencontres/visites/personnes?q=visiteuse")).Main, StringComparison.Ordinal);
        Assert.Contains(day, (await browser.Get("/rencontres/visites/croisements?q=visiteuse")).Main, StringComparison.Ordinal);
        var sheet = await SheetAsync(browser);
        Assert.Equal(["Claire Visiteuse", "Poste chez eux", "SPIP Visiteuse", "CHRS Établissement Visiteuse"], sheet.Take(4));
        Assert.Equal(5, sheet.Count);
        Assert.StartsWith($"{Today.AddDays(-9):dd/MM/yyyy}", sheet[4], StringComparison.Ordinal);
        // A reader out of scope learns no day of it.
        var outside = await app.SignedIn(Roles.Coordination, false, await app.AddEstablishment("Hors visite"));
        Assert.Empty(await SheetAsync(outside));
        Assert.DoesNotContain(day, (await outside.Get("/rencontres/visites/croisements?q=visiteuse")).Main, StringComparison.Ordinal);
        Assert.Contains("Claire Visiteuse", (await outside.Get("/rencontres/visites/croisements?q=visiteuse&jamais=true")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Claire Visiteuse", (await browser.Get("/rencontres/visites/croisements?q=visiteuse&jamais=true")).Main, StringComparison.Ordinal);
        Assert.Contains("0 partenaire", (await browser.Get("/rencontres/visites?q=visiteuse&jamais=true&maison=CHRS")).Main.Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preparation_sheet_gathers_what_is_known()
    {
        var world = await World("Préparée", PostLevel.Management);
        await MeetAsync(world, Today.AddDays(-40), "annual");
        var next = await app.WithDb(async db =>
        {
            var kind = await db.Set<MeetingKind>().SingleAsync(k => k.Code == "annual");
            var last = await db.Set<Meeting>().SingleAsync(m => m.Title == "Essai Préparée");
            last.Outcomes.Add(new MeetingOutcome(OutcomeKind.Decision, "Une grille commune d’admission."));
            var action = new MeetingOutcome(OutcomeKind.Action, "Envoyer le livret des dispositifs.");
            action.Entrust(true, world.OwnerPost, Today.AddDays(-3));
            last.Outcomes.Add(action);
            db.Add(new PartnerTopic(world.Partner, "Délai de la partie médicale", Today, "essai"));
            db.Add(new PartnerTopic(world.Partner, "Point reporté", Today, "essai", last.Id));
            var meeting = new Meeting("À préparer", kind.Id, MeetingMode.Video, Today.AddDays(10));
            meeting.Between([world.Place], [world.Partner]);
            meeting.Announce(Today);
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Id;
        });
        var browser = await app.SignedIn(Roles.Coordination);
        var sheet = (await browser.Get($"/rencontres/{next}/preparation")).Main;
        foreach (var expected in new[] { "Une grille commune", "Envoyer le livret", "en retard", "Délai de la partie médicale", "Qui est qui", "Claire Préparée", "Aucune situation individuelle" })
            Assert.Contains(expected, sheet, StringComparison.Ordinal);
        var partner = (await browser.Get($"/partenaires/{world.Partner}")).Main;
        foreach (var expected in new[] { "À préparer", "Envoyer le livret", "Délai de la partie médicale" })
            Assert.Contains(expected, partner, StringComparison.Ordinal);
        Assert.Contains("Point reporté", partner, StringComparison.Ordinal);
        // What another meeting left is for those who may read that meeting.
        var outside = await app.SignedIn(Roles.Coordination, false, await app.AddEstablishment("Hors préparation"));
        foreach (var address in new[] { $"/partenaires/{world.Partner}", $"/rencontres/sujets?partenaire={world.Partner}" })
        {
            var theirs = (await outside.Get(address)).Main;
            Assert.Contains("Délai de la partie médicale", theirs, StringComparison.Ordinal);
            Assert.DoesNotContain("Point reporté", theirs, StringComparison.Ordinal);
        }
        var report = (await browser.Get($"/rencontres/rapport?annee={Today.AddDays(-40).Year}")).Main;
        Assert.Contains("Une grille commune", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_a_kind_and_says_that_it_counts()
    {
        var admin = await app.SignedIn(Roles.Administration);
        var list = await admin.SendAndFollow(await admin.Get("/administration/natures-de-rencontre/fiche"), [("Input.Label", "Petit déjeuner d’essai"), ("Input.Counts", "true"), ("Input.Agenda", "Accueil | 10\nÉchanges")]);
        Assert.Contains("Petit déjeuner d’essai", list.Main, StringComparison.Ordinal);
        var wrong = await admin.Send(await admin.Get("/administration/natures-de-rencontre/fiche"), [("Input.Label", "Autre"), ("Input.Agenda", "Accueil | dix")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var twice = await admin.Send(await admin.Get("/administration/natures-de-rencontre/fiche"), [("Input.Label", "Petit déjeuner d’essai")]);
        Assert.Contains("existe déjà", twice.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_on_one_kind_see_each_other()
    {
        var admin = await app.SignedIn(Roles.Administration);
        var id = await app.WithDb(async db =>
        {
            var kind = MeetingKind.Named("Nature disputée", 900);
            db.Add(kind);
            await db.SaveChangesAsync();
            return kind.Id;
        });
        var address = $"/administration/natures-de-rencontre/fiche/{id}";
        var (first, second) = (await admin.Get(address), await admin.Get(address));
        await admin.SendAndFollow(first, [("Input.Label", "Nature à eux")]);
        var late = await admin.Send(second, [("Input.Label", "Nature à moi")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Nature à moi", late.Document.QuerySelector("#Input_Label")!.GetAttribute("value"));
        Assert.Contains("Nature à eux", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        await admin.SendAndFollow(late, []);
        Assert.Equal("Nature à moi", await app.WithDb(db => db.Set<MeetingKind>().Where(k => k.Id == id).Select(k => k.Label).SingleAsync()));
    }

    [Fact]
    public async Task Erasure_forgets_whom_meetings_gathered_invited_and_heard()
    {
        var (partner, place) = (await app.AddPartner("SPIP oublié", "spip"), await app.AddEstablishment("Établissement oublié"));
        var (post, person) = (Post.AtPartner(partner, "Poste d’alors", PostLevel.Management), new Person("Éloi", "Oubliable", "essai"));
        var (on, end) = (new DateOnly(2019, 5, 6), new DateOnly(2020, 6, 30));
        var id = await app.Add(person);
        post.Appoint(id, new DateOnly(2019, 1, 7)).End(end);
        await app.Add(post);
        var (kept, left) = await app.WithDb(async db =>
        {
            (await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == id)).Depart(end);
            var kind = await db.Set<MeetingKind>().SingleAsync(k => k.Code == "annual");
            var holding = await db.Set<Holding>().Include(h => h.Post).SingleAsync(h => h.PersonId == id);
            List<Meeting> meetings = [new("Gardée", kind.Id, MeetingMode.Video, on), new("Quittée", kind.Id, MeetingMode.Video, on)];
            foreach (var meeting in meetings)
            {
                meeting.Between([place], [partner]);
                meeting.Gather([new MeetingParticipant(holding, holding.Post!, "Éloi Oubliable", Attendance.Present), new MeetingParticipant("Ada Restante", "stagiaire", partner, Attendance.Present)]);
                meeting.Hold(Today);
                meeting.Remarks.Add(new MinutesRemark("Éloi OUBLIABLE", false, "Une remarque.", on));
                meeting.Remarks.Add(new MinutesRemark("Ada Restante", false, "Une autre.", on));
            }
            db.AddRange(meetings);
            await db.SaveChangesAsync();
            meetings[1].Gather([new MeetingParticipant("Ada Restante", "stagiaire", partner, Attendance.Present)]);
            db.AddRange(new MeetingInvitation(meetings[0].Id, "eloi@essai.passerelle", "Éloi Oubliable", id), new MeetingInvitation(meetings[0].Id, "poste@essai.passerelle", "Éloi Oubliable", id));
            await db.SaveChangesAsync();
            return (meetings[0].Id, meetings[1].Id);
        });
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Erasure>().EraseAsync(id, CancellationToken.None);
        var text = await app.WithDb(async db => string.Join('\n',
        [
            .. await db.Set<MeetingParticipant>().Where(p => p.MeetingId == kept).Select(p => p.Name + p.Email).ToListAsync(),
            .. await db.Set<MeetingInvitation>().Where(i => i.MeetingId == kept).Select(i => i.Name + i.Email).ToListAsync(),
            .. await db.Set<MinutesRemark>().Where(r => r.MeetingId == kept || r.MeetingId == left).Select(r => r.Author).ToListAsync(),
            .. await db.AuditEntries.Where(a => a.SubjectId == kept || a.SubjectId == left).Select(a => a.Changes).ToListAsync(),
        ]));
        Assert.DoesNotContain("oubliable", Folding.Fold(text), StringComparison.Ordinal);
        Assert.DoesNotContain("@essai", text, StringComparison.Ordinal);
        Assert.Contains("Ada Restante", text, StringComparison.Ordinal);
        var stays = await app.WithDb(db => db.Set<MeetingParticipant>().SingleAsync(p => p.PersonId == id));
        Assert.Equal((Person.ErasedName, "Poste d’alors", Attendance.Present), (stays.Name, stays.Function, stays.Attendance));
        // The history of the others stays as it was.
        Assert.True(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == left && a.Changes.Contains("Restante"))));

        // Guests known by their name alone are forgotten in their turn, three years after the meeting.
        using (var scope = app.Services.CreateScope())
            Assert.InRange((await scope.ServiceProvider.GetRequiredService<Erasure>().RunAsync(dryRun: false, CancellationToken.None)).Guests, 2, int.MaxValue);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => (a.SubjectId == kept || a.SubjectId == left) && a.Changes.Contains("Restante"))));
        Assert.False(await app.WithDb(db => db.Set<MinutesRemark>().AnyAsync(r => r.Author == "Ada Restante" && (r.MeetingId == kept || r.MeetingId == left))));
    }

    /// <summary>The cells of « Qui est venu », below its headings.</summary>
    private static async Task<List<string>> SheetAsync(Browser browser)
    {
        var file = await browser.Client.GetAsync("/rencontres/visites/personnes.xlsx?q=visiteuse");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var book = new ClosedXML.Excel.XLWorkbook(await file.Content.ReadAsStreamAsync());
        return [.. book.Worksheets.Single().RowsUsed().Skip(1).SelectMany(r => r.CellsUsed()).Select(c => c.Value is DateTime date ? $"{date:dd/MM/yyyy}" : c.GetString())];
    }

    private sealed record Scene(string Name, int Partner, int Place, int OwnerPost, int TheirPost);

    /// <summary>A followed partner, Claire there at this level, Rémi here.</summary>
    private async Task<Scene> World(string name, PostLevel level)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var (theirs, ours) = (Post.AtPartner(partner, "Poste chez eux", level), Post.AtEstablishment(place, "Poste chez nous", PostLevel.Management));
        theirs.Appoint(await app.Add(new Person("Claire", name, "essai")), Today.AddYears(-3));
        ours.Appoint(await app.Add(new Person("Rémi", name, "essai")), Today.AddYears(-3));
        var (theirPost, ownerPost) = (await app.Add(theirs), await app.Add(ours));
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(ownerPost, Today.AddYears(-3));
            return await db.SaveChangesAsync();
        });
        return new Scene(name, partner, place, ownerPost, theirPost);
    }

    /// <summary>A closed meeting of both, and of whoever else.</summary>
    private Task<int> MeetAsync(Scene scene, DateOnly on, string code, MeetingParticipant? more = null, MeetingMode mode = MeetingMode.Video) => app.WithDb(async db =>
    {
        var kind = await db.Set<MeetingKind>().SingleAsync(k => k.Code == code);
        var posts = await db.Set<Post>().AsNoTracking().Include(p => p.Holdings).ThenInclude(h => h.Person).Where(p => p.Id == scene.OwnerPost || p.Id == scene.TheirPost).ToListAsync();
        List<MeetingParticipant> people = [.. posts.Select(p => new MeetingParticipant(p.Holdings.First(), p, p.Holdings.First().Person!.FullName, Attendance.Present))];
        if (more is not null)
            people.Add(more);
        var meeting = new Meeting($"Essai {scene.Name}", kind.Id, mode, on);
        meeting.Between([scene.Place], [scene.Partner]);
        meeting.Gather(people);
        meeting.Hold(Today);
        meeting.Close(Today, "essai", Counting.For(new CountedPartner(scene.Partner, scene.Name, PostLevel.Management), kind, mode, people).Counts ? [scene.Partner] : []);
        db.Add(meeting);
        return await db.SaveChangesAsync();
    });
}
