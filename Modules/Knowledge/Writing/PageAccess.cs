using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>
/// Who reads and writes which page: everybody reads what is published and proposes corrections; whoever holds <see cref="Permission.WriteKnowledge"/>, and who keeps or
/// verifies the page (the person, or the post's holder today), publishes it. What isn't published is its author's and theirs; to others it doesn't exist.
/// </summary>
internal static class PageAccess
{
    /// <summary>Writes and publishes any page.</summary>
    public static bool Writes(CurrentUser user) => user.May(Permission.WriteKnowledge);

    /// <summary>Those that the reader keeps or verifies.</summary>
    public static IQueryable<KnowledgePage> KeptBy(this IQueryable<KnowledgePage> pages, CurrentUser user, DateOnly today)
    {
        var person = user.PersonId ?? 0;
        return pages.Where(p => p.OwnerId == person || p.VerifierId == person
            || p.OwnerPost!.Holdings.Any(h => h.PersonId == person && h.From <= today && (h.To == null || h.To >= today))
            || p.VerifierPost!.Holdings.Any(h => h.PersonId == person && h.From <= today && (h.To == null || h.To >= today)));
    }

    /// <summary>Those that the reader publishes, confirms and settles, in the bin or not.</summary>
    public static IQueryable<KnowledgePage> Publishable(this IQueryable<KnowledgePage> pages, CurrentUser user, DateOnly today)
        => Writes(user) ? pages : pages.KeptBy(user, today);

    /// <summary>Those that the reader opens: published, or not yet and theirs to see. The bin is a place of its own.</summary>
    public static IQueryable<KnowledgePage> Visible(this IQueryable<KnowledgePage> pages, IntranetDb db, CurrentUser user, DateOnly today)
    {
        if (Writes(user))
            return pages.Where(p => p.BinnedOn == null);
        var (account, kept) = (user.Id, db.Set<KnowledgePage>().KeptBy(user, today));
        return pages.Where(p => p.BinnedOn == null && (p.PublishedNumber != null || p.Revisions.Any(r => r.ById == account) || kept.Any(k => k.Id == p.Id)));
    }

    /// <summary>Versions that the reader opens, of pages that are visible: published once, their own, or of a page that they publish.</summary>
    public static IQueryable<PageRevision> Visible(this IQueryable<PageRevision> revisions, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var pages = db.Set<KnowledgePage>().Visible(db, user, today);
        var visible = revisions.Where(r => pages.Any(p => p.Id == r.PageId));
        if (Writes(user))
            return visible;
        var (account, kept) = (user.Id, db.Set<KnowledgePage>().KeptBy(user, today));
        return visible.Where(r => r.PublishedAt != null || r.ById == account || kept.Any(k => k.Id == r.PageId));
    }
}
