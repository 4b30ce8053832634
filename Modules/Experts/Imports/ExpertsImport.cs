using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Imports;

/// <summary>Who knows what, of a spreadsheet: somebody of ours, or an establishment where nobody is named, and a topic a line. What it brings is declared, never confirmed.</summary>
internal sealed class ExpertsImport : IImportKind
{
    private const int Batch = 300;
    private const string By = "import";

    public string Code => "experts";
    public string Label => "Réseau d’experts";
    public string Description => "Qui connaît quoi\u00a0: personne ou établissement ressource, thème, niveau, depuis quand, départements couverts, demandes par mois.";
    public (string One, string Many) Records => ("fiche d’expertise", "fiches d’expertise");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("lastName", "Nom", "nom de famille") { Example = "Mazères", MaxLength = 100 },
        new("firstName", "Prénom") { Example = "Claire", MaxLength = 100 },
        new("email", "Courriel", "mail", "e-mail", "email", "adresse mail") { Example = "claire.mazeres@exemple.fr" },
        new("establishment", "Établissement", "structure", "site") { Example = "CHRS La Traverse" },
        new("topic", "Thème", "sujet", "expertise", "domaine") { Need = ImportNeed.Value, Example = "Placement extérieur" },
        new("level", "Niveau") { Example = "Pratique", MaxLength = 40 },
        new("since", "Depuis le", "depuis") { Type = ImportType.Date, Example = "01/09/2023" },
        new("departments", "Départements", "territoire", "territoires") { Example = "93, 75" },
        new("ceiling", "Demandes par mois", "plafond", "maximum") { MaxLength = 10, Example = "4" },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var reading = await ExpertLines.LoadAsync(import, cancellation);
        var (lines, seen) = (new List<ReadExpertise>(), new HashSet<(int?, int?, int)>());
        foreach (var row in import.Rows)
        {
            if (reading.Read(row) is not { } line)
                continue;
            if (seen.Add((line.PersonId, line.EstablishmentId, line.TopicId)))
                lines.Add(line);
            else
                import.Refuse(row, "topic", "Ce thème est déjà sur une ligne précédente, pour la même fiche.");
        }
        foreach (var batch in lines.GroupBy(l => (l.PersonId, l.EstablishmentId)).Chunk(Batch))
        {
            var people = batch.Select(g => g.Key.PersonId).OfType<int>().ToList();
            var houses = batch.Select(g => g.Key.EstablishmentId).OfType<int>().ToList();
            var known = await import.Db.Set<Expert>().AsTracking().Include(e => e.Subject).Include(e => e.Topics).AsSplitQuery()
                .Where(e => (e.PersonId != null && people.Contains(e.PersonId.Value)) || (e.EstablishmentId != null && houses.Contains(e.EstablishmentId.Value))).ToListAsync(cancellation);
            foreach (var group in batch)
                Plan(import, [.. group], known.Find(e => group.Key.PersonId is { } person ? e.PersonId == person : e.EstablishmentId == group.Key.EstablishmentId));
            await import.StageAsync(cancellation);
        }
    }

    private static void Plan(ImportContext import, IReadOnlyList<ReadExpertise> lines, Expert? known)
    {
        var expert = known ?? (lines[0].PersonId is { } person ? Expert.OfStaff(person, lines[0].Name) : Expert.OfHouse(lines[0].EstablishmentId!.Value, lines[0].Name));
        foreach (var line in lines)
        {
            if (expert.WithdrawnOn is not null)
            {
                import.Skip(line.Row.Line, line.Name, "Cette fiche est retirée du réseau\u00a0: un fichier ne l’y remet pas.");
                continue;
            }
            try
            {
                expert.Offer(expert.About, line.Departments ?? CodeList.Split(expert.Departments), line.Ceiling ?? expert.Ceiling, expert.WelcomesVisits);
                var topic = expert.Topics.FirstOrDefault(t => t.TopicId == line.TopicId);
                var (level, since) = (line.Level ?? topic?.Level ?? ExpertiseLevel.Practises, line.Row.Date("since") ?? topic?.Since);
                // Said again in the same words, it is not said anew.
                if (topic is null || topic.Level != level || topic.Since != since)
                    expert.Declare(line.TopicId, level, since, By, import.Today);
                import.Record(line.Row.Line, expert, $"{lines[0].Name}\u00a0: {French.Count(lines.Count, "thème")}");
            }
            catch (BrokenRuleException broken)
            {
                import.Refuse(line.Row, broken.Field == nameof(Expertise.Since) ? "since" : "ceiling", broken.Message);
            }
        }
    }
}
