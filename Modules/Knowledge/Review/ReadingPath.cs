using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>A page that is asked of the reader's function.</summary>
/// <param name="Number">The version published now.</param>
/// <param name="ReadNumber">The version that they said that they read; null when none.</param>
/// <param name="Before">The day by which to read it, after the arrival.</param>
internal sealed record PathPage(int Id, string Title, string Summary, int Number, int? ReadNumber, DateOnly? ReadOn, DateOnly Before)
{
    public bool IsRead => ReadNumber is not null;

    /// <summary>Read, and published again since: nobody asks for it twice, but it is said.</summary>
    public bool IsNewer => ReadNumber < Number;
}

/// <summary>What somebody of the team has left to read.</summary>
/// <param name="Left">Titles.</param>
/// <param name="IsLate">One of them was to be read before today, within three months of the arrival.</param>
internal sealed record TeamReader(int PersonId, string Name, string Function, DateOnly Since, int Asked, IReadOnlyList<string> Left, bool IsLate);

/// <summary>Those who arrived lately in an establishment, in numbers.</summary>
internal sealed record HouseReaders(string House, int People, int Done);

/// <summary>« Parcours première semaine »: pages asked of functions, and who read them.</summary>
internal static class ReadingPath
{
    /// <summary>So long after an arrival, readings are still said to be late, and counted.</summary>
    public const int ArrivalDays = 90;

    /// <summary>Asked of this person, by the functions that they hold that day; those left first. One command.</summary>
    public static async Task<IReadOnlyList<PathPage>> OfAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var jobs = db.Set<StaffMember>().InPost(today).Where(s => s.PersonId == personId);
        var rows = await db.Set<KnowledgePage>().AsNoTracking().Published().Where(p => p.RequiredFor.Any(r => jobs.Any(j => r.Function == "" || j.Function == r.Function)))
            .OrderBy(p => p.Section!.Order).ThenBy(p => p.Order).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Summary,
                Number = p.PublishedNumber!.Value,
                Within = p.RequiredFor.Where(r => jobs.Any(j => r.Function == "" || j.Function == r.Function)).Min(r => r.WithinDays),
                Since = jobs.Min(j => j.From),
                ReadNumber = p.Receipts.Where(r => r.PersonId == personId).Select(r => (int?)r.Number).FirstOrDefault(),
                ReadOn = p.Receipts.Where(r => r.PersonId == personId).Select(r => (DateOnly?)r.On).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new PathPage(r.Id, r.Title, r.Summary, r.Number, r.ReadNumber, r.ReadOn, r.Since.AddDays(r.Within))).OrderBy(r => r.IsRead)];
    }

    /// <summary>The teams that this person leads: who has what left to read, the latest arrived first. Three commands.</summary>
    public static async Task<IReadOnlyList<TeamReader>> TeamAsync(IntranetDb db, int leaderId, DateOnly today, CancellationToken cancellation)
    {
        var led = db.EstablishmentsLedBy(leaderId, today);
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(today).Where(s => led.Any(e => e.Id == s.EstablishmentId) && s.Person!.ErasedOn == null).OrderByDescending(s => s.From).ThenBy(s => s.PersonId)
            .Select(s => new StaffFacts(s.PersonId, s.Person!.FirstName + " " + s.Person.LastName, s.Function, s.From, s.EstablishmentId)).ToListAsync(cancellation);
        var (asked, read) = await ReadingsAsync(db, [.. staff.Select(s => s.PersonId).Distinct()], cancellation);
        return [.. staff.GroupBy(s => s.PersonId).Select(jobs =>
        {
            var (person, since) = (jobs.First(), jobs.Min(j => j.From));
            var required = Of(asked, jobs.Select(j => j.Function));
            var left = required.Where(r => !read.Contains((r.PageId, person.PersonId))).ToList();
            return new TeamReader(person.PersonId, person.Name.Trim(), person.Function, since, required.Count, [.. left.Select(r => r.Title)],
                since.AddDays(ArrivalDays) >= today && left.Exists(r => since.AddDays(r.WithinDays) < today));
        }).Where(r => r.Asked > 0)];
    }

    /// <summary>By establishment, of those who arrived lately, how many have read all that is asked of them; nobody is named. Three commands.</summary>
    public static async Task<IReadOnlyList<HouseReaders>> HousesAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        var (own, from) = (db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user), today.AddDays(-ArrivalDays));
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(today).Where(s => s.From >= from && own.Any(e => e.Id == s.EstablishmentId) && s.Person!.ErasedOn == null)
            .Select(s => new { Facts = new StaffFacts(s.PersonId, "", s.Function, s.From, s.EstablishmentId), House = s.Establishment!.Subject.Title }).ToListAsync(cancellation);
        var (asked, read) = await ReadingsAsync(db, [.. staff.Select(s => s.Facts.PersonId).Distinct()], cancellation);
        return [.. staff.GroupBy(s => s.House).Select(house =>
        {
            var people = house.GroupBy(s => s.Facts.PersonId).Select(p => (Id: p.Key, Asked: Of(asked, p.Select(s => s.Facts.Function)))).Where(p => p.Asked.Count > 0).ToList();
            return new HouseReaders(house.Key, people.Count, people.Count(p => p.Asked.All(r => read.Contains((r.PageId, p.Id)))));
        }).Where(h => h.People > 0).OrderBy(h => h.House, StringComparer.CurrentCulture)];
    }

    private static List<AskedPage> Of(IReadOnlyList<AskedPage> asked, IEnumerable<string> functions)
    {
        var own = functions.ToHashSet(StringComparer.Ordinal);
        return [.. asked.Where(a => a.Function.Length == 0 || own.Contains(a.Function)).GroupBy(a => a.PageId).Select(g => g.MinBy(a => a.WithinDays)!)];
    }

    private static async Task<(IReadOnlyList<AskedPage> Asked, HashSet<(int Page, int Person)> Read)> ReadingsAsync(IntranetDb db, List<int> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return ([], []);
        var asked = await db.Set<RequiredReading>().AsNoTracking().Where(r => r.Page!.PublishedNumber != null && r.Page.BinnedOn == null).OrderBy(r => r.Page!.Title).ThenBy(r => r.PageId)
            .Select(r => new AskedPage(r.PageId, r.Page!.Title, r.Function, r.WithinDays)).ToListAsync(cancellation);
        var receipts = await db.Set<PageReceipt>().AsNoTracking().Where(r => people.Contains(r.PersonId)).Select(r => new { r.PageId, r.PersonId }).ToListAsync(cancellation);
        return (asked, [.. receipts.Select(r => (r.PageId, r.PersonId))]);
    }

    private sealed record StaffFacts(int PersonId, string Name, string Function, DateOnly From, int HouseId);

    private sealed record AskedPage(int PageId, string Title, string Function, int WithinDays);
}
