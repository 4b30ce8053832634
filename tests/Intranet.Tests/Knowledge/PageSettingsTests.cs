using System.Net;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>The settings of a page, and the texts of reference.</summary>
public sealed class PageSettingsTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Everything_beside_the_text_is_settled_on_one_form()
    {
        var house = await app.AddEstablishment("Réglages");
        var keeper = await app.AddColleague("Réglée", house);
        var post = await app.Add(Post.AtEstablishment(house, "Référente des réglages", PostLevel.Field));
        var (partner, law, other, topic) = (await app.AddPartner("Partenaire des réglages"), await app.Add(new LawText("Loi des réglages", "https://exemple.fr/loi", "", null, null)), await app.AddPage("Autre page des réglages"), await app.TopicOf("Placement extérieur"));
        var (id, section) = (await app.AddPage("À régler"), await app.AddSection("Réglages"));
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/connaissances/{id}/reglages");
        (string, string)[] typed = [("Input.SectionId", $"{section}"), ("Input.Kind", "Emergency"), ("Input.Order", "4"), ("Input.Tags", "nuit, retour"), ("Input.OwnerPostId", $"{post}"), ("Input.Verifier", "Ada Réglée"),
            ("Input.ReviewMonths", "6"), ("Input.Functions", "Médecin"), ("Input.WithinDays", "10")];

        // A search leaves the form as it was typed, and proposes what it found.
        var found = await browser.Send(form, [.. typed, ("Search", "réglages")], null);
        Assert.Equal(HttpStatusCode.Redirect, found.Status);
        found = await Search(browser, form, [.. typed, ("Search", "réglages")]);
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal("nuit, retour", found.Document.QuerySelector("[name='Input.Tags']")!.GetAttribute("value"));
        Assert.Equal([$"{law}", $"{partner}"], found.Document.QuerySelectorAll("[name='Input.RestsOn']").Select(b => b.GetAttribute("value")));
        Assert.Equal([$"{other}"], found.Document.QuerySelectorAll("[name='Input.SeeAlso']").Select(b => b.GetAttribute("value")));

        found = await Search(browser, await browser.Get(form.Address), [.. typed, ("Search", "placement exterieur"), ("Input.RestsOn", $"{law}"), ("Input.RestsOn", $"{partner}"), ("Input.SeeAlso", $"{other}")]);
        Assert.Contains($"{topic}", found.Document.QuerySelectorAll("[name='Input.Topics']").Select(b => b.GetAttribute("value")));
        Assert.Equal(3, found.Document.QuerySelectorAll("#liens input[checked]").Length);
        await browser.SendAndFollow(found, [("Input.Topics", $"{topic}")]);
        var page = await app.PageOf(id);
        Assert.Equal((section, PageKind.Emergency, 4, "|nuit|retour|", (int?)post, (int?)null, (int?)null, (int?)keeper, (int?)6), (page.SectionId, page.Kind, page.Order, page.Tags, page.OwnerPostId, page.OwnerId, page.VerifierPostId, page.VerifierId, page.ReviewMonths));
        Assert.Equal([(law, LinkRole.RestsOn), (partner, LinkRole.RestsOn), (topic, LinkRole.Topic), (other, LinkRole.SeeAlso)], page.Subject.Links.OrderBy(l => l.Role).ThenByDescending(l => l.ToId == law).Select(l => (l.ToId, l.Role)));
        Assert.Equal([("Médecin", 10)], page.RequiredFor.Select(r => (r.Function, r.WithinDays)));

        // Without a date, asked of everybody.
        await browser.SendAndFollow(await browser.Get(form.Address), [("Input.IsEvergreen", "true"), ("Input.ForEverybody", "true"), ("Input.WithinDays", "3")]);
        page = await app.PageOf(id);
        Assert.Null(page.ReviewMonths);
        Assert.Equal([("", 3), ("Médecin", 3)], page.RequiredFor.OrderBy(r => r.Function).Select(r => (r.Function, r.WithinDays)));
    }

    [Fact]
    public async Task What_is_not_offered_or_makes_no_sense_is_refused_and_two_people_compare()
    {
        var id = await app.AddPage("À deux", await app.AddColleague("Deux", await app.AddEstablishment("Deux")));
        var (browser, other) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var form = await browser.Get($"/connaissances/{id}/reglages");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get(form.Address)).Status);
        foreach (var wrong in new (string, string)[][]
        {
            [("Input.ReviewMonths", "")], [("Input.ReviewMonths", "61")], [("Input.WithinDays", "0")], [("Input.SectionId", "99999999")], [("Input.OwnerPostId", "99999999")], [("Input.RestsOn", $"{id}")], [("Input.Functions", "Astronaute")],
            [("Input.Owner", "Personne Inconnue")], [("Input.OwnerPostId", $"{await app.Add(Post.AtEstablishment(await app.AddEstablishment("Trop"), "De trop", PostLevel.Field))}")],
        })
        {
            var refused = await browser.Send(await browser.Get(form.Address), [.. wrong, ("Input.Tags", "gardé")]);
            Assert.True(refused.Status == HttpStatusCode.UnprocessableEntity, $"{wrong[0]}: {refused.Status}");
            Assert.Equal("gardé", refused.Document.QuerySelector("[name='Input.Tags']")!.GetAttribute("value"));
            Assert.NotEqual("", refused.Errors);
        }
        await other.SendAndFollow(await other.Get(form.Address), [("Input.Tags", "la leur")]);
        var conflict = await browser.Send(form, [("Input.Tags", "la mienne")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(["Mots-clés", "la mienne", "la leur"], conflict.Document.QuerySelectorAll(".conflict tbody tr > *").Select(c => c.TextContent));
        await browser.SendAndFollow(conflict, []);
        Assert.Equal("|la mienne|", (await app.PageOf(id)).Tags);
    }

    [Fact]
    public async Task A_tie_out_of_the_writers_scope_stays_where_it_is()
    {
        var (house, elsewhere) = (await app.AddEstablishment("Ici"), await app.AddEstablishment("Loin"));
        var convention = await app.WithDb(async db =>
        {
            var one = new Convention($"CV-LOIN-{elsewhere}", "Convention lointaine", db.Set<ConventionKind>().First().Id, new(2026, 1, 5));
            one.SetLinks(LinkRole.Establishment, [elsewhere]);
            db.Add(one);
            await db.SaveChangesAsync();
            return one.Id;
        });
        var id = await app.AddPage("Liée au loin", more: p => p.AddLink(LinkRole.RestsOn, convention));
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, house);
        var form = await browser.Get($"/connaissances/{id}/reglages");
        Assert.DoesNotContain("Convention lointaine", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Convention lointaine", (await Search(browser, form, [("Search", "lointaine")])).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(await browser.Get(form.Address), [("Input.SeeAlso", $"{convention}")])).Status);
        await browser.SendAndFollow(await browser.Get(form.Address), [("Input.Tags", "ici")]);
        Assert.Equal(convention, Assert.Single((await app.PageOf(id)).Subject.Links).ToId);
    }

    [Fact]
    public async Task Laws_are_added_edited_compared_and_say_which_pages_rest_on_them()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get("/connaissances/textes/nouveau");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(form, [("Input.Name", " ")])).Status);
        foreach (var address in new[] { "javascript:alert(1)", "www.legifrance.gouv.fr", "ftp://exemple.fr" })
            Assert.Contains("https://", (await browser.Send(await browser.Get(form.Address), [("Input.Name", "Loi d’essai"), ("Input.Address", address)])).Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(await browser.Get(form.Address), [("Input.Name", "Loi d’essai"), ("Input.InForceOn", "2026-02-01"), ("Input.Until", "2026-01-01")])).Status);
        var page = await browser.SendAndFollow(await browser.Get(form.Address), [("Input.Name", "Loi d’essai"), ("Input.Address", "https://exemple.fr/loi"), ("Input.InForceOn", "2020-03-24"), ("Input.Note", "La DDSE remplace le PSE.")]);
        var law = int.Parse(page.Address.Split('/')[^1]);
        var id = await app.AddPage("Repose sur la loi", more: p => p.AddLink(LinkRole.RestsOn, law));
        page = await (await app.SignedIn(Roles.Staff)).Get(page.Address);
        Assert.Equal($"/connaissances/{id}", page.Document.QuerySelector("[aria-labelledby=pages] a")!.GetAttribute("href"));
        Assert.Equal("https://exemple.fr/loi", page.Document.QuerySelector(".page-actions a")!.GetAttribute("href"));
        Assert.Contains("Loi d’essai", (await browser.Get("/connaissances/textes")).Main, StringComparison.Ordinal);

        var (one, two) = (await browser.Get($"{page.Address}/modifier"), await browser.Get($"{page.Address}/modifier"));
        await browser.SendAndFollow(one, [("Input.Note", "Autre chose.")]);
        var conflict = await browser.Send(two, [("Input.Note", "Encore autre chose.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Encore autre chose.", conflict.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get($"{page.Address}/modifier")).Status);
    }

    // As the button « Chercher » sends it.
    private static async Task<Page> Search(Browser browser, Page page, (string Name, string Value)[] values)
    {
        var fields = page.FieldsOf(page.Form(null)).Where(f => values.All(v => v.Name != f.Key)).Select(f => (f.Key, f.Value)).Concat(values);
        return await browser.Post($"{page.Address}?handler=Search", [.. fields]);
    }
}
