using System.Net;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

public sealed class MeetingPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_meeting_that_counts_moves_the_partners_state()
    {
        var world = await World("Compte", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.Contains("Jamais vu", await State(browser, world.Partner), StringComparison.Ordinal);

        var sheet = await Record(browser, world);
        Assert.Contains("Tenue", Badges(sheet), StringComparison.Ordinal);
        Assert.Contains("Une fois close, elle comptera.", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Jamais vu", await State(browser, world.Partner), StringComparison.Ordinal);

        var closed = await browser.SendAndFollow(await browser.Get($"{sheet.Address}/cloture"), []);
        Assert.Contains("Close", Badges(closed), StringComparison.Ordinal);
        Assert.Contains("Compte pour la rencontre annuelle", Badges(closed), StringComparison.Ordinal);
        Assert.Contains("À jour", await State(browser, world.Partner), StringComparison.Ordinal);
        Assert.Contains("Rencontre annuelle, SPIP Compte", (await browser.Get($"/partenaires/{world.Partner}")).Main, StringComparison.Ordinal);

        var again = await browser.Get($"/rencontres/{Id(closed)}/modifier");
        Assert.Equal($"/rencontres/{Id(closed)}", again.RedirectsTo);
    }

    [Fact]
    public async Task A_meeting_below_the_expected_level_says_why_and_moves_nothing()
    {
        var world = await World("Terrain", PostLevel.Field);
        var browser = await app.SignedIn(Roles.Coordination);
        var sheet = await Record(browser, world);
        const string reason = "Le niveau attendu est « encadrement » : le plus élevé des présents est « terrain ».";
        Assert.Contains(reason, Spaces(sheet.Main), StringComparison.Ordinal);
        var closed = await browser.SendAndFollow(await browser.Get($"{sheet.Address}/cloture"), []);
        Assert.Contains("Ne compte pas", Badges(closed), StringComparison.Ordinal);
        Assert.Contains(reason, Spaces(closed.Main), StringComparison.Ordinal);
        Assert.Contains("Jamais vu", await State(browser, world.Partner), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_meeting_is_neither_held_nor_closed_before_its_day()
    {
        var world = await World("Prévue", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var sheet = await Record(browser, world, ("Input.On", $"{Today.AddDays(10):yyyy-MM-dd}"));
        Assert.Contains("Planifiée", Badges(sheet), StringComparison.Ordinal);
        Assert.Null(sheet.Document.QuerySelector("main a[href$='/tenue'], main a[href$='/cloture']"));
        Assert.Equal(sheet.Address, (await browser.Get($"{sheet.Address}/cloture")).RedirectsTo);

        var edit = await browser.Get($"/rencontres/{Id(sheet)}/modifier");
        var held = await browser.SendAndFollow(edit, [("Input.On", $"{Today.AddDays(-1):yyyy-MM-dd}")]);
        Assert.Contains("Tenue", Badges(held), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_names_its_boxes_in_French()
    {
        var world = await World("Prévenue", PostLevel.Management);
        var form = await (await app.SignedIn(Roles.Coordination)).Get($"/rencontres/nouvelle?partenaire={world.Partner}");
        Assert.StartsWith("Prévenir les participants", form.Document.QuerySelector("label:has(input[name=Tell])")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_rest_kept()
    {
        var world = await World("Manque", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}&etablissement={world.Place}");
        var answer = await browser.Send(form, [("Input.On", ""), ("Input.Mode", "Video"), ("Input.Minutes", "Ordre du jour."), ($"Input.People[{world.Theirs}]", "Present")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Date", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("Ordre du jour.", answer.Document.QuerySelector("#Input_Minutes")!.TextContent.Trim());
        Assert.Equal("Present", answer.Document.QuerySelector($"#people-{world.Theirs} option[selected]")!.GetAttribute("value"));
        Assert.Single(answer.Document.QuerySelectorAll("input[name='Input.Establishments'][checked]"));
    }

    [Fact]
    public async Task An_accompanied_persons_identity_is_refused_in_the_minutes_and_stored_nowhere()
    {
        var world = await World("Secret", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}&etablissement={world.Place}");
        const string identity = "Situation de M. Kerbrat, né le 12/03/1985.";
        var answer = await browser.Send(form, [("Input.Mode", "Video"), ("Input.Minutes", identity)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(identity, answer.Document.QuerySelector("#Input_Minutes")!.TextContent.Trim());
        await app.WithDb(async db =>
        {
            Assert.False(await db.Set<Meeting>().AnyAsync(m => m.Minutes.Contains("Kerbrat")));
            Assert.False(await db.Subjects.AnyAsync(s => s.Folded.Contains("kerbrat")));
            Assert.False(await db.AuditEntries.AnyAsync(a => a.Changes.Contains("Kerbrat")));
            return 0;
        });
    }

    [Fact]
    public async Task Two_people_on_one_meeting_see_both_versions_and_nothing_typed_is_lost()
    {
        var world = await World("Deux", PostLevel.Management);
        var (one, other) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Coordination));
        var id = Id(await Record(one, world));
        var mine = await one.Get($"/rencontres/{id}/modifier");
        await other.SendAndFollow(await other.Get($"/rencontres/{id}/modifier"), [("Input.Place", "Leur salle")]);

        var conflict = await one.Send(mine, [("Input.Place", "Ma salle"), ("Input.OurOthers", "Paul Martin, stagiaire")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var rows = conflict.Document.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Lieu ou lien | Ma salle | Leur salle", "Autres participants de chez nous | Paul Martin, stagiaire | (vide)"], rows);

        await one.SendAndFollow(conflict, []);
        var saved = await app.WithDb(db => db.Set<Meeting>().Include(m => m.Participants).SingleAsync(m => m.Id == id));
        Assert.Equal("Ma salle", saved.Place);
        Assert.Equal(["Claire Deux", "Paul Martin", "Rémi Deux"], saved.Participants.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task A_form_sent_twice_records_one_meeting()
    {
        var world = await World("Double", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}&etablissement={world.Place}");
        (string, string)[] values = [("Input.Mode", "Video"), ("Input.Title", "Rencontre du double clic")];
        var answers = await Task.WhenAll(browser.Send(form, values), browser.Send(form, values));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal(1, await app.WithDb(db => db.Set<Meeting>().CountAsync(m => m.Title == "Rencontre du double clic")));
    }

    [Fact]
    public async Task An_establishment_out_of_scope_can_neither_be_chosen_nor_forced()
    {
        var (world, foreign) = (await World("Permise", PostLevel.Management), await app.AddEstablishment("L’Interdite"));
        var browser = await app.SignedIn(Roles.Coordination, false, world.Place);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}");
        Assert.Single(form.Document.QuerySelectorAll("input[name='Input.Establishments']"));
        var answer = await browser.Send(form, [("Input.Mode", "Video"), ("Input.Establishments", $"{foreign}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Choisissez un établissement de votre périmètre.", answer.Errors, StringComparison.Ordinal);

        var hidden = Id(await Record(await app.SignedIn(Roles.Coordination), await World("Cachée", PostLevel.Management)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/rencontres/{hidden}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/rencontres/{hidden}/modifier")).Status);
    }

    [Fact]
    public async Task A_draft_is_resumed_with_those_present_and_gone_once_sent()
    {
        var world = await World("Brouillon", PostLevel.Management);
        var browser = await app.SignedIn(Roles.Coordination);
        var kind = await app.WithDb(db => db.Set<MeetingKind>().Where(k => k.Code == "annual").Select(k => k.Id).SingleAsync());
        await DraftOf.KeepAsync(browser, "rencontre-nouvelle",
            $"""[["Input.KindId","{kind}"],["Input.Mode","Phone"],["Input.On","{Today:yyyy-MM-dd}"],["Input.Partners","{world.Partner}"],["Input.Establishments","{world.Place}"],["Input.People[{world.Theirs}]","Present"],["Input.Minutes","Compte rendu commencé."]]""");
        var resumed = await browser.Get("/rencontres/nouvelle?brouillon=rencontre-nouvelle");
        Assert.Equal("Compte rendu commencé.", resumed.Document.QuerySelector("#Input_Minutes")!.TextContent.Trim());
        Assert.Equal("Present", resumed.Document.QuerySelector($"#people-{world.Theirs} option[selected]")!.GetAttribute("value"));
        var sheet = await browser.SendAndFollow(resumed, []);
        Assert.Contains("Claire Brouillon", sheet.Main, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<Draft>().AnyAsync(d => d.Key == "rencontre-nouvelle")));
    }

    private sealed record Scene(int Partner, int Place, string Theirs, string Ours);

    /// <summary>A followed partner, Claire there at this level, Rémi here.</summary>
    private async Task<Scene> World(string name, PostLevel level)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var (theirs, claire) = await Holder(Post.AtPartner(partner, "Poste chez eux", level), "Claire", name);
        var (ours, rémi) = await Holder(Post.AtEstablishment(place, "Poste chez nous", PostLevel.Management), "Rémi", name);
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(ours, Today.AddYears(-3));
            return await db.SaveChangesAsync();
        });
        return new Scene(partner, place, $"{claire}-{theirs}", $"{rémi}-{ours}");
    }

    private async Task<(int Post, int Person)> Holder(Post post, string first, string last)
    {
        var person = await app.Add(new Person(first, last, "essai"));
        post.Appoint(person, Today.AddYears(-3));
        return (await app.Add(post), person);
    }

    /// <summary>A video meeting of today with both people present.</summary>
    private async Task<Page> Record(Browser browser, Scene scene, params (string Name, string Value)[] more)
    {
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={scene.Partner}&etablissement={scene.Place}");
        return await browser.SendAndFollow(form, [("Input.Mode", "Video"), ($"Input.People[{scene.Theirs}]", "Present"), ($"Input.People[{scene.Ours}]", "Present"), .. more]);
    }

    private static int Id(Page sheet) => int.Parse(sheet.Address.Split('/')[^1]);

    private static string Badges(Page sheet) => sheet.Document.QuerySelector(".page-header-badges")!.TextContent;

    private static async Task<string> State(Browser browser, int partner) => Badges(await browser.Get($"/partenaires/{partner}"));

    private static string Spaces(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
