using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>One calendar of a person, as their page shows it.</summary>
internal sealed class FeedRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime? ReadAt { get; init; }

    public static Task<List<FeedRow>> OfAsync(IntranetDb db, int personId, CancellationToken cancellation) => db.Set<CalendarFeed>()
        .Where(f => f.PersonId == personId && f.RevokedAt == null).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id)
        .Select(f => new FeedRow { Id = f.Id, Name = f.Name, CreatedBy = f.CreatedBy, CreatedAt = f.CreatedAt, ReadAt = f.ReadAt }).ToListAsync(cancellation);

    /// <summary>Closes a calendar of this person; another's is left alone.</summary>
    public static async Task RevokeAsync(IntranetDb db, int personId, int feedId, DateTime now, CancellationToken cancellation)
    {
        var feed = await db.Set<CalendarFeed>().FirstOrDefaultAsync(f => f.Id == feedId && f.PersonId == personId, cancellation);
        feed?.Revoke(now);
        await db.SaveChangesAsync(cancellation);
    }
}
