using System.Net;
using Intranet.Contacts;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>Pages over HTTP: reading, writing, the second look, versions, conflicts, the bin.</summary>
public sealed class KnowledgePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_page_is_read_with_its_table_of_contents_in_two_commands()
    {
        var id = await app.AddKnowledgePage("Dossier à lire", "## Quand y penser\n\nTôt.\n\n## Qui décide\n\n| Acteur | Délai |\n| --- | --- |\n| JAP | 6 semaines |\n\n<script>alert(1)</script>");
        var reader = await app.SignedInNamed("Administratrice", Roles.Administration);
        await reader.Get($"/connaissances/{id}");
        var page = await reader.Get($"/connaissances/{id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.SqlCommands <= 2, $"{page.SqlCommands}");
        Assert.Equal(["#s-quand-y-penser", "#s-qui-decide"], page.Document.QuerySelectorAll(".contents ol a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(page.Document.QuerySelector("#s-qui-decide + div table"));
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        Assert.Contains("Proposer une correction", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/corbeille']"));
    }

    [Fact]
    public async Task Somebody_proposes_a_correction_that_another_publishes_or_gives_back()
    {
        var id = await app.AddKnowledgePage("Correction");
        var author = await app.SignedInNamed("Autrice");
        var form = await author.Get($"/connaissances/{id}/modifier");
        Assert.Null(form.Document.QuerySelector("button[value=publier]"));
        (string, string)[] typed = [("Input.Text", "## Quand\n\nQuatre mois avant."), ("Input.Why", "Le SPIP le demande")];
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Send(form, [.. typed, ("acte", "publier")])).Status);
        var proposed = await author.SendAndFollow(await author.Get(form.Address), [.. typed, ("acte", "proposer")]);
        Assert.Equal($"/connaissances/{id}/versions/2", proposed.Address);
        Assert.Contains("Une autre personne la relit", proposed.Main, StringComparison.Ordinal);

        // What is published stays visible; the proposal is its author's and those who publish.
        var stranger = await app.SignedInNamed("Autre");
        Assert.Contains("Dès que possible", (await stranger.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
        foreach (var hidden in new[] { "versions/2", "versions/2/comparer", "relire/2", "modifier?version=2", "modifier?depuis=2", "versions/1/comparer?avec=2" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/connaissances/{id}/{hidden}")).Status);
        Assert.DoesNotContain("Le SPIP le demande", (await stranger.Get($"/connaissances/{id}/versions")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/historique/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get($"/connaissances/{id}/relire/2")).Status);

        var reader = await app.SignedInNamed("Relectrice", Roles.Coordination);
        Assert.Contains("Une version attend une relecture", (await reader.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
        var look = await reader.Get($"/connaissances/{id}/relire/2");
        Assert.Equal("Dès que possible", look.Document.QuerySelector(".card-body .diff del")!.TextContent.Replace("[retiré : ", "", StringComparison.Ordinal).TrimEnd(']'));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(look, [], "handler=Return")).Status);
        await reader.SendAndFollow(look, [("Input.ReturnedWhy", "Dites qui écrit.")], "handler=Return");
        var back = await author.Get($"/connaissances/{id}/modifier");
        Assert.Contains("Dites qui écrit.", back.Main, StringComparison.Ordinal);
        Assert.Contains("Quatre mois avant", back.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent, StringComparison.Ordinal);
        await author.SendAndFollow(back, [("Input.Text", "## Quand\n\nLe référent écrit quatre mois avant."), ("acte", "proposer")]);

        var published = await reader.SendAndFollow(await reader.Get($"/connaissances/{id}/relire/2"), [], "handler=Publish");
        Assert.Equal($"/connaissances/{id}", published.Address);
        Assert.Contains("Le référent écrit", (await stranger.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
        var page = await app.WithDb(db => db.Set<KnowledgePage>().Include(p => p.Subject).SingleAsync(p => p.Id == id));
        Assert.Equal((2, "Relectrice"), (page.PublishedNumber!.Value, page.ReviewedBy));
        Assert.Contains("referent", page.Subject.Folded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_keeps_a_page_publishes_what_others_wrote_and_not_their_own()
    {
        var keeper = await app.Add(new Person("Sandrine", "Gardienne", "essai"));
        var id = await app.AddKnowledgePage("Tenue", with: p => p.KeptBy(null, keeper));
        var (author, owner) = (await app.SignedInNamed("Autrice"), await app.SignedInNamed("Sandrine Gardienne", person: keeper));
        await author.SendAndFollow(await author.Get($"/connaissances/{id}/modifier"), [("Input.Text", "De l’autrice."), ("acte", "proposer")]);
        await owner.SendAndFollow(await owner.Get($"/connaissances/{id}/modifier"), [("Input.Text", "De la gardienne."), ("acte", "proposer")]);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Get($"/connaissances/{id}/relire/3")).Status);
        var page = await owner.SendAndFollow(await owner.Get($"/connaissances/{id}/relire/2"), [], "handler=Publish");
        Assert.Contains("De l’autrice.", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get($"/connaissances/{id}/corbeille")).Status);

        // Hers was written from the version before: whoever reads it sees both.
        var reader = await app.SignedInNamed("Relectrice", Roles.Direction);
        var look = await reader.Get($"/connaissances/{id}/relire/3");
        Assert.Contains("Une autre version a été publiée", look.Main, StringComparison.Ordinal);
        Assert.Null(look.Document.QuerySelector("form[action$='handler=Publish']"));
        Assert.Contains("De la gardienne.", (await reader.Get($"/connaissances/{id}/modifier?depuis=3")).Document.QuerySelector("textarea[name='Input.Text']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_page_is_proposed_by_anybody_and_hidden_until_it_is_published()
    {
        var section = await app.Add(new Section("Rubrique des récits", "", 900));
        var author = await app.SignedInNamed("Éducatrice");
        var form = await author.Get("/connaissances/nouveau?modele=recit");
        Assert.Contains("## Ce qui n’a pas marché", form.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.Send(form, [("Input.Title", "Sans rubrique"), ("Input.SectionId", "")])).Status);
        var refused = await author.Send(await author.Get(form.Address), [("Input.Title", "Notre démarche"), ("Input.SectionId", $"{section}"), ("Input.Text", "Avec M. Kerbrat, né le 12/03/1985.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("12/03/1985", refused.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent, StringComparison.Ordinal);

        var preview = await author.Send(await author.Get(form.Address), [("Input.Title", "Notre démarche"), ("Input.Text", "Voir [là](/connaissances/999999)."), ("acte", "apercu")]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("1 lien ne mène nulle part", preview.Main.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(preview.Document.QuerySelector("#apercu .article a[href='/connaissances/999999']"));

        var filled = await author.Get(form.Address);
        (string, string)[] values = [("Input.Title", "Notre démarche"), ("Input.SectionId", $"{section}"), ("acte", "brouillon")];
        var draft = await author.SendAndFollow(filled, values);
        var id = Knowledges.IdIn(draft.Address);
        // Sent twice, it is one page.
        Assert.Equal(draft.Address, (await author.Send(filled, values)).RedirectsTo);
        Assert.Contains("Notre démarche", (await author.Get("/connaissances")).Document.QuerySelector(".own-draft")!.TextContent, StringComparison.Ordinal);
        var stranger = await app.SignedInNamed("Autre");
        foreach (var address in new[] { "", "/versions", "/versions/1", "/modifier", "/imprimer" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/connaissances/{id}{address}")).Status);
        Assert.DoesNotContain("Notre démarche", (await stranger.Get("/connaissances?brouillons=true")).Main, StringComparison.Ordinal);
        Assert.Contains("Notre démarche", (await author.Get("/connaissances?brouillons=true")).Main, StringComparison.Ordinal);

        var writer = await app.SignedInNamed("Coordinatrice", Roles.Coordination);
        await author.SendAndFollow(await author.Get(draft.Address), [("acte", "proposer")]);
        Assert.Equal($"/connaissances/{id}/versions/1", (await writer.Get($"/connaissances/{id}")).RedirectsTo);
        await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/relire/1"), [], "handler=Publish");
        Assert.Contains("Notre démarche", (await stranger.Get("/connaissances?q=démarche&nature=Story")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_or_too_deep_comes_back_with_a_sentence()
    {
        var id = await app.AddKnowledgePage("Longueurs");
        var writer = await app.SignedInNamed("Coordinatrice", Roles.Coordination);
        var form = await writer.Get($"/connaissances/{id}/modifier");
        var late = await writer.Send(form, [("Input.Text", new string('a', 60_001)), ("acte", "publier")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("dépasse 60", late.Errors, StringComparison.Ordinal);
        Assert.Equal(60_001, late.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent.Length);
        var huge = await writer.Send(await writer.Get(form.Address), [("Input.Text", string.Concat(Enumerable.Repeat("mot ", 2_500_000))), ("acte", "apercu")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.Status);
        Assert.Contains("dépasse 60", huge.Errors, StringComparison.Ordinal);
        var deep = await writer.Send(await writer.Get(form.Address), [("Input.Text", string.Concat(Enumerable.Repeat("> ", 10_000)) + "x"), ("acte", "publier")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, deep.Status);
        Assert.Contains("s’emboîtent", deep.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_see_each_other_and_lose_nothing()
    {
        var id = await app.AddKnowledgePage("Conflit", "Un. Deux. Trois.");
        var (first, second) = (await app.SignedInNamed("Première", Roles.Coordination), await app.SignedInNamed("Seconde", Roles.Coordination));
        var (one, two) = (await first.Get($"/connaissances/{id}/modifier"), await second.Get($"/connaissances/{id}/modifier"));
        await first.SendAndFollow(one, [("Input.Text", "Un. Deux et demi. Trois."), ("acte", "publier")]);
        var conflict = await second.Send(two, [("Input.Text", "Un. Deux. Quatre."), ("acte", "publier")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("La version 2, de Première", conflict.Main, StringComparison.Ordinal);
        Assert.Contains(conflict.Document.QuerySelectorAll(".diff-sides del"), d => d.TextContent.Contains("et demi", StringComparison.Ordinal));
        Assert.Contains(conflict.Document.QuerySelectorAll(".diff-sides ins"), d => d.TextContent.Contains("Quatre", StringComparison.Ordinal));
        Assert.Equal("Un. Deux. Quatre.", conflict.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent.Trim());
        var page = await second.SendAndFollow(conflict, [("acte", "publier")]);
        Assert.Contains("Un. Deux. Quatre.", page.Main, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDb(db => db.Set<PageRevision>().Where(r => r.PageId == id && r.Number == 3).Select(r => r.BasedOn).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_behind_is_taken_up_and_leaves_nothing()
    {
        var id = await app.AddKnowledgePage("Reprise", "Un.");
        var (author, other) = (await app.SignedInNamed("Autrice"), await app.SignedInNamed("Coordinatrice", Roles.Coordination));
        var draft = await author.SendAndFollow(await author.Get($"/connaissances/{id}/modifier"), [("Input.Text", "Un et deux."), ("acte", "brouillon")]);
        await other.SendAndFollow(await other.Get($"/connaissances/{id}/modifier"), [("Input.Text", "Zéro."), ("acte", "publier")]);
        var conflict = await author.Send(await author.Get(draft.Address), [("acte", "proposer")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        await author.SendAndFollow(conflict, [("acte", "proposer")]);
        var states = await app.WithDb(db => db.Set<PageRevision>().Where(r => r.PageId == id).OrderBy(r => r.Number).ToListAsync());
        Assert.Equal([RevisionState.Published, RevisionState.Dropped, RevisionState.Published, RevisionState.Submitted], states.Select(r => r.State));
    }

    [Fact]
    public async Task Versions_are_compared_restored_and_frozen()
    {
        var id = await app.AddKnowledgePage("Versions", "Avant le texte.");
        var writer = await app.SignedInNamed("Coordinatrice", Roles.Coordination);
        await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/modifier"), [("Input.Text", "Après le texte."), ("Input.Why", "Mieux"), ("acte", "publier")]);
        var compared = await writer.Get($"/connaissances/{id}/versions/2/comparer");
        Assert.Equal(("[retiré : Avant]", "[ajouté : Après]"), (compared.Document.QuerySelector("[aria-labelledby=difference] .card-body del")!.TextContent, compared.Document.QuerySelector("[aria-labelledby=difference] .card-body ins")!.TextContent));
        // No space of ours between the words.
        Assert.Equal("[retiré : Avant][ajouté : Après] le texte.", compared.Document.QuerySelector("[aria-labelledby=difference] .card-body .diff")!.TextContent);
        var frozen = await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/versions/2/figer"), [("Input.Why", "remise au SPIP 93"), ("geler", "true")]);
        Assert.Contains("remise au SPIP 93", frozen.Main, StringComparison.Ordinal);
        Assert.Contains("Version 2 figée", (await writer.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
        var restored = await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/modifier?depuis=1"), [("acte", "publier")]);
        Assert.Contains("Avant le texte.", restored.Main, StringComparison.Ordinal);
        var history = (await writer.Get($"/connaissances/{id}/versions")).Main;
        Assert.Contains("Retour à la version 1", history, StringComparison.Ordinal);
        // Its address keeps what was handed out.
        var staff = await app.SignedInNamed("Éducatrice");
        Assert.Contains("Après le texte.", (await staff.Get($"/connaissances/{id}/versions/2")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Get($"/connaissances/{id}/versions/2/figer")).Status);
        await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/versions/2/figer"), [("geler", "false")]);
        Assert.DoesNotContain("Figée", (await staff.Get($"/connaissances/{id}/versions/2")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_bin_is_nowhere_and_comes_out_whole()
    {
        var id = await app.AddKnowledgePage("Bonne pour la corbeille");
        var (writer, staff) = (await app.SignedInNamed("Coordinatrice", Roles.Coordination), await app.SignedInNamed("Éducatrice"));
        await writer.SendAndFollow(await writer.Get($"/connaissances/{id}/corbeille"), []);
        foreach (var address in new[] { "", "/versions/1", "/imprimer", "/modifier" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.Get($"/connaissances/{id}{address}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.Get($"/connaissances/{id}")).Status);
        Assert.DoesNotContain("Bonne pour la corbeille", (await staff.Get("/connaissances?q=corbeille")).Document.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        var bin = await writer.Get("/connaissances/corbeille");
        await writer.SendAndFollow(bin, [], $"/connaissances/{id}/corbeille");
        Assert.Equal(HttpStatusCode.OK, (await staff.Get($"/connaissances/{id}")).Status);
    }

    [Fact]
    public async Task The_night_shift_finds_its_pages_first_and_filters_are_in_the_address()
    {
        var id = await app.AddKnowledgePage("La personne ne rentre pas", kind: PageKind.Emergency, with: p => p.Place(p.SectionId, PageKind.Emergency, 0, "nuit, retour"));
        var staff = await app.SignedInNamed("Veilleuse");
        var list = await staff.Get("/connaissances");
        Assert.NotNull(list.Document.QuerySelector($".urgent-list a[href='/connaissances/{id}']"));
        Assert.NotNull(list.Document.QuerySelector($".section-tree a[href='/connaissances/{id}']"));
        foreach (var filter in new[] { "q=rentre", "nature=Emergency", "mot=retour" })
            Assert.NotNull((await staff.GetFragment($"/connaissances?{filter}")).Document.QuerySelector($"a[href='/connaissances/{id}']"));
        Assert.Null((await staff.GetFragment("/connaissances?mot=ret")).Document.QuerySelector($"a[href='/connaissances/{id}']"));
        Assert.Equal(HttpStatusCode.OK, (await staff.Get($"/connaissances/{id}/imprimer")).Status);
        Assert.Equal(TableWriter.XlsxType, (await staff.Get("/connaissances/export.xlsx?mot=retour")).Header("Content-Type"));
    }
}
