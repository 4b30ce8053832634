using System.Net;
using System.Text;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Imports;

/// <summary>The wizard as a person without JavaScript goes through it.</summary>
public sealed class WizardTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private const string Contacts = """
        Organisation;Fonction;Niveau;Nom;Prénom;Depuis le;Vu le
        Mission locale de Melun;Conseillère;terrain;Marchand;Sophie;01/09/2025;01/10/2025
        Mission locale de Mellun;Directrice;institution;Bastide;Julie;01/09/2024;
        Mission locale de Melun;Responsable de secteur;encadrement;Diallo;Awa;01/02/2024;31/02/2025
        Mission locale de Melun;Suivi de M. Martin, né le 12/03/1985;terrain;;;;
        """;

    [Fact]
    public async Task From_the_file_to_the_undoing()
    {
        var partner = await app.AddPartner("Mission locale de Melun", "mission-locale");
        var browser = await app.SignedIn(Roles.Coordination);
        var columns = await browser.Get((await Upload(browser, "contacts", Contacts)).RedirectsTo!);
        Assert.Contains("Organisation", columns.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("1985", columns.Text, StringComparison.Ordinal);

        // The header isn't known: a person says what it is, and the next file with it is matched by itself.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(columns, [])).Status);
        var check = await browser.SendAndFollow(columns, [("Mapping[0]", "partner")]);
        Assert.Contains("3 lignes à régler", check.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", check.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Posts(partner));

        var choices = check.Document.QuerySelectorAll(".issue-row input[value=skip]").Select(i => i.GetAttribute("name")!).ToList();
        var refused = await browser.Send(check, [(choices[2], "correct"), (choices[2].Replace("choice", "value", StringComparison.Ordinal), "née le 12/03/1985 Martin")], "Settle");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        check = await browser.SendAndFollow(check, [(choices[0], "=Mission locale de Melun"), (choices[1], "empty"), (choices[2], "skip")], "Settle");
        Assert.Contains("3 sur 3", check.Main, StringComparison.Ordinal);

        var report = await browser.SendAndFollow(check, [], "Confirm");
        Assert.Contains("Fiches écrites", report.Main, StringComparison.Ordinal);
        Assert.Equal(3, await Posts(partner));
        var again = await browser.Send(check, [], "Confirm");
        Assert.Equal(report.Address, again.RedirectsTo);
        Assert.Equal(3, await Posts(partner));
        Assert.Equal(0, await app.WithDb(db => db.Set<ImportFile>().CountAsync()));

        var next = await browser.Get((await Upload(browser, "contacts", Contacts)).RedirectsTo!);
        Assert.Equal("partner", next.Document.QuerySelector("select[name='Mapping[0]'] option[selected]")!.GetAttribute("value"));

        var undone = await browser.SendAndFollow(await browser.Get(report.Address + "/annulation"), []);
        Assert.Contains("6 fiches retirées", undone.Main, StringComparison.Ordinal);
        Assert.Equal(0, await Posts(partner));
    }

    [Fact]
    public async Task What_moved_since_the_preview_is_shown_again_instead_of_written()
    {
        var browser = await app.SignedIn(Roles.Direction);
        const string courts = "code_judilibre;departement;libelle\ntj99001;93;Tribunal judiciaire de Romainville\ntj99002;93;Tribunal judiciaire de Drancy";
        var columns = await browser.Get((await Upload(browser, "courts", courts)).RedirectsTo!);
        var check = await browser.SendAndFollow(columns, []);
        var id = await app.AddPartner("TJ de Drancy", "court");
        var moved = await browser.Send(check, [], "Confirm");
        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains("rien n’a été écrit", moved.Main, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Set<Partner>().CountAsync(p => p.Name == "Tribunal judiciaire de Romainville")));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(moved, [], "Confirm")).Status);
        Assert.Equal(1, await app.WithDb(db => db.Set<PartnerIdentifier>().CountAsync(i => i.PartnerId == id && i.Value == "tj99002")));
    }

    [Fact]
    public async Task Wrong_files_get_a_sentence_and_the_right_status()
    {
        var browser = await app.SignedIn(Roles.Administration);
        var other = await Upload(browser, "spip", ImportFiles.Courts);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Tribunaux judiciaires", other.Main, StringComparison.Ordinal);
        var big = await Upload(browser, "spip", new string('x', 22 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, big.Status);
        Assert.Contains("20 Mo", big.Main, StringComparison.Ordinal);
    }

    private static async Task<Page> Upload(Browser browser, string kind, string text)
    {
        var page = await browser.Get("/imports/nouveau");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in page.FieldsOf(page.Form(null)).Where(f => f.Key != "Input.Kind").Append(KeyValuePair.Create("Input.Kind", kind)))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Input.File", "essai.csv");
        return await Page.From("/imports/nouveau", await browser.Client.PostAsync("/imports/nouveau", form));
    }

    private Task<int> Posts(int partner) => app.WithDb(db => db.Set<Post>().CountAsync(p => p.PartnerId == partner));
}
