using System.Runtime.CompilerServices;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>A page whose date comes, or of which what it rests on changed: who verifies it is told a month before, the day, and a month after. Off at first.</summary>
internal sealed class PagesToReview : IReminderSource
{
    public ReminderRule Rule { get; } = new("page-to-review", "Page à relire", [30, 0, -30]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var due = db.Set<KnowledgePage>().Where(PageReaders.DueBy(until));
        foreach (var page in await db.Set<KnowledgePage>().Published().Where(p => p.AskedOn <= until || due.Any(d => d.Id == p.Id)).KeptAsync(db, today, cancellation))
        {
            yield return new DueFact
            {
                SubjectId = page.Id,
                Due = page.Due!.Value,
                Action = "Relire la page",
                Context = page.AskedOn is { } asked && asked == page.Due ? $"Relecture demandée : {page.AskedWhy}" : $"Relue le {French.Date(page.ReviewedOn!.Value)}. Si rien n’a changé, « Toujours exact » suffit.",
                PostId = page.ReaderPostId,
            };
        }
    }
}

/// <summary>Pages that readers say are out of date: who keeps them has two weeks to settle it. Off at first; what was written is read on the page.</summary>
internal sealed class FlaggedPages : IReminderSource
{
    /// <summary>Days to settle a flag.</summary>
    public const int Days = 14;

    public ReminderRule Rule { get; } = new("page-flagged", "Page signalée périmée", [Days, 0]) { IsGrouped = true };

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = until.AddDays(-Days);
        foreach (var page in await db.Set<KnowledgePage>().Published().Where(p => p.Flags.Any(f => f.SettledOn == null && f.On <= last)).KeptAsync(db, today, cancellation))
        {
            yield return new DueFact
            {
                SubjectId = page.Id,
                Due = page.FirstFlagOn!.Value.AddDays(Days),
                Action = "Régler un signalement",
                Context = $"{French.Count(page.Flags, "signalement")} depuis le {French.Date(page.FirstFlagOn.Value)} : à lire et à régler sur la page.",
                PostId = page.KeeperPostId,
            };
        }
    }
}
