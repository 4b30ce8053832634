using System.Net;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

public sealed class ConventionTextPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_new_frame_opens_with_lines_keeps_what_is_typed_while_they_move_and_reaches_the_teams()
    {
        var (id, place) = await Add("Le Cadre", "SPIP du Cadre");
        var writer = await app.SignedIn(Roles.Coordination);
        var form = await writer.Get($"/conventions/{id}/partage");
        Assert.Contains("rien n’est encore enregistré", form.Main, StringComparison.Ordinal);
        Assert.Equal("SPIP du Cadre", form.Document.QuerySelector("#Input_Lines_0__From")!.GetAttribute("value"));

        var longer = await writer.Send(form, [("Input.Lines[0].What", "Un changement d’horaire"), ("lignes", "ajouter")]);
        Assert.Equal(HttpStatusCode.OK, longer.Status);
        Assert.Equal("Un changement d’horaire", longer.Document.QuerySelector("#Input_Lines_0__What")!.TextContent.Trim());
        Assert.NotNull(longer.Document.QuerySelector("#Input_Lines_10__What[autofocus]"));
        var shorter = await writer.Send(await writer.Send(longer, [("lignes", "retirer-10")]), [("lignes", "retirer-1")]);
        Assert.Equal(9, shorter.Document.QuerySelectorAll("fieldset.line").Length);
        Assert.False(await app.WithDb(db => db.Set<SharingLine>().AnyAsync(l => l.ConventionId == id)));

        var contents = await writer.SendAndFollow(shorter, []);
        Assert.Contains("Un changement d’horaire", contents.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("lieux interdits", contents.Main, StringComparison.Ordinal);

        var team = await app.SignedIn(Roles.Staff, false, place);
        Assert.Contains("Aucun cadre de partage en vigueur", (await team.Get("/conventions/partage")).Main, StringComparison.Ordinal);
        await Sign(id);
        var view = await team.Get("/conventions/partage");
        Assert.Equal(["Je dois dire", "Je peux dire, avec l’accord de la personne", "Je ne dois pas dire"], view.Document.QuerySelectorAll(".say h3").Select(h => h.TextContent.Trim()));
        Assert.Contains("La santé, les soins", view.Document.QuerySelector(".say.is-never")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Un changement d’horaire", view.Document.QuerySelector(".say.is-must")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un changement d’horaire", view.Document.QuerySelector(".is-said")!.TextContent, StringComparison.Ordinal);
        var (_, elsewhere) = await Add("Ailleurs", "SPIP d’ailleurs");
        Assert.Equal(HttpStatusCode.NotFound, (await team.Get($"/conventions/partage?etablissement={elsewhere}")).Status);
    }

    [Fact]
    public async Task Secret_partage_is_refused_even_when_the_list_offers_it()
    {
        await app.WithDb(async db =>
        {
            db.Add(new ReferenceItem("sharing-bases", "SP", "Secret partagé", 900));
            return await db.SaveChangesAsync();
        });
        var (id, _) = await Add("Le Secret", "SPIP du Secret");
        var writer = await app.SignedIn(Roles.Coordination);
        var answer = await writer.Send(await writer.Get($"/conventions/{id}/partage"), [("Input.Lines[2].Basis", "SP"), ("Input.Lines[3].What", "Une absence de nuit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("seul n’est pas un fondement", answer.Document.QuerySelector("#Input_Lines_2__Basis-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Une absence de nuit", answer.Document.QuerySelector("#Input_Lines_3__What")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_signed_frame_is_rectified_by_the_direction_with_a_reason_that_the_journal_keeps()
    {
        var (id, _) = await Add("La Rectifiée", "SPIP rectifié");
        var coordination = await app.SignedIn(Roles.Coordination);
        var early = await coordination.Get($"/conventions/{id}/partage");
        await Sign(id);
        Assert.Contains("ne change plus", (await coordination.Get($"/conventions/{id}/partage")).Main, StringComparison.Ordinal);
        var late = await coordination.Send(early, [("Input.Version", (await Version(id)).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.False(await app.WithDb(db => db.Set<SharingLine>().AnyAsync(l => l.ConventionId == id)));

        var direction = await app.SignedIn(Roles.Direction);
        var form = await direction.Get($"/conventions/{id}/partage");
        var silent = await direction.Send(form, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("Indiquez l’erreur que vous rectifiez", silent.Errors, StringComparison.Ordinal);
        await direction.SendAndFollow(silent, [("Input.Rectification", "Le cadre signé n’avait pas été saisi.")]);
        Assert.Contains("Le cadre signé n’avait pas été saisi.", (await direction.Get($"/conventions/{id}/journal")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_frames_and_loses_nothing()
    {
        var (id, _) = await Add("Les Deux Saisies", "SPIP des deux saisies");
        var (one, two) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Coordination));
        var (mine, theirs) = (await one.Get($"/conventions/{id}/qui-fait-quoi"), await two.Get($"/conventions/{id}/qui-fait-quoi"));
        await two.SendAndFollow(theirs, [("Input.Lines[0].Who", "L’équipe de nuit")]);
        var answer = await one.Send(mine, [("Input.Lines[0].Who", "L’équipe de jour")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("L’équipe de nuit", answer.Document.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("L’équipe de jour", answer.Document.QuerySelector("#Input_Lines_0__Who")!.GetAttribute("value"));
        await one.SendAndFollow(answer, []);
        Assert.Equal("L’équipe de jour", await app.WithDb(db => db.Set<RoleLine>().Where(r => r.ConventionId == id && r.Order == 1).Select(r => r.Who).SingleAsync()));
    }

    [Fact]
    public async Task The_incident_sheet_carries_the_on_call_number_and_the_page_to_hand_out_names_nobody()
    {
        var (id, place) = await Add("L’Incident", "SPIP de l’incident");
        await app.WithDb(async db =>
        {
            (await db.Set<Establishment>().Include(e => e.Subject).SingleAsync(e => e.Id == place)).ReachBy("01 99 00 00 10", "", "06 99 00 00 11");
            return await db.SaveChangesAsync();
        });
        var writer = await app.SignedIn(Roles.Coordination);
        Assert.Contains("Aucun protocole à imprimer", (await writer.Get($"/conventions/{id}/incidents/fiche")).Main, StringComparison.Ordinal);
        var answer = await writer.Send(await writer.Get($"/conventions/{id}/incidents"), [("Input.Lines[1].WhoTellsWhom", ""), ("Input.NightsAndWeekends", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        await writer.SendAndFollow(answer, [("Input.Lines[1].WhoTellsWhom", "L’équipe au CPIP"), ("Input.NightsAndWeekends", "L’astreinte d’abord.")]);
        var sheet = await writer.Get($"/conventions/{id}/incidents/fiche");
        Assert.Contains("06 99 00 00 11", sheet.Document.QuerySelector(".call-first")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, sheet.Document.QuerySelectorAll("tbody tr").Length);

        answer = await writer.Send(await writer.Get($"/conventions/{id}/qui-fait-quoi"), [("Input.Lines[1].Who", "Mme Okafor")]);
        Assert.Contains("« Mme Okafor » désigne quelqu’un", answer.Errors, StringComparison.Ordinal);
        await writer.SendAndFollow(answer, [("Input.Lines[1].Who", "L’éducatrice référente")]);
        var page = await writer.Get($"/conventions/{id}/qui-fait-quoi/fiche");
        Assert.Contains("la nuit et le week-end, 06 99 00 00 11", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille Essai", page.Document.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7")]
    [InlineData("a.png", "\u0089PNG\r\n\u001a\n")]
    [InlineData("a.jpg", "\u00ff\u00d8\u00ff")]
    public async Task Documents_are_kept_with_the_convention(string name, string start)
    {
        var (id, _) = await Add("Les Pièces", "SPIP des pièces");
        var writer = await app.SignedIn(Roles.Coordination);
        var answer = await FileTests.UploadAsync(writer, id, name, System.Text.Encoding.Latin1.GetBytes(start));
        Assert.Equal($"/conventions/{id}/documents", answer.Headers.Location!.OriginalString);
        Assert.Contains(name, (await writer.Get($"/conventions/{id}/documents")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/workbook.xml")]
    [InlineData("odt", "content.xml")]
    public async Task Office_documents_are_known_by_what_they_hold(string type, string entry)
    {
        var (id, _) = await Add("Les Textes", "SPIP des textes");
        var writer = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.Redirect, (await FileTests.UploadAsync(writer, id, $"projet.{type}", Office(type, entry))).StatusCode);
    }

    [Fact]
    public async Task A_program_renamed_is_refused_a_same_name_is_a_version_and_outside_its_scope_a_document_is_nowhere()
    {
        var (id, place) = await Add("La Porte", "SPIP de la porte");
        var writer = await app.SignedIn(Roles.Coordination);
        var program = await FileTests.UploadAsync(writer, id, "convention.pdf", "MZ\u0090\0 This program cannot be run in DOS mode"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, program.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FileTests.UploadAsync(writer, id, "lourd.pdf", [.. "%PDF-1.7"u8, .. new byte[FileType.MaximumSize - 7]])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await FileTests.UploadAsync(writer, id, "juste.pdf", [.. "%PDF-1.7"u8, .. new byte[FileType.MaximumSize - 8]])).StatusCode);

        await FileTests.UploadAsync(writer, id, "Texte.pdf", "%PDF-1.7 first"u8.ToArray());
        await FileTests.UploadAsync(writer, id, "Texte.pdf", "%PDF-1.7 second"u8.ToArray());
        var page = await writer.Get($"/conventions/{id}/documents");
        Assert.Contains("version 2 ·", page.Main, StringComparison.Ordinal);
        Assert.Contains("version 1, remplacée", page.Main, StringComparison.Ordinal);

        var link = page.Document.QuerySelector("a[href^='/fichiers/'][download]")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Staff, false, place)).Client.GetAsync(link)).StatusCode);
        var (_, elsewhere) = await Add("Le Voisin", "SPIP voisin");
        var stranger = await app.SignedIn(Roles.Direction, false, elsewhere);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/fichiers/de/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/conventions/{id}/projet.docx")).Status);
    }

    private static byte[] Office(string type, string entry)
    {
        using var content = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var first = new StreamWriter(zip.CreateEntry(type == "odt" ? "mimetype" : "[Content_Types].xml").Open()))
                first.Write(type == "odt" ? "application/vnd.oasis.opendocument.text" : "<Types/>");
            zip.CreateEntry(entry);
        }
        return content.ToArray();
    }

    private async Task<(int Convention, int Establishment)> Add(string establishment, string partner)
    {
        var (place, other) = (await app.AddEstablishment(establishment), await app.AddPartner(partner, "spip"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().Where(k => k.Code == "placement").Select(k => k.Id).SingleAsync());
        var convention = new Convention($"CV-TEXTES-{place}", $"Placement extérieur, {establishment}", kind, Today);
        convention.Between([place], [other]);
        convention.Run(new ConventionTerms(Today.AddMonths(-2), Today.AddYears(1), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), null);
        return (await app.Add(convention), place);
    }

    private Task<int> Sign(int id) => app.WithDb(async db =>
    {
        (await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Signatories).SingleAsync(c => c.Id == id)).Sign(Today, null, Today);
        return await db.SaveChangesAsync();
    });

    private Task<int> Version(int id) => app.WithDb(db => db.Set<Convention>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync());
}
