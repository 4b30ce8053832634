using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The network of the day, for search, routing, gaps and sheets: everybody signed in reads it whole.</summary>
internal sealed class NetworkBoard(ITrainedPeople trained, TimeProvider clock) : Board<Network>(clock)
{
    protected override IReadOnlyCollection<string> Sources { get; } =
        [nameof(Topic), nameof(Expert), nameof(Expertise), nameof(Sponsorship), nameof(Person), nameof(StaffMember), nameof(Absence), nameof(Holding), nameof(Establishment), nameof(Partner), .. trained.Sources];

    protected override async Task<Network> FactsAsync(IntranetDb db, DateOnly today, Network? known, CancellationToken cancellation)
    {
        var people = db.Set<Expert>().Where(e => e.WithdrawnOn == null && e.PersonId != null).Select(e => e.PersonId!.Value);
        var courses = await trained.Read(db).Where(t => people.Contains(t.PersonId)).ToListAsync(cancellation);
        return Proven.By(courses, await ReadNowAsync(db, today, cancellation));
    }

    /// <summary>Seven commands: what people said and did, before their trainings.</summary>
    public static async Task<Network> ReadNowAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Family).ThenBy(t => t.Name)
            .Select(t => new { t.Id, t.Family, t.ParentId, t.Name, t.Synonyms, IsRetired = t.RetiredOn != null }).ToListAsync(cancellation);
        var inUse = topics.Where(t => !t.IsRetired).Select(t => t.Id).ToHashSet();
        var active = db.Set<Expert>().AsNoTracking().Where(e => e.WithdrawnOn == null);
        var experts = await active.OrderBy(e => e.Id).Select(e => new
        {
            // The name that they bear today: a sheet's own is the one of the day on which it was last written.
            Name = e.Person != null ? (e.Person.FirstName + " " + e.Person.LastName).Trim() : e.Establishment != null ? (e.Establishment.Kind + " " + e.Establishment.Name).Trim() : e.Name,
            e.Id,
            e.PersonId,
            e.EstablishmentId,
            e.PartnerId,
            e.Departments,
            e.About,
            e.Ceiling,
            e.UnavailableUntil,
            e.WelcomesVisits,
            e.Version,
            e.Person!.DepartedOn,
            House = e.Establishment == null ? null : new NetworkPlace(e.Establishment.Id, (e.Establishment.Kind + " " + e.Establishment.Name).Trim(), e.Establishment.City, e.Establishment.Department),
            Partner = e.Partner!.Name,
        }).ToListAsync(cancellation);
        var expertise = (await db.Set<Expertise>().AsNoTracking().Where(t => t.Expert!.WithdrawnOn == null)
            .Select(t => new { t.ExpertId, Of = new NetworkExpertise(t.TopicId, t.Level, t.Since, t.DeclaredOn, t.ConfirmedOn, t.ProvedBy, t.UsedOn) }).ToListAsync(cancellation)).ToLookup(t => t.ExpertId, t => t.Of);
        var people = active.Where(e => e.PersonId != null).Select(e => e.PersonId!.Value);
        var jobs = (await db.Set<StaffMember>().AsNoTracking().Where(s => people.Contains(s.PersonId) && s.From <= today && (s.To == null || s.To >= today)).OrderBy(s => s.From).ThenBy(s => s.Id)
            .Select(s => new { s.PersonId, s.Function, s.To, s.FixedTermEnd, s.LongLeaveFrom, s.LongLeaveTo, Place = new NetworkPlace(s.EstablishmentId, (s.Establishment!.Kind + " " + s.Establishment.Name).Trim(), s.Establishment.City, s.Establishment.Department) })
            .ToListAsync(cancellation)).ToLookup(s => s.PersonId);
        var posts = (await db.Set<Holding>().AsNoTracking().Where(h => people.Contains(h.PersonId) && h.Post!.PartnerId != null && h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id)
            .Select(h => new { h.PersonId, h.Post!.Title, h.To }).ToListAsync(cancellation)).ToLookup(h => h.PersonId);
        var absences = (await db.Set<Absence>().AsNoTracking().Where(a => people.Contains(a.PersonId) && a.To >= today)
            .Select(a => new { a.PersonId, Away = new Away(a.From, a.To, a.SubstituteId) }).ToListAsync(cancellation)).ToLookup(a => a.PersonId, a => a.Away);
        var sponsorships = await db.Set<Sponsorship>().AsNoTracking().Where(s => s.EndedOn == null || s.EndedOn >= today).ToListAsync(cancellation);
        return new(
            [.. topics.Select(t => new NetworkTopic(t.Id, t.Family, t.ParentId, t.Name, CodeList.Split(t.Synonyms), t.IsRetired))],
            [.. experts.OrderBy(e => e.Name, StringComparer.CurrentCulture).ThenBy(e => e.Id).Select(e =>
            {
                var (job, post) = e.PersonId is { } id ? (jobs[id].FirstOrDefault(), posts[id].FirstOrDefault()) : (null, null);
                var place = e.House ?? (e.PartnerId is null ? job?.Place : null);
                List<Away> away = e.PersonId is { } person ? [.. absences[person]] : [];
                if (job?.LongLeaveFrom is { } leave && (job.LongLeaveTo is null || job.LongLeaveTo >= today))
                    // Its last day is for those who manage: here it only tells that nothing is asked.
                    away.Add(new(leave, DateOnly.MaxValue, null));
                // Who has neither job nor post any more has left, whatever is written of it.
                var leaves = e.PersonId is null ? null : e.PartnerId is not null ? post is null ? today.AddDays(-1) : Earliest(e.DepartedOn, post.To) : job is null ? today.AddDays(-1) : Earliest(e.DepartedOn, job.To ?? (job.FixedTermEnd >= today ? job.FixedTermEnd : null));
                return new NetworkExpert(e.Id, e.Name, e.PersonId, place?.Id, e.PartnerId, e.PersonId is null ? "" : job?.Function ?? post?.Title ?? "", place?.Name ?? e.Partner ?? "", place?.City ?? "", place?.Department ?? "",
                    CodeList.Split(e.Departments), e.About, e.Ceiling, e.UnavailableUntil, e.WelcomesVisits, leaves, away, [.. expertise[e.Id].Where(t => inUse.Contains(t.TopicId))]) { Version = e.Version };
            })],
            [.. sponsorships.Where(s => s.IsOn(today)).Select(s => new NetworkSponsorship(s.Id, s.GeneralistId, s.ResourceId, s.TopicId))],
            today);
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    private sealed record NetworkPlace(int Id, string Name, string City, string Department);
}
