using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Http;

public sealed class PartnerPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Two_people_on_one_sheet_see_both_versions_and_nothing_typed_is_lost()
    {
        var id = await app.AddPartner("SIAO du Val-de-Marne", "siao");
        var (one, other) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Coordination));
        var address = $"/partenaires/{id}/modifier";
        var mine = await one.Get(address);
        await other.SendAndFollow(await other.Get(address), [("Input.Phone", "01 45 00 00 00")]);

        var conflict = await one.Send(mine, [("Input.Notes", "Réunion le jeudi."), ("Input.Phone", "01 46 00 00 00")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var rows = conflict.Document.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Téléphone | 01 46 00 00 00 | 01 45 00 00 00", "Notes | Réunion le jeudi. | (vide)"], rows);
        Assert.Contains("Camille Essai", conflict.Document.QuerySelector("table.conflict thead")!.TextContent, StringComparison.Ordinal);

        await one.SendAndFollow(conflict, []);
        var saved = await app.WithDb(db => db.Set<Partner>().SingleAsync(p => p.Id == id));
        Assert.Equal(("01 46 00 00 00", "Réunion le jeudi."), (saved.Phone, saved.Notes));
    }

    [Fact]
    public async Task A_wrong_departement_comes_back_with_the_form_as_typed()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get("/partenaires/nouveau");
        var kind = await app.WithDb(db => db.Set<PartnerKind>().Where(k => k.Code == "spip").Select(k => k.Id).SingleAsync());
        var answer = await browser.Send(form, [("Input.Name", "SPIP de Nulle-Part"), ("Input.KindId", $"{kind}"), ("Input.Departments", "93, 999")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("999", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("93, 999", answer.Document.QuerySelector("#Input_Departments")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_partner_is_edited_without_choosing_a_territory()
    {
        var court = await app.AddPartner("Tribunal judiciaire de Sans-Ressort", "court");
        var spip = await app.AddPartner("SPIP de Sans-Ressort", "spip");
        var browser = await app.SignedIn(Roles.Coordination);
        foreach (var id in new[] { court, spip })
            await browser.SendAndFollow(await browser.Get($"/partenaires/{id}/modifier"), [("Input.Departments", "93")]);
        var form = await browser.Get($"/partenaires/{spip}/modifier");
        var choice = form.Document.QuerySelector("select[name='Input.TerritoryIds']")!;
        Assert.Contains("Sans-Ressort", choice.TextContent, StringComparison.Ordinal);
        Assert.False(choice.HasAttribute("required"));
        await browser.SendAndFollow(form, [("Input.Phone", "01 43 00 00 00")]);
    }

    [Fact]
    public async Task Merging_moves_posts_links_and_keys_and_the_old_address_leads_to_the_kept_one()
    {
        var (kept, gone) = (await app.AddPartner("CP de Réunion", "prison"), await app.AddPartner("Maison d’arrêt de Réunion", "prison"));
        var spip = await app.AddPartner("SPIP de Réunion", "spip");
        var establishment = await app.AddEstablishment("La Réunie");
        await app.WithDb(async db =>
        {
            var duplicate = await db.Set<Partner>().Include(p => p.Subject).SingleAsync(p => p.Id == gone);
            duplicate.Identifiers.Add(new PartnerIdentifier("prison", "REUNION-1"));
            db.Add(Post.AtPartner(gone, "Greffe de Réunion", PostLevel.Field));
            db.Add(new ArticulationObservation(establishment, gone, new DateOnly(2026, 6, 16), ArticulationLevel.Formal, null, "", "Nadia Brunel"));
            var around = await db.Set<Partner>().Include(p => p.Subject).ThenInclude(s => s.Links).SingleAsync(p => p.Id == spip);
            around.SetLinks(LinkRole.Territory, [kept, gone]);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        var page = await browser.SendAndFollow(await browser.Get($"/partenaires/{kept}/reunir?avec={gone}"), [("keep", $"{kept}")], "reunir?avec");
        Assert.Contains("Greffe de Réunion", page.Main, StringComparison.Ordinal);
        Assert.Contains("Maison d’arrêt de Réunion", page.Main, StringComparison.Ordinal);
        Assert.Contains("Communication formelle", page.Main, StringComparison.Ordinal);

        var old = await browser.Get($"/partenaires/{gone}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/partenaires/{kept}"), (old.Status, old.RedirectsTo));
        Assert.Contains("Réuni avec le doublon", (await browser.Get($"/historique/{kept}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Maison d’arrêt de Réunion", (await browser.Get("/partenaires?q=reunion")).Document.QuerySelectorAll("tbody a").Select(a => a.TextContent));
        var links = await app.WithDb(db => db.SubjectLinks.Where(l => l.FromId == spip).Select(l => l.ToId).ToListAsync());
        Assert.Equal([kept], links);
        Assert.Equal(kept, await app.WithDb(db => db.Set<PartnerIdentifier>().Where(i => i.Value == "REUNION-1").Select(i => i.PartnerId).SingleAsync()));
    }

    [Fact]
    public async Task Anybody_verifies_a_post_in_one_click_and_the_history_tells_who()
    {
        var id = await app.AddPartner("SPIP à vérifier", "spip");
        var post = await app.Add(Post.AtPartner(id, "DFSPIP", PostLevel.Institution));
        var browser = await app.SignedIn(Roles.Staff);
        var page = await browser.SendAndFollow(await browser.Get($"/partenaires/{id}"), [], "handler=Verify");
        Assert.Contains("vérifiées le", page.Main, StringComparison.Ordinal);
        var history = await browser.Get($"/historique/{post}");
        Assert.Contains("Vérifiées par", history.Main, StringComparison.Ordinal);
        Assert.Contains("Camille Essai", history.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observation_stays_within_the_scope_of_its_establishment()
    {
        var (own, foreign) = (await app.AddEstablishment("La Visible"), await app.AddEstablishment("La Cachée"));
        var id = await app.AddPartner("Tribunal judiciaire de Périmètre", "court");
        var day = new DateOnly(2026, 6, 16);
        await app.Add(new ArticulationObservation(own, id, day, ArticulationLevel.JointWork, null, "", "Nadia Brunel"));
        var hidden = await app.Add(new ArticulationObservation(foreign, id, day, ArticulationLevel.Formal, null, "", "Nadia Brunel"));
        var browser = await app.SignedIn(Roles.Coordination, false, own);
        var page = await browser.Get($"/partenaires/{id}");
        Assert.Contains("La Visible", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("La Cachée", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/articulation/{hidden}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/historique/{hidden}")).Status);
    }

    [Fact]
    public async Task A_shared_filter_is_offered_to_others_and_removed_by_its_author_only()
    {
        var (author, other) = (await app.SignedIn(Roles.Staff), await app.SignedIn(Roles.Staff));
        var form = await author.Get("/filtres?liste=%2Fpartenaires&filtre=%3Fnature%3Dspip");
        var list = await author.SendAndFollow(form, [("Input.Name", "SPIP seulement"), ("Input.IsShared", "true")]);
        Assert.Equal("/partenaires?nature=spip", list.Address);
        Assert.Contains("SPIP seulement", (await other.Get("/partenaires")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("SPIP seulement", (await other.Get("/filtres")).Main, StringComparison.Ordinal);
        await author.SendAndFollow(await author.Get("/filtres"), [], "handler=Delete");
        Assert.DoesNotContain("SPIP seulement", (await other.Get("/partenaires")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_followed_partner_never_seen_is_found_under_its_state()
    {
        var owner = await app.Add(Post.AtEstablishment(await app.AddEstablishment("La Suivante"), "Coordination", PostLevel.Management));
        var id = await app.AddPartner("Mission locale jamais vue");
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/partenaires/{id}/suivi"), [("Input.RelationOwnerId", $"{owner}")]);
        Assert.Contains("Mission locale jamais vue", (await browser.Get("/partenaires?rencontre=NeverSeen")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Mission locale jamais vue", (await browser.Get("/partenaires?rencontre=UpToDate&rencontre=Upcoming&rencontre=Late")).Main, StringComparison.Ordinal);
    }
}
