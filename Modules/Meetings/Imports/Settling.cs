using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Imports;

/// <summary>Who was there, and for whom each meeting counts, asked of the real rule in the order of the days.</summary>
internal sealed class Settling
{
    private const int MostReason = 1000;

    private readonly Dictionary<int, CountedPartner> partners;
    private readonly ILookup<string, Holding> holdings;
    private readonly Dictionary<int, List<(DateOnly On, bool IsAllWell)>> counted;

    private Settling(Dictionary<int, CountedPartner> partners, ILookup<string, Holding> holdings, Dictionary<int, List<(DateOnly, bool)>> counted)
        => (this.partners, this.holdings, this.counted) = (partners, holdings, counted);

    public static async Task<Settling> LoadAsync(IntranetDb db, IEnumerable<ReadMeeting> lines, CancellationToken cancellation)
    {
        var ids = lines.Where(l => l.Id is null).SelectMany(l => l.Partners).Distinct().ToList();
        var partners = await db.Set<Partner>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new CountedPartner(p.Id, p.Name, p.ExpectedLevel ?? p.Kind.ExpectedLevel, false)).ToDictionaryAsync(p => p.Id, cancellation);
        var held = await db.Set<Holding>().AsNoTrackingWithIdentityResolution().Include(h => h.Post).Include(h => h.Person)
            .Where(h => h.Post!.EstablishmentId != null || (h.Post.PartnerId != null && ids.Contains(h.Post.PartnerId.Value))).OrderByDescending(h => h.Post!.Level).ThenBy(h => h.Id).ToListAsync(cancellation);
        var before = await (from met in PartnerMeetings.Met(db)
                            where ids.Contains(met.PartnerId)
                            join meeting in db.Set<Meeting>() on met.MeetingId equals meeting.Id
                            select new { met.PartnerId, met.On, meeting.Kind.Code }).ToListAsync(cancellation);
        return new Settling(partners, held.SelectMany(h => Names(h.Person!).Select(n => (Name: n, Holding: h))).ToLookup(h => h.Name, h => h.Holding),
            before.GroupBy(m => m.PartnerId).ToDictionary(g => g.Key, g => g.Select(m => (m.On, m.Code == MeetingKind.AllWellCode)).ToList()));
    }

    /// <summary>Holds, closes or cancels it as the line says; answers what the preview shows.</summary>
    public string Settle(Meeting meeting, ReadMeeting line, DateOnly today)
    {
        if (line.State == MeetingState.Cancelled)
        {
            // What is written is kept whole; the reason is its beginning.
            var written = line.Row.Text("minutes").Trim();
            meeting.Note(written);
            meeting.Cancel(meeting.On, written.Length <= MostReason ? written : written[..(MostReason - 1)] + "…");
            return "Annulée\u00a0: elle ne compte pas.";
        }
        List<MeetingParticipant> people = [.. Named(line.Row.Text("ours")).Select(p => Participant(p, meeting, [null])), .. Named(line.Row.Text("theirs")).Select(p => Participant(p, meeting, [.. line.Partners.Select(id => (int?)id)]))];
        meeting.Gather(people);
        meeting.Note(line.Row.Text("minutes"));
        meeting.Hold(today);
        if (line.State == MeetingState.Held)
            return "Tenue, à clore.";
        var answers = line.Partners.Select(id => Counting.For(partners[id] with { LastWasAllWell = WasAllWell(id, meeting.On), NextIsAllWell = IsAllWellNext(id, meeting.On) }, line.Kind, line.Mode, people)).ToList();
        var counts = answers.Where(a => a.Counts).Select(a => a.Partner.Id).ToList();
        foreach (var id in counts)
        {
            if (!counted.TryGetValue(id, out var days))
                counted[id] = days = [];
            days.Add((meeting.On, line.Kind.IsAllWell));
        }
        meeting.Close(today, "Import", counts);
        return counts.Count == answers.Count ? $"Compte pour {French.List(answers.Select(a => a.Partner.Name))}." : answers.First(a => !a.Counts).Reason;
    }

    private bool WasAllWell(int partnerId, DateOnly on)
        => counted.TryGetValue(partnerId, out var days) && days.Where(d => d.On <= on).OrderBy(d => d.On).LastOrDefault().IsAllWell;

    private bool IsAllWellNext(int partnerId, DateOnly on)
        => counted.TryGetValue(partnerId, out var days) && days.Where(d => d.On > on).OrderBy(d => d.On).FirstOrDefault().IsAllWell;

    /// <summary>Somebody of the directory when one of that name held a post on that side that day; else named, at no known level.</summary>
    private MeetingParticipant Participant((string Name, string Function) person, Meeting meeting, IReadOnlyList<int?> sides)
    {
        var held = holdings[Folding.Fold(person.Name)].Where(h => sides.Contains(h.Post!.PartnerId) && (h.IsOn(meeting.On) || (meeting.IsApproximate && h.IsOn(meeting.On.AddMonths(1).AddDays(-1))))).ToList();
        var function = Folding.Fold(person.Function);
        return (held.Find(h => Folding.Fold(h.Post!.Title) == function) ?? held.FirstOrDefault()) is { } known
            ? new MeetingParticipant(known, known.Post!, known.Person!.FullName, Attendance.Present)
            : new MeetingParticipant(person.Name, person.Function, sides[0], Attendance.Present);
    }

    /// <summary>« Nom, fonction ; Nom, fonction ».</summary>
    private static IEnumerable<(string Name, string Function)> Named(string text) => text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(p => p.Split(',', 2, StringSplitOptions.TrimEntries)).Where(p => p[0].Length > 0).Select(p => (Cut(p[0]), p.Length > 1 ? Cut(p[1]) : ""));

    private static IEnumerable<string> Names(Person person) => new[] { Folding.Fold($"{person.FirstName} {person.LastName}"), Folding.Fold($"{person.LastName} {person.FirstName}") }.Distinct();

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
