using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The pages that somebody keeps or verifies. Those of a post follow its next holder.</summary>
internal sealed class KnowledgeHandOver : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var posts = db.Set<Contacts.Holding>().Where(h => h.PersonId == personId && h.From <= today && (h.To == null || h.To >= today)).Select(h => (int?)h.PostId);
        var rows = await db.Set<KnowledgePage>().AsNoTracking().Where(p => p.BinnedOn == null && (p.OwnerId == personId || p.VerifierId == personId || posts.Contains(p.OwnerPostId) || posts.Contains(p.VerifierPostId)))
            .OrderBy(p => p.Title).ThenBy(p => p.Id).Select(p => new
            {
                p.Id,
                p.Title,
                p.ReviewMonths,
                p.ReviewedOn,
                Keeps = p.OwnerId == personId,
                Verifies = p.VerifierId == personId,
                Post = posts.Contains(p.OwnerPostId) ? p.OwnerPost!.Title : posts.Contains(p.VerifierPostId) ? p.VerifierPost!.Title : "",
                KeepsByPost = posts.Contains(p.OwnerPostId),
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new CarriedItem(r.Id, KnowledgeModule.Page.Code, r.Title,
            r.Keeps ? "tient la page" : r.Verifies ? "vérifie la page" : $"{(r.KeepsByPost ? "tient" : "vérifie")} la page par le poste « {r.Post} »",
            r.ReviewMonths is { } months && r.ReviewedOn is { } on ? on.AddMonths(months) : null))];
    }

    public async Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation)
    {
        foreach (var page in await db.Set<KnowledgePage>().Include(p => p.Subject).Where(p => p.BinnedOn == null && (p.OwnerId == personId || p.VerifierId == personId)).ToListAsync(cancellation))
        {
            if (page.OwnerId == personId)
                page.KeptBy(null, successorId);
            if (page.VerifierId == personId)
                page.VerifiedBy(null, successorId);
        }
    }
}
