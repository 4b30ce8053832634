using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Imports;

/// <summary>Past meetings of a spreadsheet: one a line, oldest first, each closed and counted by the real rule.</summary>
internal sealed class MeetingImport : IImportKind
{
    private const int Batch = 500;

    public string Code => "meetings";
    public string Label => "Rencontres passées";
    public string Description => "Rencontres déjà tenues, même anciennes\u00a0: date ou mois, nature, partenaires, personnes présentes, compte rendu.";
    public (string One, string Many) Records => ("rencontre", "rencontres");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("on", "Date", "le", "jour", "date de la rencontre", "mois") { Type = ImportType.Date, Need = ImportNeed.Value, Example = "mars 2025" },
        new("kind", "Nature", "type", "type de rencontre") { MaxLength = 100, Example = "Rencontre annuelle" },
        new("title", "Intitulé", "titre", "objet", "rencontre") { Example = "Rencontre annuelle avec le SPIP 93" },
        new("mode", "Mode", "modalité") { MaxLength = 40, Example = "chez eux" },
        new("partners", "Partenaires", "partenaire", "structure rencontrée", "organisme") { Need = ImportNeed.Value, MaxLength = 500, Example = "SPIP de Seine-Saint-Denis ; TJ Bobigny" },
        new("establishments", "Établissements", "établissement", "nos établissements") { MaxLength = 500, Example = "CHRS La Traverse" },
        new("ours", "De chez nous", "nos participants", "présents chez nous", "participants") { MaxLength = 2000, Example = "Karim Lebrun, coordinateur" },
        new("theirs", "Du partenaire", "participants du partenaire", "présents du partenaire", "interlocuteurs") { MaxLength = 2000, Example = "Claire Mazères, DPIP ; Thomas Aubriet, CPIP" },
        new("minutes", "Compte rendu", "notes", "résumé", "commentaire") { MaxLength = 20_000 },
        new("state", "État", "statut") { MaxLength = 40, Example = "close" },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var reading = await MeetingLines.LoadAsync(import, cancellation);
        var lines = new List<ReadMeeting>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in import.Rows)
        {
            if (reading.Read(row) is not { } line)
                continue;
            if (seen.Add(line.Key))
                lines.Add(line);
            else
                import.Refuse(row, "on", "Cette rencontre est déjà sur une ligne précédente.");
        }
        var settling = await Settling.LoadAsync(import.Db, lines, cancellation);
        // « Tout va bien » never counts twice running: what came before is settled before.
        foreach (var batch in lines.OrderBy(l => l.On).ThenBy(l => l.Row.Line).Chunk(Batch))
        {
            var ids = batch.Select(l => l.Id).OfType<int>().ToList();
            var known = await import.Db.Set<Meeting>().AsTracking().Include(m => m.Subject).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
            foreach (var line in batch)
            {
                if (line.Id is { } id)
                {
                    import.Record(line.Row.Line, known[id], Known(known[id].State, line.State));
                    continue;
                }
                try
                {
                    var meeting = line.Make();
                    var detail = settling.Settle(meeting, line, import.Today);
                    import.Record(line.Row.Line, meeting, detail);
                }
                catch (BrokenRuleException broken)
                {
                    import.Refuse(line.Row, broken.Field == "Establishments" ? "establishments" : "on", broken.Message);
                }
            }
            await import.StageAsync(cancellation);
        }
    }

    /// <summary>A meeting known already stays as it is: a line that says more of it must not be believed.</summary>
    private static string Known(MeetingState state, MeetingState said) => state == said ? "Déjà enregistrée."
        : $"Déjà enregistrée, à l’état « {Labels.Of(state)} »{(state == MeetingState.Closed ? "" : "\u00a0: elle ne compte pas tant qu’elle n’est pas close")}.".Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal);
}
