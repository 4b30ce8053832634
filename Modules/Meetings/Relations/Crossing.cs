using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Somebody of a followed partner, in a post of management or institution.</summary>
internal sealed class TheirPerson
{
    public required int PersonId { get; init; }
    public required string Name { get; init; }
    public required string Post { get; init; }
    public required int PartnerId { get; init; }
    public required string Partner { get; init; }
}

/// <param name="Title">The post held today that brings them to meetings.</param>
internal sealed record OurPerson(int PersonId, string Name, string Title);

/// <summary>Whom of ours they have met, and when: only the fact and its last date, of meetings in the reader's scope.</summary>
internal sealed class Crossing
{
    /// <summary>More of ours than this don't stand side by side.</summary>
    public const int MostOfOurs = 10;

    private readonly Dictionary<(int Ours, int Theirs), DateOnly> met;

    private Crossing(IReadOnlyList<OurPerson> ours, Paged<TheirPerson> theirs, Dictionary<(int, int), DateOnly> met)
        => (Ours, Theirs, this.met) = (ours, theirs, met);

    public IReadOnlyList<OurPerson> Ours { get; }
    public Paged<TheirPerson> Theirs { get; }

    public DateOnly? Met(int ours, int theirs) => met.TryGetValue((ours, theirs), out var on) ? on : null;

    /// <summary>Their people today, in the département and kind asked.</summary>
    public static IQueryable<TheirPerson> People(IntranetDb db, CurrentUser user, VisitFilter filter, DateOnly today)
    {
        var held = db.Set<Holding>().AsNoTracking().Where(h => h.From <= today && (h.To == null || h.To >= today) && (h.Person!.DepartedOn == null || h.Person.DepartedOn >= today) && h.Person.ErasedOn == null
            && h.Post!.Level >= PostLevel.Management && !h.Post.IsServiceLine && h.Post.ClosedOn == null
            && h.Post.Partner!.RelationOwnerId != null && h.Post.Partner.ClosedOn == null && h.Post.Partner.MergedIntoId == null);
        if (!string.IsNullOrEmpty(filter.Department))
            held = held.Where(h => EF.Functions.Like(h.Post!.Partner!.Departments, DepartmentList.Pattern(filter.Department)));
        if (!string.IsNullOrEmpty(filter.Kind))
            held = held.Where(h => h.Post!.Partner!.Kind.Code == filter.Kind);
        if (SearchTerms.Parse(filter.Text) is { IsEmpty: false } terms)
            held = held.WhereMatches(terms, h => h.Post!.Partner!.Subject.Folded);
        if (filter.NeverOnly)
        {
            var present = Present(db, user);
            var ours = present.Where(p => p.PartnerId == null && p.PersonId != null);
            held = held.Where(h => !present.Any(p => p.PersonId == h.PersonId && p.PartnerId != null && ours.Any(o => o.MeetingId == p.MeetingId)));
        }
        return held.OrderBy(h => h.Post!.Partner!.Name).ThenBy(h => h.Post!.Partner!.Id).ThenByDescending(h => h.Post!.Level).ThenBy(h => h.Post!.Title).ThenBy(h => h.Id)
            .Select(h => new TheirPerson { PersonId = h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName, Post = h.Post!.Title, PartnerId = h.Post.Partner!.Id, Partner = h.Post.Partner.Name });
    }

    /// <summary>Four commands: two for their page of people, one for ours, one for the meetings that both attended.</summary>
    public static async Task<Crossing> ReadAsync(IntranetDb db, CurrentUser user, VisitFilter filter, DateOnly today, int page, int size, CancellationToken cancellation)
    {
        var theirs = await People(db, user, filter, today).PageAsync(page, size, cancellation);
        var partners = theirs.Rows.Select(t => t.PartnerId).Distinct().ToList();
        // Ours are those who keep the relation with the partners of the page, and the directions of the houses that they work for.
        var ours = (await db.Set<Holding>().AsNoTracking().Where(h => h.From <= today && (h.To == null || h.To >= today) && (h.Person!.DepartedOn == null || h.Person.DepartedOn >= today) && h.Post!.EstablishmentId != null && !h.Post.IsServiceLine && h.Post.ClosedOn == null
                && (h.Post.Followed.Any(p => partners.Contains(p.Id)) || (h.Post.Level >= PostLevel.Management && db.Set<Partner>().Any(p => partners.Contains(p.Id) && p.RelationOwner!.EstablishmentId == h.Post.EstablishmentId))))
            .OrderByDescending(h => h.Post!.Followed.Count(p => partners.Contains(p.Id))).ThenByDescending(h => h.Post!.Level).ThenBy(h => h.Id)
            .Select(h => new { h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName, h.Post!.Title }).Take(3 * MostOfOurs).ToListAsync(cancellation))
            .DistinctBy(h => h.PersonId).Take(MostOfOurs).Select(h => new OurPerson(h.PersonId, h.Name, h.Title)).ToList();
        return new Crossing(ours, theirs, await MetAsync(db, user, [.. ours.Select(o => o.PersonId)], [.. theirs.Rows.Select(t => t.PersonId)], cancellation));
    }

    private static async Task<Dictionary<(int, int), DateOnly>> MetAsync(IntranetDb db, CurrentUser user, List<int> ours, List<int> theirs, CancellationToken cancellation)
    {
        var present = Present(db, user);
        var pairs = await (from one in present
                           where one.PartnerId == null && one.PersonId != null && ours.Contains(one.PersonId.Value)
                           join other in present on one.MeetingId equals other.MeetingId
                           where other.PartnerId != null && other.PersonId != null && theirs.Contains(other.PersonId.Value)
                           group one.Meeting!.On by new { Ours = one.PersonId!.Value, Theirs = other.PersonId!.Value } into pair
                           select new { pair.Key.Ours, pair.Key.Theirs, On = pair.Max() }).ToListAsync(cancellation);
        return pairs.ToDictionary(p => (p.Ours, p.Theirs), p => p.On);
    }

    private static IQueryable<MeetingParticipant> Present(IntranetDb db, CurrentUser user)
    {
        var held = db.Set<Meeting>().AsNoTracking().InScope(db, user).Where(m => m.HeldOn != null && m.CancelledOn == null);
        return db.Set<MeetingParticipant>().AsNoTracking().Where(p => p.Attendance == Attendance.Present && held.Any(m => m.Id == p.MeetingId));
    }
}
