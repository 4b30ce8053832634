using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>The Word draft, as Word's own validator and a reader see it.</summary>
public sealed class ConventionDraftTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private const string Hostile = "</w:t><w:instrText>DDEAUTO</w:instrText> & ]]> \"bidon\" \u0001";

    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task What_the_record_knows_is_written_and_the_rest_is_left_to_fill_in()
    {
        using var document = await DraftOf(await Add(whole: true));
        var text = Text(document);
        Assert.Contains("CHRS Le Projet, 3 rue du Port, 93000 Bobigny", text, StringComparison.Ordinal);
        Assert.Contains("SPIP du projet", text, StringComparison.Ordinal);
        Assert.Contains("prend effet le 1er mars 2026 et prend fin le 28 février 2029 inclus, soit une durée de 3 ans", text, StringComparison.Ordinal);
        Assert.Contains("14 places", text, StringComparison.Ordinal);
        Assert.Contains("41,50", text, StringComparison.Ordinal);
        Assert.Contains("Recevoir chaque personne dans les dix jours", text, StringComparison.Ordinal);
        Assert.Contains("reçue 3 mois au moins avant ce terme", text, StringComparison.Ordinal);
        Assert.Contains("Directrice ou directeur interrégional, Aurore Signataire", text, StringComparison.Ordinal);
        Assert.Contains("Direction générale, [à compléter : nom]", text, StringComparison.Ordinal);
        Assert.Contains("Annexe – Qui fait quoi", text, StringComparison.Ordinal);
        string[] articles = ["Objet", "Durée, renouvellement et préavis", "Places et prix", "Engagements", "Partage d’informations", "Incidents", "Suivi et indicateurs", "Évaluation", "Information des personnes accueillies", "Modification et désaccord"];
        Assert.Equal(articles.Select((a, i) => $"Article {i + 1} – {a}"), Headings(document).Where(h => h.StartsWith("Article", StringComparison.Ordinal)));
        Assert.Equal(4, document.MainDocumentPart!.Document.Body!.Elements<Table>().Count());
        Assert.DoesNotContain("date de début", text, StringComparison.Ordinal);

        var toFill = document.MainDocumentPart.Document.Descendants<Run>().Where(r => r.RunProperties?.Highlight is not null).Select(r => Plain(r.InnerText)).ToList();
        Assert.Contains("[à compléter : lieu]", toFill);
        Assert.All(toFill, r => Assert.StartsWith("[à compléter", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_signed_convention_reads_as_its_amendments_left_it()
    {
        var (id, joining) = (await Add(whole: true), await app.AddPartner("Tribunal du projet", "court"));
        await app.WithDb(async db =>
        {
            var convention = await db.Set<Convention>().Include(c => c.Signatories).WithAmendments().SingleAsync(c => c.Id == id);
            foreach (var signatory in convention.Signatories.ToList())
                convention.Sign(signatory, new(2026, 2, 10), "Jeanne Essai", new(2026, 2, 1), Today);
            var amendment = convention.Amend("Plus de places, un tribunal de plus", null, new(2026, 6, 1));
            amendment.Change(new(2030, 2, 28), 18, 4325);
            amendment.Involve([(joining, true)]);
            amendment.Describe(amendment.Purpose, null, amendment.EffectOn, "Deux chambres sont réservées.\nLe tribunal reçoit le bilan.");
            await db.SaveChangesAsync();
            await db.Set<AmendmentParty>().Include(p => p.Subject).LoadAsync();
            convention.SignAmendment(amendment, new(2026, 5, 20), Today);
            var later = convention.Amend("Plus tard", null, Today.AddYears(1));
            later.Change(null, 30, null);
            convention.SignAmendment(later, Today, Today);
            return await db.SaveChangesAsync();
        });
        using var document = await DraftOf(id, "texte");
        var text = Text(document);
        foreach (var said in new[] { "18 places", "43,25", "Tribunal du projet, [à compléter : adresse]", "prend fin le 28 février 2030 inclus, soit une durée de 4 ans", "Le présent texte tient compte de l’avenant signé", "Avenant n° 1, en vigueur depuis le 1er juin 2026", "Plus de places, un tribunal de plus.", "Le tribunal reçoit le bilan." })
            Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var gone in new[] { "14 places", "41,50", "30 places", "Plus tard" })
            Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_record_makes_a_text_that_says_what_is_missing()
    {
        using var document = await DraftOf(await Add(whole: false));
        var text = Text(document);
        foreach (var missing in new[] { "date de début", "nombre de places", "engagements", "degrés d’incident", "indicateurs", "évaluateur", "fonction et nom", "délai de préavis" })
            Assert.Contains($"[à compléter : {missing}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_not_obeyed()
    {
        var id = await Add(whole: true, Hostile);
        using var document = await DraftOf(id);
        Assert.Empty(document.MainDocumentPart!.Document.Descendants<FieldCode>());
        Assert.Contains("</w:t><w:instrText>DDEAUTO</w:instrText> & ]]> \"bidon\"", Text(document), StringComparison.Ordinal);
    }

    private async Task<WordprocessingDocument> DraftOf(int id, string kind = "projet")
    {
        var reader = await app.SignedIn(Roles.Coordination);
        using var answer = await reader.Client.GetAsync($"/conventions/{id}/projet.docx");
        answer.EnsureSuccessStatusCode();
        Assert.EndsWith($"{kind}.docx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var content = new MemoryStream();
        await answer.Content.CopyToAsync(content);
        Assert.Equal("docx", FileType.Find(content.ToArray())!.Extension);
        var document = WordprocessingDocument.Open(content, false);
        Faults.None([.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")]);
        return document;
    }

    private static string Text(WordprocessingDocument document) => string.Join('\n', document.MainDocumentPart!.Document.Descendants<Paragraph>().Select(p => Plain(p.InnerText)));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static IEnumerable<string> Headings(WordprocessingDocument document)
        => document.MainDocumentPart!.Document.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText);

    private async Task<int> Add(bool whole, string purpose = "Accueillir quatorze personnes.")
    {
        var house = new Establishment("Le Projet", "CHRS", null);
        house.Locate("3 rue du Port", "93000", "Bobigny", "93");
        var (place, partner) = (await app.Add(house), await app.AddPartner("SPIP du projet", "spip"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().Where(k => k.Code == "placement").Select(k => k.Id).SingleAsync());
        var convention = new Convention($"CV-PROJET-{place}", "Placement extérieur du projet", kind, Today);
        convention.Between([place], [partner]);
        if (!whole)
            return await app.Add(convention);
        var person = await app.Add(new Person("Aurore", "Signataire", "essai"));
        var post = Post.AtPartner(partner, "Directrice ou directeur interrégional", PostLevel.Institution);
        post.Appoint(person, Today.AddYears(-1));
        var (ours, theirs) = (await app.Add(Post.AtEstablishment(place, "Direction générale", PostLevel.Institution)), await app.Add(post));
        convention.About(convention.Title, kind, purpose, 14, 4150, ArticulationLevel.Formal);
        convention.Run(new ConventionTerms(new DateOnly(2026, 3, 1), new DateOnly(2029, 2, 28), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), null);
        convention.SignedThrough([(ours, true), (theirs, false)]);
        convention.Promise("Recevoir chaque personne dans les dix jours.", true, new DateOnly(2026, 6, 1));
        convention.Share(Proposals.Sharing("SPIP du projet"));
        convention.PrepareForIncidents(Proposals.Degrees, Proposals.Nights, Proposals.Warning, purpose);
        convention.TellWhoDoesWhat(Proposals.Roles);
        return await app.Add(convention);
    }
}
