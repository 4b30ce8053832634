using System.Net;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

/// <summary>The glossary's pages: who defines, duplicates, conflicts, words that are over, search.</summary>
public sealed class GlossaryPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_word_is_defined_in_three_fields_found_verified_and_retired()
    {
        var writer = await app.SignedIn(Roles.Coordination);
        var reader = await app.SignedIn(Roles.Staff, seesAll: false);
        var form = await writer.Get("/glossaire/nouveau?sigle=ZQX");
        Assert.Equal("ZQX", form.Document.QuerySelector("[name='Input.Acronyms']")!.GetAttribute("value"));
        (string, string)[] values = [("Input.Name", "zone de quarantaine expérimentale"), ("Input.Definition", "Un lieu à part, pour l’essai."), ("Input.Justice", "Sens des juges."), ("Input.Health", "Sens des soignants."), ("Input.Housing", "Sens des éducateurs."), ("Input.Variants", "zone d’essai")];
        var page = await writer.SendAndFollow(form, values);
        Assert.Equal(["Justice", "Santé", "Hébergement et social"], page.Document.QuerySelectorAll(".term-meanings h3").Select(h => h.TextContent));
        Assert.Contains("vérifié", page.Main.ToLowerInvariant(), StringComparison.Ordinal);

        // By acronym, without accents, in the plural, by another form; by field.
        foreach (var query in new[] { "zqx", "quarantaine experimentale", "zones de quarantaine", "zone d'essai" })
            Assert.Contains("zone de quarantaine expérimentale", (await reader.Get($"/glossaire?q={Uri.EscapeDataString(query)}")).Main, StringComparison.Ordinal);
        Assert.Contains("ZQX", (await reader.Get("/glossaire?domaine=Health&q=zqx")).Main, StringComparison.Ordinal);
        Assert.Contains("ZQX", (await reader.Get("/glossaire?lettre=Z")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ZQX", (await reader.Get("/glossaire?lettre=A")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", (await reader.GetFragment("/glossaire?q=zqx")).Text, StringComparison.Ordinal);

        // Readers read.
        Assert.Empty((await reader.Get(page.Address)).Document.QuerySelectorAll("main form"));
        foreach (var closed in new[] { "/glossaire/nouveau", $"{page.Address}/modifier", "/glossaire/sigles-inconnus" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(closed)).Status);

        var stale = await writer.Get(page.Address);
        var verified = await writer.SendAndFollow(await writer.Get(page.Address), [], "handler=Verify");
        var retired = await writer.SendAndFollow(verified, [], "handler=Retire");
        Assert.Contains("Retiré le", retired.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(page.Address)).Status);
        Assert.DoesNotContain("ZQX", (await reader.Get("/glossaire?q=zqx&retires=true")).Main, StringComparison.Ordinal);
        Assert.Contains("ZQX", (await writer.Get("/glossaire?q=zqx&retires=true")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await writer.Send(stale, [], "handler=Retire")).Status);
        await writer.SendAndFollow(retired, [], "handler=Restore");
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(page.Address)).Status);
    }

    [Fact]
    public async Task A_name_or_an_acronym_is_there_once_and_what_was_typed_is_kept()
    {
        var writer = await app.SignedIn(Roles.Direction);
        await app.Add(new GlossaryTerm("bureau des essais", "BDE", "Là où l’on essaie."));
        var form = await writer.Get("/glossaire/nouveau");
        var again = await writer.Send(form, [("Input.Name", "Bureau des Essais"), ("Input.Definition", "Autre.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("est déjà dans le glossaire", again.Errors, StringComparison.Ordinal);
        Assert.Equal("Autre.", again.Document.QuerySelector("[name='Input.Definition']")!.TextContent.Trim());
        var acronym = await writer.Send(form, [("Input.Name", "brigade d’exception"), ("Input.Acronyms", "BEX2, bde"), ("Input.Definition", "Autre.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, acronym.Status);
        Assert.Contains("désigne déjà « bureau des essais »", acronym.Errors.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await writer.Send(form, [("Input.Name", "né le 12/03/1985 à Paris, M. X"), ("Input.Definition", "Monsieur X, né le 12/03/1985.")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await writer.Send(form, [("Input.Name", "mot lié"), ("Input.Definition", "Autre."), ("Input.SeeAlso", "rien de connu")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await writer.Send(form, [("Input.Name", "mot daté"), ("Input.Definition", "Autre."), ("Input.Since", "2020-01-02"), ("Input.Until", "2020-01-01")])).Status);
    }

    [Fact]
    public async Task Two_people_on_one_word_see_each_other()
    {
        var (first, second) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var id = await app.Add(new GlossaryTerm("mot disputé", "", "Une définition."));
        var (one, other) = (await first.Get($"/glossaire/{id}/modifier"), await second.Get($"/glossaire/{id}/modifier"));
        // A meaning alone is a change of the term.
        await first.SendAndFollow(one, [("Input.Justice", "Le sens des juges.")]);
        var conflict = await second.Send(other, [("Input.Definition", "La mienne.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Le sens des juges.", conflict.Main, StringComparison.Ordinal);
        var saved = await second.SendAndFollow(conflict, []);
        Assert.Contains("La mienne.", saved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_over_says_by_which_it_was_replaced_and_what_to_read_beside_it()
    {
        var writer = await app.SignedIn(Roles.Coordination);
        var now = await app.Add(new GlossaryTerm("tribunal d’essai", "TDE", "Le tribunal d’aujourd’hui."));
        var form = await writer.Get("/glossaire/nouveau");
        var page = await writer.SendAndFollow(form, [("Input.Name", "ancien tribunal d’essai"), ("Input.Acronyms", "ATE"), ("Input.Definition", "Le tribunal d’hier."), ("Input.Until", "2019-12-31"), ("Input.ReplacedById", $"{now}"), ("Input.SeeAlso", "TDE")]);
        Assert.Contains("Jusqu’au 31/12/2019, remplacé par TDE.", page.Main, StringComparison.Ordinal);
        Assert.Equal($"/glossaire/{now}", page.Document.QuerySelector("[aria-labelledby=voir] a")!.GetAttribute("href"));
        var current = await writer.Get($"/glossaire/{now}");
        Assert.Contains("ATE", current.Document.QuerySelector("[aria-labelledby=essentiel]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ancien tribunal d’essai", (await writer.Get("/glossaire?anciens=true&q=tribunal+essai")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Le tribunal d’aujourd’hui", (await writer.Get("/glossaire?anciens=true&q=tribunal+essai")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_explains_its_words_as_soon_as_they_are_defined_and_forms_do_not()
    {
        var writer = await app.SignedIn(Roles.Coordination | Roles.Administration);
        var place = await app.AddEstablishment("Maison KWZ");
        var sheet = $"/glossaire/{await app.Add(new GlossaryTerm("mot voisin", "", "Se lit avec le KWZ, vraiment le KWZ."))}";
        var before = await writer.Get(sheet);
        Assert.DoesNotContain(before.Document.QuerySelectorAll("main [popovertarget]"), b => b.TextContent == "KWZ");
        var term = await writer.SendAndFollow(await writer.Get("/glossaire/nouveau"), [("Input.Name", "kilowatt zéro"), ("Input.Acronyms", "KWZ"), ("Input.Definition", "Sans courant.")]);
        var after = await writer.Get(sheet);
        var mark = Assert.Single(after.Document.QuerySelectorAll("main .glossary-term"), b => b.TextContent == "KWZ");
        Assert.Contains("Sans courant.", after.Document.GetElementById(mark.GetAttribute("popovertarget")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.SqlCommands, after.SqlCommands);
        Assert.DoesNotContain((await writer.Get(term.Address)).Document.QuerySelectorAll("main .glossary-term"), b => b.TextContent == "KWZ");
        Assert.Empty((await writer.Get($"{sheet}/modifier")).Document.QuerySelectorAll("main .glossary-term"));
        Assert.Empty((await writer.Get("/glossaire?q=kwz")).Document.QuerySelectorAll("main .glossary-term"));
        Assert.Equal(HttpStatusCode.OK, (await writer.Get($"/etablissements/{place}")).Status);

        await writer.SendAndFollow(await writer.Get(term.Address), [], "handler=Retire");
        Assert.DoesNotContain((await writer.Get(sheet)).Document.QuerySelectorAll("main .glossary-term"), b => b.TextContent == "KWZ");
    }

    [Fact]
    public async Task The_compiled_glossary_is_kept_until_a_term_is_saved_and_gives_its_acronyms_to_search()
    {
        var words = app.Services.GetRequiredService<GlossaryWords>();
        Task<GlossaryMarker> Current() => app.WithDb(async db => await words.CurrentAsync(db, CancellationToken.None));
        var first = await Current();
        var stamp = words.Stamp;
        words.Forget();
        await app.Add(new Intranet.Contacts.Partner("Autre chose", await app.WithDb(db => db.Set<Intranet.Contacts.PartnerKind>().Select(k => k.Id).FirstAsync())));
        Assert.Same(first, await Current());
        Assert.Equal(stamp, words.Stamp);
        await app.Add(new GlossaryTerm("grande échelle d’essai", "GED", "Haute."));
        words.Forget();
        Assert.NotSame(first, await Current());
        Assert.Equal(stamp + 1, words.Stamp);
        Assert.Contains(new Synonym("ged", "grande echelle d essai"), await app.WithDb(async db => await words.SynonymsAsync(db, CancellationToken.None)));
    }
}
