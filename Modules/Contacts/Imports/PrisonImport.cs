using Intranet.Shared;

namespace Intranet.Contacts.Imports;

/// <summary>Prisons and their DISP, from the ministry's monthly figures: one line a wing.</summary>
internal sealed class PrisonImport : IImportKind
{
    private static readonly string[] Unknown = ["NC", "N.C.", "ND"];

    public string Code => "prisons";
    public string Label => "Établissements pénitentiaires";
    public string Description => "Établissements pénitentiaires, quartiers et DISP (statistique mensuelle du ministère de la Justice).";
    public (string One, string Many) Records => ("partenaire", "partenaires");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("date", "Date des chiffres", "date_reference", "date de référence") { Type = ImportType.Date, Need = ImportNeed.Value, Example = "01/06/2026" },
        new("etablissement", "Établissement") { Need = ImportNeed.Value, Example = "CP SEINE SAINT DENIS" },
        new("quartier", "Quartier") { Need = ImportNeed.Value, Example = "MA/QMA", MaxLength = 60 },
        new("disp", "DISP", "direction interrégionale") { Need = ImportNeed.Value, Example = "DISP PARIS" },
        new("capacite", "Capacité (norme)", "capacite_norme") { Type = ImportType.Number, Need = ImportNeed.Column, Example = "583", Blank = Unknown },
        new("operationnelle", "Capacité opérationnelle", "capacite_operationnelle") { Type = ImportType.Number, Example = "583", Blank = Unknown },
        new("detenus", "Détenus", "ecroues_detenus", "écroués détenus") { Type = ImportType.Number, Need = ImportNeed.Column, Example = "1203", Blank = Unknown },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var regions = await PlanRegionsAsync(import, cancellation);
        var book = await PartnerBook.LoadAsync(import.Db, "prison", ImportKeys.Prison, cancellation);
        foreach (var rows in import.Rows.GroupBy(r => ImportKeys.PrisonOf(r.Text("etablissement"))))
        {
            var (source, first) = (rows.First().Text("etablissement"), rows.First());
            var known = PrisonName.Of(source);
            var prison = book.Open(rows.Key, known.Written, [source, .. known.OtherNames]);
            prison.Classify(book.KindId, import.IdOf(regions[ImportKeys.DispOf(first.Text("disp"))]), known.Department is null ? DepartmentList.Split(prison.Departments) : [known.Department]);
            var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows)
            {
                if (!seen.TryAdd(row.Text("quartier"), row.Line))
                    import.Refuse(row, "quartier", $"Ce quartier de l’établissement est déjà à la ligne {seen[row.Text("quartier")]}.");
                else
                    Measure(prison, row);
            }
            import.Record(first.Line, prison);
        }
    }

    public Task FinishAsync(IntranetDb db, CancellationToken cancellation) => Territories.ResolveAsync(db, cancellation);

    /// <summary>The regions come first: prisons belong to them.</summary>
    private static async Task<Dictionary<string, Partner>> PlanRegionsAsync(ImportContext import, CancellationToken cancellation)
    {
        var book = await PartnerBook.LoadAsync(import.Db, "disp", ImportKeys.Disp, cancellation);
        var regions = new Dictionary<string, Partner>(StringComparer.Ordinal);
        foreach (var rows in import.Rows.GroupBy(r => ImportKeys.DispOf(r.Text("disp"))))
        {
            var source = rows.First().Text("disp");
            var region = regions[rows.Key] = rows.Key == "outre-mer"
                ? book.Open(rows.Key, "MSPOM, mission outre-mer", "DISP outre-mer", "Mission des services pénitentiaires de l’outre-mer", "MOM")
                : book.Open(rows.Key, "DISP " + French.De(French.TitleCase(source[(source.IndexOf(' ') + 1)..])));
            import.Record(rows.First().Line, region);
        }
        await import.StageAsync(cancellation);
        return regions;
    }

    /// <summary>An older file doesn't overwrite newer figures; a wing that a file leaves out stays.</summary>
    private static void Measure(Partner prison, ImportRow row)
    {
        var (name, asOf) = (row.Text("quartier"), row.Date("date")!.Value);
        var wing = prison.Wings.FirstOrDefault(w => string.Equals(w.Name, name, StringComparison.OrdinalIgnoreCase));
        if (wing is null)
            prison.Wings.Add(wing = new PrisonWing(name));
        if (asOf >= wing.AsOf)
            wing.Measure(asOf, row.Number("capacite"), row.Number("operationnelle"), row.Number("detenus"));
    }
}
