using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>What the pages around a page know of it: its title, where it stands and what the reader may do.</summary>
internal sealed class PageHead
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required int SectionId { get; init; }
    public required string Section { get; init; }
    public required int? PublishedNumber { get; init; }
    public required bool MayPublish { get; init; }
    public bool Writes { get; init; }

    /// <summary>The author isn't the only reader: who keeps the page publishes what others wrote, whoever writes any page publishes their own too.</summary>
    public bool MayPublishOf(int authorId, CurrentUser user) => Writes || (MayPublish && authorId != user.Id);

    /// <summary>One command; null when the reader doesn't see the page.</summary>
    public static Task<PageHead?> FindAsync(IntranetDb db, CurrentUser user, int id, DateOnly today, CancellationToken cancellation)
    {
        var (writes, kept) = (PageAccess.Writes(user), db.Set<KnowledgePage>().KeptBy(user, today));
        return db.Set<KnowledgePage>().AsNoTracking().Visible(db, user, today).Where(p => p.Id == id).Select(p => new PageHead
        {
            Id = p.Id,
            Title = p.Title,
            SectionId = p.SectionId,
            Section = p.Section!.Name,
            PublishedNumber = p.PublishedNumber,
            MayPublish = writes || kept.Any(k => k.Id == p.Id),
            Writes = writes,
        }).FirstOrDefaultAsync(cancellation);
    }
}
