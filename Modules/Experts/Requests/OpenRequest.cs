using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>A request as its reader has it: tracked, with all its parts, and what the reader may do.</summary>
/// <param name="Mine">Asked of the reader, or of an establishment where they work.</param>
/// <param name="Keeps">Coordination or direction of the asker's establishment.</param>
internal sealed record OpenRequest(SupportRequest Request, IReadOnlyList<RequestedExpert> Mine, bool IsAsker, bool Keeps)
{
    /// <summary>The one of these under which the reader acts: what was taken first, then what waits.</summary>
    public RequestedExpert? Own => Mine.OrderBy(e => e.Answer switch { ExpertAnswer.Taken => 0, ExpertAnswer.Answered => 1, ExpertAnswer.Waiting => 2, _ => 3 }).ThenByDescending(e => e.Id).FirstOrDefault();

    /// <summary>Who ends it, takes it back, asks others.</summary>
    public bool Manages => IsAsker || Keeps;

    public bool CanTake => Request.IsOpen && Own?.Answer == ExpertAnswer.Waiting;
    public bool CanDecline => Request.IsOpen && Own is { Answer: ExpertAnswer.Waiting or ExpertAnswer.Taken };
    public bool CanReply => Request.IsOpen && Own is { Answer: ExpertAnswer.Waiting or ExpertAnswer.Taken or ExpertAnswer.Answered };
}

internal static class OpenRequests
{
    /// <summary>The whole request, for whoever reads it; null for others. Five commands.</summary>
    public static async Task<OpenRequest?> FindRequestAsync(this IntranetDb db, CurrentUser user, int id, DateOnly today, CancellationToken cancellation)
    {
        var (person, houses, kept) = (user.PersonId ?? 0, db.HousesOf(user, today), db.KeptHouses(user));
        var found = await db.Set<SupportRequest>().Readable(db, user, today).Where(r => r.Id == id).Include(r => r.Subject).Include(r => r.Person).Include(r => r.Establishment).ThenInclude(e => e!.Subject)
            .Include(r => r.Topic).Include(r => r.Measure).Include(r => r.Public).AsSingleQuery().Select(r => new
            {
                Request = r,
                Mine = r.Experts.Where(e => e.Expert!.PersonId == person || houses.Any(h => h == e.Expert.EstablishmentId)).Select(e => e.Id).ToList(),
                Keeps = kept.Any(k => k == r.EstablishmentId),
            }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        await db.LoadPartsAsync(found.Request, cancellation);
        var mine = found.Mine.ToHashSet();
        return new(found.Request, [.. found.Request.Experts.Where(e => mine.Contains(e.Id))], found.Request.PersonId == person, found.Keeps);
    }

    /// <summary>Experts asked with their sheets, messages, mentions.</summary>
    public static async Task LoadPartsAsync(this IntranetDb db, SupportRequest request, CancellationToken cancellation)
    {
        await db.Entry(request).Collection(r => r.Experts).Query().Include(e => e.Expert).LoadAsync(cancellation);
        await db.Entry(request).Collection(r => r.Messages).LoadAsync(cancellation);
        await db.Entry(request).Collection(r => r.Mentions).Query().Include(m => m.Person).LoadAsync(cancellation);
    }

    /// <summary>The names of its situation. Three commands at most.</summary>
    public static async Task LoadTopicsAsync(this IntranetDb db, SupportRequest request, CancellationToken cancellation)
    {
        await db.Entry(request).Reference(r => r.Topic).LoadAsync(cancellation);
        if (request.MeasureId is not null)
            await db.Entry(request).Reference(r => r.Measure).LoadAsync(cancellation);
        if (request.PublicId is not null)
            await db.Entry(request).Reference(r => r.Public).LoadAsync(cancellation);
    }
}
