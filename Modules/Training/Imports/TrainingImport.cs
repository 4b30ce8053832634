using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Imports;

/// <summary>Trainings already followed, of a spreadsheet: a person, a course and a day a line. They count at once: who imports them answers for them.</summary>
internal sealed class TrainingImport : IImportKind
{
    private const int Batch = 500;
    private const string By = "import";

    public string Code => "training";
    public string Label => "Formations suivies";
    public string Description => "Formations déjà suivies par notre personnel, même parti\u00a0: personne, formation du catalogue, date, heures, coût, validité écrite.";
    public (string One, string Many) Records => ("attestation", "attestations");
    public Permission Needs => Permission.ImportTraining;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("lastName", "Nom", "nom de famille") { Need = ImportNeed.Value, Example = "Mazères", MaxLength = 100 },
        new("firstName", "Prénom") { Need = ImportNeed.Value, Example = "Claire", MaxLength = 100 },
        new("email", "Courriel", "mail", "e-mail", "email", "adresse mail") { Example = "claire.mazeres@exemple.fr" },
        new("establishment", "Établissement", "structure", "site") { Example = "CHRS La Traverse" },
        new("course", "Formation", "intitulé", "intitulé de la formation", "stage") { Need = ImportNeed.Value, Example = "Gestion de crise" },
        new("on", "Suivie le", "date", "date de fin", "fin") { Type = ImportType.Date, Need = ImportNeed.Value, Example = "14/03/2025" },
        new("hours", "Heures", "durée", "nombre d'heures", "durée en heures") { MaxLength = 20, Example = "7" },
        new("cost", "Coût (€)", "coût", "prix", "montant") { MaxLength = 20, Example = "250" },
        new("until", "Valable jusqu’au", "validité", "fin de validité", "échéance") { Type = ImportType.Date },
        new("note", "Précisions", "organisme", "commentaire", "note") { MaxLength = 300 },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var reading = await TrainingLines.LoadAsync(import, cancellation);
        var (lines, seen) = (new List<ReadTraining>(), new HashSet<(int, int, DateOnly)>());
        foreach (var row in import.Rows)
        {
            if (reading.Read(row) is not { } line)
                continue;
            if (seen.Add(line.Key))
                lines.Add(line);
            else
                import.Refuse(row, "on", "Cette formation est déjà sur une ligne précédente, pour la même personne et le même jour.");
        }
        foreach (var batch in lines.Chunk(Batch))
        {
            var people = batch.Select(l => l.PersonId).Distinct().ToList();
            var known = (await import.Db.Set<TrainingRecord>().AsTracking().Include(r => r.Subject).Where(r => people.Contains(r.PersonId) && r.CancelledOn == null && r.RefusedOn == null).OrderBy(r => r.Id).ToListAsync(cancellation))
                .ToLookup(r => (r.PersonId, r.CourseId, r.CompletedOn));
            foreach (var line in batch)
            {
                try
                {
                    Plan(import, line, known[line.Key].OrderByDescending(r => r.Counts).FirstOrDefault());
                }
                catch (BrokenRuleException broken)
                {
                    import.Refuse(line.Row, broken.Field == nameof(TrainingRecord.StatedUntil) ? "until" : broken.Field == nameof(TrainingRecord.Minutes) ? "hours" : broken.Field == nameof(TrainingRecord.Cost) ? "cost" : "on", broken.Message);
                }
            }
            await import.StageAsync(cancellation);
        }
    }

    private static void Plan(ImportContext import, ReadTraining line, TrainingRecord? known)
    {
        if (known is null)
        {
            var record = new TrainingRecord(line.PersonId, line.Course.Id, line.On, line.Minutes ?? line.Course.Duration, line.Cents ?? line.Course.Cost ?? 0, RecordOrigin.Imported, import.Today, By);
            record.State(line.On, line.Row.Date("until"), record.Minutes, record.Cost, line.Row.Text("note"), import.Today);
            record.Accept(import.Today, By);
            import.Record(line.Row.Line, record, line.Detail);
            return;
        }
        // Attendance is the proof of a session, and what somebody declared waits for their head of service: a file changes neither.
        if (known.Origin == RecordOrigin.Session)
            import.Record(line.Row.Line, known, $"{line.Detail}\u00a0: attestée par une session.");
        else if (!known.Counts)
            import.Record(line.Row.Line, known, $"{line.Detail}\u00a0: déjà déclarée, à vérifier.");
        else
        {
            known.State(line.On, line.Row.Date("until") ?? known.StatedUntil, line.Minutes ?? known.Minutes, line.Cents ?? known.Cost, line.Row.Or("note", known.Note), import.Today);
            import.Record(line.Row.Line, known, line.Detail);
        }
    }
}
