using Intranet.Contacts;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Imports;

/// <summary>What a line says of a meeting, once its words are understood.</summary>
/// <param name="Id">The meeting that it speaks of, when it is known already.</param>
/// <param name="Key">Tells two lines of one meeting: day, kind and partners.</param>
internal sealed record ReadMeeting(ImportRow Row, int? Id, string Key, MeetingKind Kind, MeetingMode Mode, List<int> Partners, List<int> Establishments, string Title, MeetingState State)
{
    public DateOnly On => Row.Date("on")!.Value;

    public Meeting Make()
    {
        var meeting = new Meeting(Title, Kind.Id, Mode, On, Row.IsApproximate("on"));
        meeting.Between(Establishments, Partners);
        meeting.At(null, Kind.Duration, "");
        meeting.Announce(On);
        return meeting;
    }
}

/// <summary>Understands the lines of a file of meetings.</summary>
internal sealed class MeetingLines
{
    private readonly ImportContext import;
    private readonly PlaceNames establishments, partners;
    private readonly Dictionary<string, MeetingKind> kinds;
    private readonly List<string> kindNames;
    private readonly Dictionary<string, int> known;
    private readonly Dictionary<int, (string Name, int? House)> owners;

    private MeetingLines(ImportContext import, PlaceNames establishments, PlaceNames partners, List<MeetingKind> kinds, Dictionary<string, int> known, Dictionary<int, (string Name, int? House)> owners)
    {
        (this.import, this.establishments, this.partners, this.known, this.owners) = (import, establishments, partners, known, owners);
        this.kinds = kinds.SelectMany(k => new[] { (Folding.Fold(k.Label), k), (Folding.Fold(k.Code), k) }).DistinctBy(k => k.Item1).ToDictionary(k => k.Item1, k => k.k);
        kindNames = [.. kinds.Where(k => k.IsActive).Select(k => k.Label)];
    }

    public static async Task<MeetingLines> LoadAsync(ImportContext import, CancellationToken cancellation)
    {
        var db = import.Db;
        var kinds = await db.Set<MeetingKind>().AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellation);
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(m => !m.IsInternal).OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.On, m.KindId, Partners = m.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList() }).ToListAsync(cancellation);
        var owners = await db.Set<Partner>().AsNoTracking().Select(p => new { p.Id, p.Name, House = p.RelationOwner!.EstablishmentId }).ToDictionaryAsync(p => p.Id, p => (p.Name, p.House), cancellation);
        return new MeetingLines(import, await PlaceNames.OfEstablishmentsAsync(db, cancellation), await PlaceNames.OfPartnersAsync(db, cancellation), kinds,
            meetings.DistinctBy(m => KeyOf(m.On, m.KindId, m.Partners)).ToDictionary(m => KeyOf(m.On, m.KindId, m.Partners), m => m.Id), owners);
    }

    /// <summary>Null when the line can't be understood; it then says why.</summary>
    public ReadMeeting? Read(ImportRow row)
    {
        if (row.Date("on") > import.Today)
            return Refuse(row, "on", "Cette date est à venir\u00a0: on importe ici des rencontres déjà tenues.");
        if (All(row, "partners", partners, "Partenaire inconnu") is not { } theirs || All(row, "establishments", establishments, "Établissement inconnu") is not { } ours)
            return null;
        if (theirs.Count == 0)
            return Refuse(row, "partners", "Indiquez au moins un partenaire.");
        if (!kinds.TryGetValue(row.Has("kind") ? Folding.Fold(row.Text("kind")) : "annual", out var kind))
            return Refuse(row, "kind", "Cette nature de rencontre n’existe pas.", [.. kindNames]);
        if (ModeOf(row.Text("mode")) is not { } mode)
            return Refuse(row, "mode", "Ce mode n’existe pas.", "chez nous", "chez eux", "visio", "téléphone");
        if (StateOf(row.Text("state")) is not { } state)
            return Refuse(row, "state", "Écrivez « close », « tenue » ou « annulée ».", "close", "tenue", "annulée");
        if (ours.Count == 0)
            ours = [.. theirs.Select(id => owners[id].House).OfType<int>().Distinct()];
        if (ours.Count == 0)
            return Refuse(row, "establishments", "Indiquez l’établissement\u00a0: ce partenaire n’a pas de responsable de la relation chez nous.");
        var key = KeyOf(row.Date("on")!.Value, kind.Id, theirs);
        var title = row.Or("title", $"{kind.Label}, {French.List(theirs.Select(id => owners[id].Name))}");
        return new ReadMeeting(row, known.TryGetValue(key, out var id) ? id : null, key, kind, mode, theirs, ours, title.Length <= 200 ? title : title[..200], state);
    }

    private ReadMeeting? Refuse(ImportRow row, string column, string message, params string[] suggestions)
    {
        import.Refuse(row, column, message, suggestions);
        return null;
    }

    private List<int>? All(ImportRow row, string column, PlaceNames places, string unknown)
    {
        var text = row.Text(column);
        // A name may hold a comma: the whole is tried first.
        string[] names = text.Length == 0 ? [] : places.Find(text) is not null ? [text] : text.Split([';', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new List<int>();
        foreach (var name in names)
        {
            if (places.Find(name) is not { } id)
            {
                import.Refuse(row, column, names.Length > 1 ? $"{unknown}\u00a0: {name}." : $"{unknown}.", places.Near(name));
                return null;
            }
            found.Add(id);
        }
        return [.. found.Distinct()];
    }

    private static MeetingMode? ModeOf(string text) => Folding.Fold(text) switch
    {
        "chez nous" or "nous" or "sur place" or "accueil" => MeetingMode.AtOurs,
        "" or "chez eux" or "eux" or "deplacement" or "exterieur" => MeetingMode.AtTheirs,
        "visio" or "en visio" or "visioconference" or "a distance" => MeetingMode.Video,
        "telephone" or "par telephone" or "tel" => MeetingMode.Phone,
        _ => null,
    };

    private static MeetingState? StateOf(string text) => Folding.Fold(text) switch
    {
        "" or "close" or "clos" or "terminee" => MeetingState.Closed,
        "tenue" => MeetingState.Held,
        "annulee" or "annule" => MeetingState.Cancelled,
        _ => null,
    };

    private static string KeyOf(DateOnly on, int kindId, IEnumerable<int> partners) => $"{on:yyyy-MM-dd} {kindId} {string.Join(',', partners.Order())}";
}
