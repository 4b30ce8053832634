using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Imports;

/// <summary>Words of a spreadsheet, a term a line. A term is known by its name, else by its first acronym; an empty cell erases nothing, and a retired term isn't brought back.</summary>
internal sealed class GlossaryImport(GlossaryWords words) : IImportKind
{
    internal static IReadOnlyList<ImportColumn> Known { get; } =
    [
        new("name", "Terme", "mot", "nom") { Need = ImportNeed.Value, Example = "juge de l’application des peines" },
        new("acronyms", "Sigles", "sigle", "acronyme", "acronymes") { Example = "JAP" },
        new("variants", "Autres formes", "variantes", "synonymes") { MaxLength = 500, Example = "juges de l’application" },
        new("definition", "Définition", "definition") { Need = ImportNeed.Column, MaxLength = GlossaryTerm.LongestDefinition, Example = "Magistrat qui suit l’exécution des peines." },
        new("justice", "Sens pour la justice") { MaxLength = GlossaryTerm.LongestDefinition },
        new("health", "Sens pour la santé") { MaxLength = GlossaryTerm.LongestDefinition },
        new("housing", "Sens pour l’hébergement et le social", "sens pour l’hébergement") { MaxLength = GlossaryTerm.LongestDefinition },
        new("source", "Source") { MaxLength = 300, Example = "Code de procédure pénale" },
        new("since", "En usage depuis le", "depuis") { Type = ImportType.Date },
        new("until", "En usage jusqu’au", "jusqu’au") { Type = ImportType.Date },
        new("replacedBy", "Remplacé par") { Example = "" },
        new("marked", "Expliqué dans les pages", "expliqué") { MaxLength = 10, Example = "oui" },
    ];

    public string Code => "glossary";
    public string Label => "Glossaire";
    public string Description => "Les mots et les sigles\u00a0: définition, sens selon qui parle, source, période d’usage, mot qui remplace.";
    public (string One, string Many) Records => ("terme", "termes");
    public IReadOnlyList<ImportColumn> Columns => Known;

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var terms = await import.Db.Set<GlossaryTerm>().AsTracking().Include(t => t.Subject).Include(t => t.Meanings).AsSplitQuery().OrderBy(t => t.Id).ToListAsync(cancellation);
        var (byName, byAcronym) = (new Dictionary<string, GlossaryTerm>(), new Dictionary<string, GlossaryTerm>(StringComparer.OrdinalIgnoreCase));
        foreach (var term in terms)
            Index(term);
        var seen = new HashSet<GlossaryTerm>(ReferenceEqualityComparer.Instance);
        List<(ImportRow Row, GlossaryTerm Term)> replaced = [];
        foreach (var row in import.Rows)
        {
            if (Find(row) is not { } term)
                continue;
            if (row.Text("replacedBy").Length > 0)
                replaced.Add((row, term));
            else if (Write(import, row, term, null))
                import.Record(row.Line, term);
        }
        // A word that takes the place of another has its number by then, be it of the same file.
        await import.StageAsync(cancellation);
        var again = replaced.Select(r => r.Term.Id).Where(id => id > 0).ToList();
        var fresh = await import.Db.Set<GlossaryTerm>().AsTracking().Include(t => t.Subject).Include(t => t.Meanings).AsSplitQuery().Where(t => again.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        foreach (var (row, term) in replaced)
        {
            var (name, own) = (row.Text("replacedBy"), fresh.GetValueOrDefault(term.Id, term));
            if ((byAcronym.GetValueOrDefault(name) ?? byName.GetValueOrDefault(Folding.Fold(name))) is not { } other || (other.Id == 0 && replaced.Any(r => r.Term == other)))
                import.Refuse(row, "replacedBy", "Ce mot n’est ni dans le glossaire ni sur une ligne sans remplaçant\u00a0: importez-le d’abord.");
            else if (Write(import, row, own, import.IdOf(other)))
                import.Record(row.Line, own);
        }
        await import.StageAsync(cancellation);

        void Index(GlossaryTerm term)
        {
            byName.TryAdd(Folding.Fold(term.Name), term);
            foreach (var acronym in CodeList.Split(term.Acronyms))
                byAcronym.TryAdd(acronym, term);
        }

        GlossaryTerm? Find(ImportRow row)
        {
            var known = byName.GetValueOrDefault(Folding.Fold(row.Text("name")));
            if (TermWords.Split(row.Text("acronyms")).Select(a => byAcronym.GetValueOrDefault(a)).FirstOrDefault(t => t is not null && t != known) is { } other)
            {
                import.Refuse(row, "acronyms", $"Ce sigle désigne déjà «\u00a0{other.Name}\u00a0»\u00a0: ajoutez-lui un sens plutôt qu’un second terme.");
                return null;
            }
            if (known?.RetiredOn is not null)
            {
                import.Skip(row.Line, known.Name, "Ce terme est retiré\u00a0: un fichier ne le remet pas.");
                return null;
            }
            try
            {
                var term = known ?? new GlossaryTerm(row.Text("name"), row.Text("acronyms"), row.Text("definition"));
                if (!seen.Add(term))
                {
                    import.Refuse(row, "name", "Ce terme est déjà sur une ligne précédente.");
                    return null;
                }
                Index(term);
                return term;
            }
            catch (BrokenRuleException broken)
            {
                Refuse(import, row, broken);
                return null;
            }
        }
    }

    public Task FinishAsync(IntranetDb db, CancellationToken cancellation)
    {
        words.Forget();
        return Task.CompletedTask;
    }

    private static bool Write(ImportContext import, ImportRow row, GlossaryTerm term, int? replacedBy)
    {
        try
        {
            term.Call(row.Text("name"), row.Or("acronyms", term.Acronyms), row.Or("variants", term.Variants), row.Or("definition", term.Definition));
            term.From(row.Or("source", term.Source), Folding.Fold(row.Text("marked")) switch { "non" or "0" => false, "" => term.IsMarked, _ => true });
            term.LastFrom(row.Date("since") ?? term.Since, row.Date("until") ?? term.Until, replacedBy ?? term.ReplacedById);
            foreach (var (key, field) in new[] { ("justice", MeaningField.Justice), ("health", MeaningField.Health), ("housing", MeaningField.Housing) })
            {
                if (row.Text(key).Length > 0)
                    term.Means(field, row.Text(key));
            }
            return true;
        }
        catch (BrokenRuleException broken)
        {
            Refuse(import, row, broken);
            return false;
        }
    }

    private static void Refuse(ImportContext import, ImportRow row, BrokenRuleException broken)
        => import.Refuse(row, broken.Field switch { nameof(GlossaryTerm.Until) => "until", nameof(GlossaryTerm.Definition) => "definition", nameof(GlossaryTerm.Acronyms) => "acronyms", nameof(GlossaryTerm.Variants) => "variants", nameof(GlossaryTerm.ReplacedById) => "replacedBy", _ => "name" }, broken.Message);
}
