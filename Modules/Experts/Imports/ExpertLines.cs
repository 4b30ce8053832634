using System.Globalization;
using Intranet.Contacts;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Imports;

/// <summary>A line whose sheet and topic are known; what it leaves out stays as it is.</summary>
internal sealed record ReadExpertise(ImportRow Row, int? PersonId, int? EstablishmentId, string Name, int TopicId, ExpertiseLevel? Level, IReadOnlyList<string>? Departments, int? Ceiling);

/// <summary>Finds of whom and of what a line speaks, among those who work for us, our establishments and the topics in use.</summary>
internal sealed class ExpertLines
{
    private readonly ImportContext import;
    private readonly PlaceNames houses;
    private readonly PlaceNames topics = new();
    private readonly Dictionary<int, string> titles;
    private readonly ILookup<string, Colleague> byMail, byName;

    private ExpertLines(ImportContext import, PlaceNames houses, Dictionary<int, string> titles, IEnumerable<(int Id, string Name, string Synonyms)> topics, IReadOnlyCollection<Colleague> people)
    {
        (this.import, this.houses, this.titles) = (import, houses, titles);
        foreach (var (id, name, synonyms) in topics)
            this.topics.Add(id, name, CodeList.Split(synonyms));
        byMail = people.Where(p => p.Email.Length > 0).ToLookup(p => p.Email.ToLowerInvariant());
        byName = people.ToLookup(p => Folding.Fold($"{p.LastName} {p.FirstName}"));
    }

    public static async Task<ExpertLines> LoadAsync(ImportContext import, CancellationToken cancellation)
    {
        var (db, today) = (import.Db, import.Today);
        var topics = await db.Set<Topic>().AsNoTracking().Where(t => t.RetiredOn == null).OrderBy(t => t.Id).Select(t => new { t.Id, t.Name, t.Synonyms }).ToListAsync(cancellation);
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(today).Where(s => s.Person!.MergedIntoId == null && s.Person.ErasedOn == null).OrderBy(s => s.PersonId)
            .Select(s => new { s.PersonId, s.Person!.FirstName, s.Person.LastName, s.Person.Email, s.EstablishmentId }).ToListAsync(cancellation);
        var titles = await db.Set<Establishment>().AsNoTracking().Select(e => new { e.Id, e.Subject.Title }).ToDictionaryAsync(e => e.Id, e => e.Title, cancellation);
        var people = staff.GroupBy(s => s.PersonId).Select(g => new Colleague(g.Key, g.First().FirstName, g.First().LastName, g.First().Email, [.. g.Select(s => s.EstablishmentId)])).ToList();
        return new(import, await PlaceNames.OfEstablishmentsAsync(db, cancellation), titles, topics.Select(t => (t.Id, t.Name, t.Synonyms)), people);
    }

    /// <summary>Null once the line is refused.</summary>
    public ReadExpertise? Read(ImportRow row)
    {
        if (topics.Find(row.Text("topic")) is not { } topic)
            return Refuse(row, "topic", "Ce thème n’est pas dans la liste\u00a0: choisissez l’un des thèmes du réseau.", topics.Near(row.Text("topic")));
        ExpertiseLevel? level = null;
        if (row.Text("level") is { Length: > 0 } said)
        {
            level = Enum.GetValues<ExpertiseLevel>().Cast<ExpertiseLevel?>().FirstOrDefault(l => Folding.Fold(Labels.Of(l!.Value)) == Folding.Fold(said) || $"{(int)l.Value}" == said);
            if (level is null)
                return Refuse(row, "level", "Indiquez un niveau\u00a0: Connaît, Pratique ou Fait référence.", [.. Enum.GetValues<ExpertiseLevel>().Select(l => Labels.Of(l))]);
        }
        List<string>? departments = null;
        if (row.Text("departments") is { Length: > 0 } written)
        {
            departments = [];
            foreach (var word in written.Split([',', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Departements.NameOf(word.ToUpperInvariant()) is null)
                    return Refuse(row, "departments", "Indiquez des numéros de département\u00a0: « 93, 75 ».");
                departments.Add(word.ToUpperInvariant());
            }
        }
        int? ceiling = null;
        if (row.Text("ceiling") is { Length: > 0 } figure)
        {
            if (!int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > 30)
                return Refuse(row, "ceiling", "Indiquez de 1 à 30 demandes par mois.");
            ceiling = most;
        }
        if (row.Text("lastName").Length == 0 && row.Text("email").Length == 0)
            return House(row) is { } house ? new(row, null, house, titles[house], topic, level, departments, ceiling) : null;
        return Whom(row) is { } person ? new(row, person.Id, null, $"{person.FirstName} {person.LastName}".Trim(), topic, level, departments, ceiling) : null;
    }

    private int? House(ImportRow row)
    {
        if (row.Text("establishment") is { Length: > 0 } name && houses.Find(name) is { } house)
            return house;
        _ = row.Text("establishment").Length == 0 ? Refuse(row, "lastName", "Indiquez une personne, ou un établissement ressource.") : Refuse(row, "establishment", "Établissement inconnu.", houses.Near(row.Text("establishment")));
        return null;
    }

    private Colleague? Whom(ImportRow row)
    {
        if (row.Text("email") is { Length: > 0 } mail && byMail[mail.ToLowerInvariant()].ToList() is [var known])
            return known;
        var named = byName[Folding.Fold($"{row.Text("lastName")} {row.Text("firstName")}")].ToList();
        if (row.Text("establishment") is { Length: > 0 } name && named.Count > 1)
        {
            if (House(row) is not { } house)
                return null;
            named = named.FindAll(p => p.Places.Contains(house));
        }
        if (named is [var only])
            return only;
        Refuse(row, row.Text("lastName").Length > 0 ? "lastName" : "email", named.Count == 0
            ? "Personne de notre personnel en poste ne porte ce nom\u00a0: importez d’abord le personnel, ou corrigez le nom."
            : "Plusieurs personnes portent ce nom\u00a0: indiquez le courriel ou l’établissement.");
        return null;
    }

    private ReadExpertise? Refuse(ImportRow row, string key, string message, IReadOnlyList<string>? suggestions = null)
    {
        import.Refuse(row, key, message, suggestions ?? []);
        return null;
    }

    private sealed record Colleague(int Id, string FirstName, string LastName, string Email, IReadOnlyList<int> Places);
}
