using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>Sections, their document and their files; Markdown that comes in is looked at before it makes drafts.</summary>
public sealed class MarkdownFilesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static async Task<Page> SendFile(Browser browser, string name, byte[] content, string section = "")
    {
        var page = await browser.Get("/connaissances/importer");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in page.FieldsOf(page.Form("handler=Check")))
        {
            if (field != "SectionId")
                form.Add(new StringContent(value), field);
        }
        form.Add(new StringContent(section), "SectionId");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        return await Page.From("/connaissances/importer", await browser.Client.PostAsync("/connaissances/importer?handler=Check", form));
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return content.ToArray();
    }

    [Theory]
    [InlineData("Titre simple", "PE|DISP", "Deux phrases. Et « l’autre ».")]
    [InlineData("Avec \"guillemets\" : et deux-points", "a, b", "\\ barre")]
    public void What_is_written_is_read_back(string title, string tags, string summary)
    {
        var joined = CodeList.Join(tags.Split('|'));
        var read = MarkdownFile.Read("x.md", MarkdownFile.Write(new(1, 1, title, PageKind.Emergency, joined, summary, "## Un\n\n---\n\ntexte", 2, null, null), "A › B"));
        Assert.Equal((title, "A › B", PageKind.Emergency, summary, "## Un\n\n---\n\ntexte"), (read.Title, read.Section, read.Kind, read.Summary, read.Text));
        Assert.Equal(CodeList.Text(joined), read.Tags);
    }

    [Fact]
    public void A_file_without_a_head_has_its_first_heading_as_title()
    {
        Assert.Equal(("Le titre", "Suite."), (MarkdownFile.Read("a.md", "\uFEFF# Le titre\r\n\r\nSuite.").Title, MarkdownFile.Read("a.md", "# Le titre\n\nSuite.").Text));
        Assert.Equal("fiche pratique", MarkdownFile.Read("dossier/fiche-pratique.md", "Suite.").Title);
    }

    [Fact]
    public async Task An_import_says_first_and_makes_drafts_only()
    {
        var section = await app.Add(new Section("Rubrique importée", "", 900));
        var known = await app.AddKnowledgePage("Page déjà là", "Ancien.");
        var writer = await app.SignedInNamed("Coordinatrice", Roles.Coordination);
        var plan = await SendFile(writer, "pages.zip", Zip(
            ("dossier/neuve.md", "---\ntitle: Page neuve\nsection: rubrique importée\nkind: Que faire si\ntags:\n- nuit\n- retour\n---\nTexte neuf."),
            ("deja.md", "---\ntitle: Page déjà là\n---\nNouveau."),
            ("nom.md", "---\ntitle: Page nommée\nsection: Rubrique importée\n---\nM. Kerbrat, né le 12/03/1985."),
            ("image.png", "x"),
            ("../evade.md", "# Évadée"),
            ("vide.md", "# Vide")));
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        foreach (var told in new[] { "Nouvelle page, en brouillon", "nouveau brouillon", "ce n’est pas un fichier Markdown", "son nom n’est pas celui d’un fichier", "Laissé de côté" })
            Assert.Contains(told, plan.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("12/03/1985", plan.Text, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<KnowledgePage>().AnyAsync(p => p.Title == "Page neuve")));

        await writer.SendAndFollow(plan, [], "handler=Confirm");
        var made = await app.WithDb(db => db.Set<KnowledgePage>().Include(p => p.Revisions).SingleAsync(p => p.Title == "Page neuve"));
        Assert.Equal((section, PageKind.Emergency, "|nuit|retour|", false), (made.SectionId, made.Kind, made.Tags, made.IsPublished));
        Assert.Equal(RevisionState.Draft, Assert.Single(made.Revisions).State);
        var page = await app.WithDb(db => db.Set<KnowledgePage>().Include(p => p.Revisions).SingleAsync(p => p.Id == known));
        Assert.Equal(("Ancien.", 1, 2), (page.Text, page.PublishedNumber!.Value, page.Revisions.Count));
        Assert.False(await app.WithDb(db => db.Set<KnowledgePage>().AnyAsync(p => p.Title == "Page nommée" || p.Title == "Évadée")));
    }

    [Fact]
    public async Task What_is_not_Markdown_too_big_or_a_bomb_is_refused_with_a_sentence()
    {
        var writer = await app.SignedInNamed("Coordinatrice", Roles.Coordination);
        async Task Refused(string name, byte[] content, string sentence)
        {
            var page = await SendFile(writer, name, content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, page.Errors, StringComparison.Ordinal);
        }
        await Refused("image.png", [1, 2, 3], "fichier Markdown");
        await Refused("texte.md", new byte[300_000], "dépasse 60");
        await Refused("binaire.md", [65, 0, 66], "ce n’est pas du texte");
        await Refused("latin.md", [0xE9, 0x20], "UTF-8");
        await Refused("grand.zip", new byte[6 << 20], "dépasse 5 Mo");
        await Refused("abimee.zip", [.. "PK\u0003\u0004"u8, 1, 2, 3], "abîmée");
        await Refused("bombe.zip", Zip([.. Enumerable.Range(0, 60).Select(n => ($"{n}.md", new string('a', 250_000)))]), "une fois ouverte");
        await Refused("bombe2.zip", Zip(("une.md", new string('a', 40_000_000))), "dépasse 60");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInNamed("Éducatrice")).Get("/connaissances/importer")).Status);
    }

    [Fact]
    public async Task A_section_is_one_document_and_a_folder_of_files()
    {
        var id = await app.AddKnowledgePage("Page en fichier", "## Partie\n\nTexte.");
        var section = await app.WithDb(db => db.Set<KnowledgePage>().Where(p => p.Id == id).Select(p => p.SectionId).SingleAsync());
        var staff = await app.SignedInNamed("Éducatrice");
        var document = await staff.Get($"/connaissances/rubriques/{section}/imprimer");
        Assert.NotNull(document.Document.QuerySelector($"nav a[href='#page-{id}']"));
        Assert.Equal("Partie", document.Document.QuerySelector($"h3#p{id}-partie")!.TextContent);
        using var zip = new ZipArchive(await staff.Client.GetStreamAsync($"/connaissances/rubriques/{section}/export.zip"), ZipArchiveMode.Read);
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("rubrique-de-page-en-fichier/page-en-fichier.md", entry.FullName);
        using var reader = new StreamReader(entry.Open());
        Assert.Equal("## Partie\n\nTexte.", MarkdownFile.Read(entry.FullName, await reader.ReadToEndAsync()).Text);
    }

    [Fact]
    public async Task Administration_keeps_the_tree_three_levels_deep_and_retires_what_is_empty()
    {
        var admin = await app.SignedInNamed("Administratrice", Roles.Administration);
        var top = await admin.SendAndFollow(await admin.Get("/connaissances/rubriques/nouveau"), [("Input.Name", "Premier niveau")]);
        var id = top.Address.Split('/')[^1];
        var second = await admin.SendAndFollow(await admin.Get("/connaissances/rubriques/nouveau"), [("Input.Name", "Deuxième"), ("Input.ParentId", id)]);
        var third = await admin.SendAndFollow(await admin.Get("/connaissances/rubriques/nouveau"), [("Input.Name", "Troisième"), ("Input.ParentId", second.Address.Split('/')[^1])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Send(await admin.Get("/connaissances/rubriques/nouveau"), [("Input.Name", "Quatrième"), ("Input.ParentId", third.Address.Split('/')[^1])])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Send(await admin.Get("/connaissances/rubriques/nouveau"), [("Input.Name", "premier niveau")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Send(await admin.Get($"{top.Address}/modifier"), [("Input.ParentId", third.Address.Split('/')[^1])])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Send(await admin.Get(top.Address), [])).Status);
        var (edit, stale) = (await admin.Get($"{third.Address}/modifier"), await admin.Get($"{third.Address}/modifier"));
        await admin.SendAndFollow(edit, [("Input.Purpose", "Une phrase.")]);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Send(stale, [("Input.Name", "Autrement")])).Status);
        Assert.Contains("Retirée le", (await admin.SendAndFollow(await admin.Get(third.Address), [])).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInNamed("Éducatrice")).Get(third.Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInNamed("Directrice", Roles.Direction)).Get($"{top.Address}/modifier")).Status);
    }
}
