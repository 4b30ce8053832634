using System.Net;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

public sealed class ConventionPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_convention_is_created_from_a_partner()
    {
        var (partner, place) = (await app.AddPartner("SPIP de la Création", "spip"), await app.AddEstablishment("La Créée"));
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/nouvelle?partenaire={partner}&etablissement={place}");
        Assert.Equal("Convention avec SPIP de la Création", form.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        var sheet = await browser.SendAndFollow(form, [("Input.KindId", await Kind()), ("Input.Object", "Placement extérieur de quatorze personnes.")]);
        Assert.Contains($"CV-{Today.Year}-", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Brouillon", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("SPIP de la Création", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("La Créée", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Convention avec SPIP de la Création", (await browser.Get($"/conventions?partenaire={partner}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_impossible_is_said_and_the_rest_kept()
    {
        var (browser, form) = await Form("Wrong");
        var answer = await browser.Send(form, [("Input.KindId", await Kind()), ("Input.Title", ""), ("Input.Object", "Un objet à garder."), ("Input.Places", "12")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Intitulé", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("Un objet à garder.", answer.Document.QuerySelector("#Input_Object")!.TextContent.Trim());
        Assert.Equal(await Kind(), answer.Document.QuerySelector("#Input_KindId option[selected]")!.GetAttribute("value"));
        Assert.Single(answer.Document.QuerySelectorAll("input[name='Input.Establishments'][checked]"));

        answer = await browser.Send(form, [("Input.KindId", await Kind()), ("Input.Start", "2027-01-02"), ("Input.End", "2027-01-01"), ("Input.Object", "Un objet à garder.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("La fin précède le début.", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("2027-01-01", answer.Document.QuerySelector("#Input_End")!.GetAttribute("value"));
        Assert.Equal("Un objet à garder.", answer.Document.QuerySelector("#Input_Object")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_accompanied_persons_identity_is_refused_and_stored_nowhere()
    {
        const string identity = "Convention pour M. Quermeur, né le 12/03/1985.";
        var (browser, form) = await Form("Identity");
        var answer = await browser.Send(form, [("Input.KindId", await Kind()), ("Input.Object", identity)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("date de naissance", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(identity, answer.Document.QuerySelector("#Input_Object")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DraftOf.KeepAsync(browser, "convention-nouvelle", $"""[["Input.Object","{identity}"]]""")).StatusCode);
        await app.WithDb(async db =>
        {
            Assert.False(await db.Set<Convention>().AnyAsync(c => c.Object.Contains("Quermeur")));
            Assert.False(await db.Subjects.AnyAsync(s => s.Folded.Contains("quermeur")));
            Assert.False(await db.AuditEntries.AnyAsync(a => a.Changes.Contains("Quermeur")));
            Assert.False(await db.Set<Draft>().AnyAsync(d => d.Content.Contains("Quermeur")));
            return 0;
        });
    }

    [Fact]
    public async Task Two_people_on_one_convention_see_both_versions_and_nothing_typed_is_lost()
    {
        var (one, id) = await Created("Deux");
        var other = await app.SignedIn(Roles.Coordination);
        var mine = await one.Get($"/conventions/{id}/modifier");
        await other.SendAndFollow(await other.Get($"/conventions/{id}/modifier"), [("Input.Places", "10")]);

        var conflict = await one.Send(mine, [("Input.Places", "14"), ("Input.Object", "Quatorze places.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var rows = conflict.Document.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Objet | Quatorze places. | (vide)", "Places | 14 | 10"], rows);

        await one.SendAndFollow(conflict, []);
        var saved = await app.WithDb(db => db.Set<Convention>().Include(c => c.Subject.Links).SingleAsync(c => c.Id == id));
        Assert.Equal((14, "Quatorze places."), (saved.Places, saved.Object));
        Assert.Equal(2, saved.Subject.Links.Count);
    }

    [Fact]
    public async Task Once_signed_only_who_follows_it_changes()
    {
        var (browser, id) = await Created("Gelée", ("Input.Start", $"{Today:yyyy-MM-dd}"), ("Input.Places", "14"));
        var before = await browser.Get($"/conventions/{id}/modifier");
        var direction = await app.SignedIn(Roles.Direction);
        var refused = await direction.Send(await direction.Get($"/conventions/{id}/signature"), [("Input.TextDate", $"{Today:yyyy-MM-dd}"), ("Input.SignedOn", $"{Today.AddDays(-1):yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("La signature ne peut pas précéder le texte", refused.Errors, StringComparison.Ordinal);
        var sheet = await direction.SendAndFollow(refused, [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Contains("En vigueur", sheet.Document.QuerySelector(".page-header-badges")!.TextContent, StringComparison.Ordinal);

        var form = await browser.Get($"/conventions/{id}/modifier");
        Assert.Null(form.Document.QuerySelector("#Input_Places"));
        await browser.SendAndFollow(form, [("Input.Places", "40"), ("Input.Title", "Autre chose")]);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(before, [("Input.Places", "40")])).Status);
        var saved = await app.WithDb(db => db.Set<Convention>().SingleAsync(c => c.Id == id));
        Assert.Equal((14, "Convention avec SPIP Gelée"), (saved.Places, saved.Title));
        var abandoned = await browser.Send(await browser.Get($"/conventions/{id}/abandon"), [("Input.Reason", "erreur")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, abandoned.Status);
        Assert.Contains("elle se dénonce", abandoned.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_creates_one_convention()
    {
        var (browser, form) = await Form("Double");
        (string, string)[] values = [("Input.KindId", await Kind()), ("Input.Title", "Convention du double clic")];
        var answers = await Task.WhenAll(browser.Send(form, values), browser.Send(form, values));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal(answers[0].RedirectsTo, answers[1].RedirectsTo);
        Assert.Equal(1, await app.WithDb(db => db.Set<Convention>().CountAsync(c => c.Title == "Convention du double clic")));
    }

    [Fact]
    public async Task An_establishment_out_of_scope_can_neither_be_chosen_nor_forced()
    {
        var (partner, own, foreign) = (await app.AddPartner("SPIP du Périmètre", "spip"), await app.AddEstablishment("La Permise"), await app.AddEstablishment("L’Interdite"));
        var browser = await app.SignedIn(Roles.Coordination, false, own);
        var form = await browser.Get($"/conventions/nouvelle?partenaire={partner}&etablissement={own}");
        Assert.Contains("La Permise", form.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("L’Interdite", form.Main, StringComparison.Ordinal);
        var answer = await browser.Send(form, [("Input.KindId", await Kind()), ("Input.Establishments", $"{own}"), ("Input.Establishments", $"{foreign}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Choisissez un établissement de votre périmètre.", answer.Errors, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.SubjectLinks.AnyAsync(l => l.ToId == foreign)));

        var (_, hidden) = await Created("Cachée");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/conventions/{hidden}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/conventions/{hidden}/modifier")).Status);
    }

    [Fact]
    public async Task Conventions_created_at_once_get_a_number_each()
    {
        var forms = new List<(Browser Browser, Page Form)>();
        for (var i = 0; i < 4; i++)
            forms.Add(await Form($"Simultané {i}"));
        var kind = await Kind();
        var answers = await Task.WhenAll(forms.Select(f => f.Browser.Send(f.Form, [("Input.KindId", kind)])));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Redirect, $"{(int)a.Status} {a.Errors}"));
        var ids = answers.Select(a => int.Parse(a.RedirectsTo!.Split('/')[^1])).ToList();
        var numbers = await app.WithDb(db => db.Set<Convention>().Where(c => ids.Contains(c.Id)).Select(c => c.Number).ToListAsync());
        Assert.Equal(4, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_draft_is_offered_resumed_with_its_boxes_and_gone_once_sent()
    {
        var (partner, other, place) = (await app.AddPartner("SPIP du Brouillon", "spip"), await app.AddPartner("Autre partenaire"), await app.AddEstablishment("La Commencée"));
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.NoContent, (await DraftOf.KeepAsync(browser, "convention-nouvelle",
            $"""[["Input.Title","Convention commencée"],["Input.KindId","{await Kind()}"],["Input.Establishments","{place}"],["Input.Partners","{partner}"],["Input.Start","2027-03-01"],["Input.NoticeUnit","Days"],["Input.Renewal","Tacit"]]""")).StatusCode);
        var offer = await browser.Get($"/conventions/nouvelle?partenaire={other}");
        var resumed = await browser.Get(offer.Document.QuerySelector("main a[href*='brouillon=']")!.GetAttribute("href")!);
        Assert.Equal("Convention commencée", resumed.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal([$"{partner}"], resumed.Document.QuerySelectorAll("input[name='Input.Partners'][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal([$"{place}"], resumed.Document.QuerySelectorAll("input[name='Input.Establishments'][checked]").Select(b => b.GetAttribute("value")));
        var sheet = await browser.SendAndFollow(resumed, []);
        Assert.Contains("Convention commencée", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("SPIP du Brouillon", sheet.Main, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<Draft>().AnyAsync(d => d.Content.Contains("Convention commencée"))));
        Assert.Null((await browser.Get($"/conventions/nouvelle?partenaire={other}")).Document.QuerySelector("main a[href*='brouillon=']"));
    }

    [Fact]
    public async Task The_page_without_a_partner_proposes_some()
    {
        await app.AddPartner("Partenaire à proposer");
        var browser = await app.SignedIn(Roles.Coordination);
        foreach (var address in new[] { "/conventions/nouvelle", "/rencontres/nouvelle" })
        {
            var boxes = (await browser.Get(address)).Document.QuerySelectorAll("input[name=partenaire]").Length;
            Assert.InRange(boxes, 1, 12);
        }
        Assert.Contains("partenaire", (await browser.GetFragment("/partenaires/choix?champ=partenaire")).Text, StringComparison.Ordinal);
        Assert.Empty((await browser.Get("/conventions/nouvelle?cherche=zzzzzz")).Document.QuerySelectorAll("input[name=partenaire]"));
    }

    private Task<string> Kind() => app.WithDb(async db => $"{await db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => k.Id).FirstAsync()}");

    /// <summary>The form with a partner and an establishment of its own.</summary>
    private async Task<(Browser Browser, Page Form)> Form(string name)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var browser = await app.SignedIn(Roles.Coordination);
        return (browser, await browser.Get($"/conventions/nouvelle?partenaire={partner}&etablissement={place}"));
    }

    private async Task<(Browser Browser, int Id)> Created(string name, params (string, string)[] values)
    {
        var (browser, form) = await Form(name);
        var sheet = await browser.SendAndFollow(form, [("Input.KindId", await Kind()), .. values]);
        return (browser, int.Parse(sheet.Address.Split('/')[^1]));
    }
}
