using Intranet.Contacts;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Imports;

/// <summary>Conventions of a spreadsheet, old ones included: one a line, establishments and partners found by their names.</summary>
internal sealed class ConventionImport : IImportKind
{
    private const int Batch = 500;

    public string Code => "conventions";
    public string Label => "Conventions";
    public string Description => "Conventions en cours ou passées : parties, dates, reconduction, préavis, places.";
    public (string One, string Many) Records => ("convention", "conventions");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", "Numéro", "n°", "référence") { MaxLength = 20, Example = "CV-2024-017" },
        new("title", "Intitulé", "titre", "nom", "convention") { Need = ImportNeed.Value, Example = "Placement extérieur – CHRS La Traverse et SPIP 93" },
        new("kind", "Nature", "type") { Example = "Placement extérieur" },
        new("establishments", "Établissements", "établissement", "nos établissements", "structure") { Need = ImportNeed.Value, MaxLength = 500, Example = "CHRS La Traverse" },
        new("partners", "Partenaires", "partenaire", "signataires") { Need = ImportNeed.Value, MaxLength = 500, Example = "SPIP de Seine-Saint-Denis ; DISP de Paris" },
        new("object", "Objet", "description") { MaxLength = 4000 },
        new("textDate", "Date du texte", "texte du") { Type = ImportType.Date },
        new("signed", "Signée le", "signature", "date de signature") { Type = ImportType.Date, Example = "18/01/2024" },
        new("start", "Début", "du", "date de début", "prise d'effet") { Type = ImportType.Date, Example = "01/03/2024" },
        new("end", "Fin", "au", "date de fin", "échéance", "terme") { Type = ImportType.Date, Example = "28/02/2027", Blank = ["sans terme", "indéterminée", "inconnue", "nc"] },
        new("renewal", "Reconduction", "mode de reconduction", "renouvellement") { MaxLength = 60, Example = "expresse" },
        new("renewalMonths", "Durée d’une reconduction (mois)", "durée de reconduction") { Type = ImportType.Number },
        new("maximumRenewals", "Reconductions au plus", "nombre de reconductions") { Type = ImportType.Number },
        new("notice", "Préavis", "délai de préavis") { MaxLength = 40, Example = "3 mois" },
        new("places", "Places", "nombre de places") { Type = ImportType.Number, Example = "14" },
        new("missing", "À documenter", "ce qui manque", "à compléter") { MaxLength = 1000 },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var reading = await ConventionLines.LoadAsync(import, cancellation);
        var lines = new List<ReadLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in import.Rows)
        {
            if (reading.Read(row) is not { } line)
                continue;
            if (seen.Add(line.Key))
                lines.Add(line);
            else
                import.Refuse(row, "title", "Cette convention est déjà sur une ligne précédente.");
        }
        var numbers = await NumbersAsync(import, lines, cancellation);
        foreach (var batch in lines.Chunk(Batch))
        {
            var ids = batch.Select(l => l.Id).OfType<int>().ToList();
            var known = await import.Db.Set<Convention>().AsTracking().Include(c => c.Subject.Links).Include(c => c.Signatories).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
            foreach (var line in batch)
            {
                var convention = line.Id is { } id ? known[id] : new Convention(line.Number ?? numbers[line], line.Row.Text("title"), line.KindId, import.Today);
                try
                {
                    line.Write(convention, import.Today);
                }
                catch (BrokenRuleException broken)
                {
                    import.Refuse(line.Row, ColumnOf(broken.Field), broken.Message);
                    if (line.Id is not null)
                        import.Db.Entry(convention).State = EntityState.Detached;
                    continue;
                }
                import.Record(line.Row.Line, convention, $"{convention.Number}, {line.Row.Text("partners")}");
            }
            await import.StageAsync(cancellation);
        }
    }

    /// <summary>The numbers of the new ones, in the order of the file; in a preview, those that they would get.</summary>
    private static async Task<Dictionary<ReadLine, string>> NumbersAsync(ImportContext import, List<ReadLine> lines, CancellationToken cancellation)
    {
        var numbers = new Dictionary<ReadLine, string>();
        foreach (var year in lines.Where(l => l.Id is null && l.Number is null).GroupBy(l => (l.Start ?? import.Today).Year))
        {
            var taken = import.Db.Database.CurrentTransaction is null
                ? await ConventionNumbers.PeekAsync(import.Db, year.Key, year.Count(), cancellation)
                : await ConventionNumbers.TakeAsync(import.Db, year.Key, year.Count(), cancellation);
            foreach (var (line, number) in year.Zip(taken))
                numbers[line] = number;
        }
        return numbers;
    }

    private static string ColumnOf(string? field) => field switch
    {
        nameof(Convention.End) => "end",
        nameof(Convention.Start) => "start",
        nameof(Convention.Places) => "places",
        nameof(Convention.SignedOn) => "signed",
        nameof(Convention.RenewalMonths) => "renewalMonths",
        nameof(Convention.MaximumRenewals) => "maximumRenewals",
        _ => "title",
    };
}
