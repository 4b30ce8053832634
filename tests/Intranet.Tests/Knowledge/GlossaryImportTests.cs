using System.Net;
using System.Text;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

/// <summary>The glossary in and out of spreadsheets.</summary>
public sealed class GlossaryImportTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private const string Text = """
        Terme;Sigles;Autres formes;Définition;Sens pour la santé;Source;En usage jusqu’au;Remplacé par;Expliqué dans les pages
        ancien mot du fichier;AMF;vieux mot;Un mot d’hier.;;Le fichier;31/12/2019;NMF;
        nouveau mot du fichier;NMF, NDF;;Un mot d’aujourd’hui.;Ce que disent les soignants.;Le fichier;;;non
        mot sans définition;;;;;;;;
        autre mot;nmf;;Un sigle déjà pris.;;;;;
        Nouveau mot du fichier;;;Deux fois.;;;;;
        mot perdu;;;Remplacé par rien.;;;;jamais vu;
        """;

    [Fact]
    public async Task Lines_become_terms_once_and_a_word_of_the_file_may_replace_another()
    {
        var (plan, run) = await app.Import("glossary", Text);
        Assert.Equal([(4, "definition"), (5, "acronyms"), (6, "name"), (7, "replacedBy")], plan.Issues.OrderBy(i => i.Line).Select(i => (i.Line, i.Key)));
        Assert.Equal(2, plan.Created);
        var terms = await app.WithDb(db => db.Set<GlossaryTerm>().AsNoTracking().Include(t => t.Meanings).Include(t => t.ReplacedBy).AsSingleQuery().Where(t => t.Source == "Le fichier").OrderBy(t => t.Name).ToListAsync());
        Assert.Equal(["ancien mot du fichier", "nouveau mot du fichier"], terms.Select(t => t.Name));
        Assert.Equal(("|NMF|NDF|", false, "Ce que disent les soignants."), (terms[1].Acronyms, terms[1].IsMarked, terms[1].Meanings.Single().Text));
        Assert.Equal((terms[1].Id, new DateOnly(2019, 12, 31), "|vieux mot|"), (terms[0].ReplacedById, terms[0].Until, terms[0].Variants));

        var again = (await app.Import("glossary", Text)).Plan;
        Assert.Equal((0, 0, 2), (again.Created, again.Updated, again.Unchanged));
        var changed = (await app.Import("glossary", "Terme;Définition\nancien mot du fichier;Un mot d’avant-hier.")).Plan;
        Assert.Equal((0, 1), (changed.Created, changed.Updated));
        var undone = await app.Undo(run.Id);
        Assert.Equal(2, undone.Removed + undone.Kept);
    }

    [Fact]
    public async Task What_is_exported_comes_back_unchanged()
    {
        using var scope = app.Services.CreateScope();
        var kind = scope.ServiceProvider.GetServices<IExportKind>().Single(k => k.Code == "glossary");
        var rows = await kind.RowsAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), default);
        Assert.NotEmpty(rows);
        var file = new MemoryStream();
        ExportFile.Write(file, kind, rows, ".csv");
        var again = (await app.Import("glossary", Encoding.UTF8.GetString(file.ToArray()))).Plan;
        Assert.Equal((0, 0, rows.Count, 0), (again.Created, again.Updated, again.Unchanged, again.Issues.Count));
        var reader = await app.SignedIn(Roles.Staff);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/glossaire/export.xlsx")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Coordination)).Get("/imports/modeles/glossary.xlsx")).Status);
    }
}
