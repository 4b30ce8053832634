using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>Our staff: a person and an employment a line.</summary>
internal sealed class StaffImport : IImportKind
{
    public string Code => "staff";
    public string Label => "Notre personnel";
    public string Description => "Salariés de l’association : établissement, fonction, dates d’arrivée et de départ.";
    public (string One, string Many) Records => ("personne", "personnes");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("lastName", "Nom", "nom de famille") { Need = ImportNeed.Value, Example = "Mazères", MaxLength = 100 },
        new("firstName", "Prénom") { Need = ImportNeed.Value, Example = "Claire", MaxLength = 100 },
        new("establishment", "Établissement", "structure", "site") { Need = ImportNeed.Value, Example = "CHRS La Traverse" },
        new("function", "Fonction", "emploi", "poste") { Need = ImportNeed.Value, Example = "Éducatrice spécialisée" },
        new("from", "Depuis le", "date d'entrée", "entrée", "arrivée", "du") { Type = ImportType.Date, Need = ImportNeed.Value, Example = "02/09/2024" },
        new("to", "Jusqu’au", "date de sortie", "sortie", "départ", "au") { Type = ImportType.Date },
        new("term", "Terme du contrat", "fin de cdd", "fin de contrat") { Type = ImportType.Date },
        new("email", "Courriel", "mail", "e-mail", "email", "adresse mail") { Example = "claire.mazeres@exemple.fr" },
        new("phone", "Téléphone", "tél", "tel", "tél. direct") { MaxLength = 40 },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var places = await PlaceNames.OfEstablishmentsAsync(import.Db, cancellation);
        var book = await PersonBook.LoadAsync(import.Db, cancellation);
        var seen = new HashSet<(PersonRef, int, DateOnly)>();
        var lines = new List<(PersonRef Person, ImportRow Row, int Place)>();
        foreach (var row in import.Rows)
        {
            if (places.Find(row.Text("establishment")) is not { } place)
            {
                import.Refuse(row, "establishment", "Établissement inconnu.", places.Near(row.Text("establishment")));
                continue;
            }
            var from = row.Date("from")!.Value;
            if (row.Date("to") < from || row.Date("term") < from)
            {
                import.Refuse(row, row.Date("to") < from ? "to" : "term", "Cette date précède l’arrivée.");
                continue;
            }
            var person = book.Find(row.Text("firstName"), row.Text("lastName"), row.Text("email"), p => p.IsOurs)
                ?? book.Add(row.Text("firstName"), row.Text("lastName"), row.Text("email"), isOurs: true);
            if (seen.Add((person, place, from)))
                lines.Add((person, row, place));
            else
                import.Refuse(row, "lastName", "Cette personne a déjà une ligne pour le même établissement et la même date.");
        }
        foreach (var batch in lines.GroupBy(l => l.Person).Chunk(PersonBook.Batch))
        {
            var people = await PersonBook.OpenAsync(import.Db, batch.Select(b => b.Key), "import du personnel", cancellation);
            foreach (var (key, row, place) in batch.SelectMany(b => b))
            {
                var person = people[key];
                person.ReachBy(row.Or("phone", person.Phone), row.Or("email", person.Email));
                Employ(person, place, row, row.Date("from")!.Value);
                import.Record(row.Line, person, $"{row.Text("function")}, {row.Text("establishment")}");
            }
            await import.StageAsync(cancellation);
        }
    }

    /// <summary>The employment of that day in that establishment is the same one, whatever its function was called.</summary>
    private static void Employ(Person person, int place, ImportRow row, DateOnly from)
    {
        var employment = person.Employments.FirstOrDefault(e => e.EstablishmentId == place && e.From == from) ?? person.Employ(place, row.Text("function"), from);
        employment.Work(place, row.Text("function"), from, row.Date("term") ?? employment.FixedTermEnd);
        if (row.Date("to") is { } to)
            employment.Leave(to);
    }
}
