using System.Net;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

public sealed class PlannerPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_plan_is_read_ticked_and_becomes_drafts_then_nothing_is_left_to_propose()
    {
        var scene = await Scene("Plan", partners: 3);
        var browser = await app.SignedIn(Roles.Coordination);
        var plan = await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}");
        var boxes = plan.Document.QuerySelectorAll("input[name=Choix]");
        Assert.Equal(3, boxes.Length);
        Assert.Contains("Jamais rencontré", plan.Main, StringComparison.Ordinal);

        var created = await browser.SendAndFollow(plan, []);
        Assert.StartsWith("/rencontres/planificateur", created.Address, StringComparison.Ordinal);
        var drafts = await Meetings(scene);
        Assert.Equal(3, drafts.Count);
        Assert.All(drafts, d => Assert.Equal(MeetingState.Draft, d.State));
        Assert.All(drafts, d => Assert.Contains(d.Participants, p => p.PersonId == scene.Person));
        Assert.Equal(0, await app.WithDb(db => db.Set<MeetingNotice>().CountAsync()));

        var again = await browser.Get($"/rencontres/planificateur?plan=true&responsable={scene.Post}");
        Assert.Contains("Rien à proposer", again.Main, StringComparison.Ordinal);
        Assert.Contains("meeting-chip is-draft", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_changed_meanwhile_creates_nothing_and_shows_the_new_one()
    {
        var scene = await Scene("Course", partners: 2);
        var browser = await app.SignedIn(Roles.Coordination);
        var plan = await browser.Get($"/rencontres/planificateur?plan=true&responsable={scene.Post}");
        // Somebody else plans one of the two in between.
        await app.WithDb(async db =>
        {
            var meeting = new Meeting("Prise entre-temps", (await db.Set<MeetingKind>().FirstAsync(k => k.Counts)).Id, MeetingMode.AtTheirs, Today.AddDays(20));
            meeting.Between([scene.Place], [scene.Partners[0]]);
            db.Add(meeting);
            return await db.SaveChangesAsync();
        });
        var refused = await browser.Send(plan, [], "planificateur/plan");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Le plan a changé", refused.Main, StringComparison.Ordinal);
        Assert.Single(refused.Document.QuerySelectorAll("input[name=Choix]"));
        Assert.Single(await Meetings(scene));
    }

    [Fact]
    public async Task The_loads_are_proposed_only_to_those_who_may_open_them()
    {
        const string Door = "main a[href$='planificateur/charge']";
        await Scene("Charges", partners: 1);
        Assert.NotNull((await (await app.SignedIn(Roles.Coordination)).Get("/rencontres/planificateur")).Document.QuerySelector(Door));
        var reader = await app.SignedIn(Roles.Staff);
        Assert.Null((await reader.Get("/rencontres/planificateur")).Document.QuerySelector(Door));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/rencontres/planificateur/charge")).Status);
    }

    [Fact]
    public async Task Nothing_ticked_is_said()
    {
        var scene = await Scene("Rien", partners: 1);
        var browser = await app.SignedIn(Roles.Coordination);
        var page = await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}");
        var answer = await browser.Client.PostAsync($"/rencontres/planificateur/plan?responsable={scene.Post}", new FormUrlEncodedContent(page.FieldsOf(page.Form(null)).Where(f => f.Key != "Choix")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Cochez au moins une rencontre", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_added_then_moved_in_place_and_two_people_are_told()
    {
        var scene = await Scene("Place", partners: 1);
        var browser = await app.SignedIn(Roles.Coordination);
        var month = Today.AddMonths(2);
        var form = await browser.Get($"/rencontres/planificateur/ajout?partenaire={scene.Partners[0]}&mois={month:yyyy-MM}");
        Assert.Equal(WorkingDays.OnOrAfter(new DateOnly(month.Year, month.Month, 1)).ToString("yyyy-MM-dd"), form.Document.QuerySelector("#Input_On")!.GetAttribute("value"));
        await browser.SendAndFollow(form, []);
        var draft = Assert.Single(await Meetings(scene));

        var (first, second) = (await browser.Get($"/rencontres/planificateur/deplacement/{draft.Id}"), await browser.Get($"/rencontres/planificateur/deplacement/{draft.Id}"));
        var day = WorkingDays.OnOrAfter(draft.On.AddDays(7));
        await browser.SendAndFollow(first, [("Input.On", $"{day:yyyy-MM-dd}")]);
        Assert.Equal(day, Assert.Single(await Meetings(scene)).On);

        var late = await browser.Send(second, [("Input.On", $"{day.AddDays(1):yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(French.Date(day), late.Errors, StringComparison.Ordinal);
        Assert.Equal($"{day.AddDays(1):yyyy-MM-dd}", late.Document.QuerySelector("#Input_On")!.GetAttribute("value"));

        var past = await browser.Send(await browser.Get($"/rencontres/planificateur/deplacement/{draft.Id}"), [("Input.On", $"{Today.AddDays(-1):yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
    }

    [Fact]
    public async Task The_load_of_each_is_kept_and_a_wrong_one_is_refused()
    {
        var scene = await Scene("Charge", partners: 1);
        var browser = await app.SignedIn(Roles.Coordination);
        var page = await browser.Get("/rencontres/planificateur/charge");
        var index = page.Document.QuerySelectorAll("input[name$='.PersonId']").Select((e, i) => (e, i)).Single(x => x.e.GetAttribute("value") == scene.Person.ToString()).i;
        // Read with the name: what follows is for the eyes only.
        Assert.EndsWith(", 1 partenaire", page.Document.QuerySelectorAll(".load-row legend")[index].TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var refused = await browser.Send(page, [($"Input[{index}].PerWeek", "5"), ($"Input[{index}].PerMonth", "2")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("2", refused.Document.QuerySelector($"[name='Input[{index}].PerMonth']")!.GetAttribute("value"));
        await browser.SendAndFollow(page, [($"Input[{index}].PerWeek", "2"), ($"Input[{index}].PerMonth", "4")]);
        Assert.Equal((2, 4), await app.WithDb(async db => await db.Set<MeetingLoad>().Where(l => l.PersonId == scene.Person).Select(l => ValueTuple.Create(l.PerWeek, l.PerMonth)).SingleAsync()));
    }

    [Fact]
    public async Task A_court_s_reduced_service_replaces_that_of_all_courts()
    {
        var scene = await Scene("Tribunal", partners: 1, kind: "court");
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get("/rencontres/planificateur/fermetures"), [], "handler=Usual");
        var form = await browser.Get("/rencontres/planificateur/fermetures/fiche");
        var (from, to) = (new DateOnly(Today.Year, 7, 1), new DateOnly(Today.Year, 7, 10));
        await browser.SendAndFollow(form, [("Input.Label", "Été du tribunal"), ("Input.From", $"{from:yyyy-MM-dd}"), ("Input.To", $"{to:yyyy-MM-dd}"), ("Input.PartnerId", scene.Partners[0].ToString())]);
        var closures = await app.WithDb(db => db.Set<Closure>().AsNoTracking().ToListAsync());
        Assert.Contains(closures, c => c.PartnerId is null && c.From.Month == 7);

        var own = ClosureRules.Of(Row(scene.Partners[0], "court"), closures).ToList();
        Assert.DoesNotContain(own, c => c.PartnerId is null && c.From.Month == 7);
        Assert.Contains(own, c => c.Label == "Été du tribunal");
        Assert.Contains(ClosureRules.Of(Row(-1, "court"), closures), c => c.PartnerId is null && c.From.Month == 7);
        Assert.Empty(ClosureRules.Of(Row(-1, "spip"), closures));
    }

    [Fact]
    public async Task A_relation_kept_elsewhere_is_not_planned_by_others()
    {
        var (scene, mine) = (await Scene("Ailleurs", partners: 1), await app.AddEstablishment("Établissement d’ici"));
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, mine);
        var plan = await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}");
        Assert.Empty(plan.Document.QuerySelectorAll("input[name=Choix]"));
        Assert.Contains("hors de votre périmètre", plan.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/rencontres/planificateur/ajout?partenaire={scene.Partners[0]}")).Status);
    }

    [Fact]
    public async Task A_meeting_of_the_coming_days_awaits_its_partner_and_a_past_year_proposes_nothing()
    {
        var scene = await Scene("Demain", partners: 1);
        await app.WithDb(async db =>
        {
            var meeting = new Meeting("Dans deux jours", (await db.Set<MeetingKind>().FirstAsync(k => k.Counts)).Id, MeetingMode.AtTheirs, Today.AddDays(2));
            meeting.Between([scene.Place], [scene.Partners[0]]);
            db.Add(meeting);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        foreach (var year in (string[])["", $"&annee={Today.Year + 1}", $"&annee={Today.Year - 2}"])
            Assert.Empty((await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}{year}")).Document.QuerySelectorAll("input[name=Choix]"));
    }

    [Fact]
    public async Task Nobody_is_given_a_date_while_away_and_the_page_says_why()
    {
        var scene = await Scene("Absence", partners: 2);
        var back = WorkingDays.Next(Today.AddDays(60));
        await Change(scene, person => person.BeAway(Today, back.AddDays(-1), null));
        var browser = await app.SignedIn(Roles.Coordination);
        var plan = await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}");
        var days = plan.Document.QuerySelectorAll("input[name=Choix]").Select(b => DateOnly.Parse(b.GetAttribute("value")!.Split('@')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, days.Count);
        Assert.All(days, d => Assert.True(d >= back, $"{d}"));
        Assert.Contains("absence de Karine Absence", plan.Main, StringComparison.Ordinal);
        var shown = await browser.Get($"/rencontres/planificateur?plan=true&responsable={scene.Post}");
        Assert.Contains("meeting-chip is-proposed", shown.Text, StringComparison.Ordinal);
        // Administrators are told how many commands ran; those of the layout are kept from the first reading.
        var counting = await app.SignedIn(Roles.Coordination | Roles.Administration);
        await counting.Get("/rencontres/planificateur");
        Assert.Equal(4, (await counting.Get($"/rencontres/planificateur?plan=true&responsable={scene.Post}")).SqlCommands);

        // A long leave without a known end, then a departure, leave no day at all.
        await Change(scene, person => person.Employ(scene.Place, "Coordination", Today.AddYears(-1)).TakeLongLeave(Today, null));
        var leave = await browser.Get($"/rencontres/planificateur/plan?responsable={scene.Post}");
        Assert.Empty(leave.Document.QuerySelectorAll("input[name=Choix]"));
        Assert.Equal(2, leave.Document.QuerySelectorAll("section[aria-labelledby=sans-date] li").Length);
        Assert.Contains($"absence de Karine Absence à compter du {French.Date(Today)}", leave.Main, StringComparison.Ordinal);
        var other = await Scene("Départ", partners: 1);
        await Change(other, person => person.Depart(Today.AddDays(5)));
        var left = await browser.Get($"/rencontres/planificateur/plan?responsable={other.Post}");
        Assert.Empty(left.Document.QuerySelectorAll("input[name=Choix]"));
        Assert.Contains($"départ de Karine Départ le {French.Date(Today.AddDays(5))}", left.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_one_closure_see_each_other()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        var id = await app.WithDb(async db =>
        {
            var closure = new Closure(ClosureKind.Closed, "Fermeture disputée", Today, Today.AddDays(3));
            db.Add(closure);
            await db.SaveChangesAsync();
            return closure.Id;
        });
        var address = $"/rencontres/planificateur/fermetures/fiche/{id}";
        var (first, second) = (await browser.Get(address), await browser.Get(address));
        Assert.Equal(HttpStatusCode.Redirect, (await Edit(first, "Pont de mai")).Status);
        var late = await Edit(second, "Pont de l’Ascension");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Pont de l’Ascension", late.Document.QuerySelector("#Input_Label")!.GetAttribute("value"));
        Assert.Contains("Pont de mai", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        var removal = await browser.Send(second, [], "handler=Remove");
        Assert.Equal(HttpStatusCode.Conflict, removal.Status);
        Assert.Contains("a changé entre-temps", removal.Errors, StringComparison.Ordinal);
        // Saving again is a knowing choice, and so is removing what one has seen.
        Assert.Equal(HttpStatusCode.Redirect, (await Edit(late, "Pont de l’Ascension")).Status);
        await browser.SendAndFollow(await browser.Get(address), [], "handler=Remove");
        Assert.False(await app.WithDb(db => db.Set<Closure>().AnyAsync(c => c.Id == id)));

        async Task<Page> Edit(Page page, string label)
        {
            var fields = page.FieldsOf(page.Document.QuerySelector("form.form")!).Where(f => f.Key != "Input.Label").Append(KeyValuePair.Create("Input.Label", label));
            return await Page.From(address, await browser.Client.PostAsync(address, new FormUrlEncodedContent(fields)));
        }
    }

    private Task<int> Change(World scene, Action<Person> change) => app.WithDb(async db =>
    {
        change(await db.Set<Person>().Include(p => p.Subject).Include(p => p.Absences).Include(p => p.Employments).SingleAsync(p => p.Id == scene.Person));
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_year_is_exported_and_the_late_are_filtered()
    {
        var scene = await Scene("Exporté", partners: 2);
        var browser = await app.SignedIn(Roles.Coordination);
        var late = await browser.Get($"/rencontres/planificateur?retard=true&responsable={scene.Post}");
        Assert.Equal(2, late.Document.QuerySelectorAll(".planner tbody tr.is-late").Length);
        var file = await browser.Client.GetAsync($"/rencontres/planificateur/export.xlsx?responsable={scene.Post}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var book = new ClosedXML.Excel.XLWorkbook(await file.Content.ReadAsStreamAsync());
        Assert.Contains(book.Worksheets.First().CellsUsed(), c => c.GetString() == "SPIP Exporté 1");
    }

    private static PlannerPartner Row(int id, string kind) => new()
    {
        Id = id,
        Name = "",
        Kind = "",
        KindCode = kind,
        Departments = "",
        Expected = PostLevel.Management,
        OwnerPostId = 0,
        OwnerTitle = "",
        OwnerEstablishmentId = null,
        OwnerPersonId = null,
        OwnerName = null,
        PerWeek = null,
        PerMonth = null,
        LastMet = null,
        IsOwn = true,
        SolicitedOn = null,
        WishedMonths = 12,
        MaximumMonths = 12,
    };

    private Task<List<Meeting>> Meetings(World scene) => app.WithDb(db => db.Set<Meeting>().AsNoTracking().Include(m => m.Participants)
        .Where(m => m.Subject.Links.Any(l => l.Role == LinkRole.Partner && scene.Partners.Contains(l.ToId))).ToListAsync());

    private sealed record World(int Place, int Post, int Person, IReadOnlyList<int> Partners);

    private async Task<World> Scene(string name, int partners, string kind = "spip")
    {
        var place = await app.AddEstablishment($"Établissement {name}");
        var person = await app.Add(new Person("Karine", name, "essai"));
        var post = Post.AtEstablishment(place, "Coordination", PostLevel.Management);
        post.Appoint(person, Today.AddYears(-1));
        var postId = await app.Add(post);
        var ids = new List<int>();
        for (var i = 1; i <= partners; i++)
            ids.Add(await app.AddPartner($"SPIP {name} {i}", kind));
        await app.WithDb(async db =>
        {
            foreach (var partner in await db.Set<Partner>().Where(p => ids.Contains(p.Id)).ToListAsync())
                partner.Follow(postId, Today.AddYears(-1));
            return await db.SaveChangesAsync();
        });
        return new World(place, postId, person, ids);
    }
}
