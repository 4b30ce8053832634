using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>A page for reminders, with the posts that answer for it today.</summary>
/// <param name="ReaderPostId">Of who verifies it, else of who keeps it.</param>
/// <param name="KeeperPostId">Of who keeps it, else of who verifies it; nobody is in charge when null.</param>
internal sealed record KeptPage(int Id, DateOnly? Due, DateOnly? ReviewedOn, DateOnly? AskedOn, string AskedWhy, int Flags, DateOnly? FirstFlagOn, int? ReaderPostId, int? KeeperPostId);

internal static class KeptPages
{
    /// <summary>For a person it is the post that they hold with us, else the one that leads their establishment. Two commands.</summary>
    public static async Task<IReadOnlyList<KeptPage>> KeptAsync(this IQueryable<KnowledgePage> pages, IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var rows = await pages.AsNoTracking().OrderBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.ReviewMonths,
            p.ReviewedOn,
            p.AskedOn,
            p.AskedWhy,
            Flags = p.Flags.Count(f => f.SettledOn == null),
            FirstFlagOn = p.Flags.Where(f => f.SettledOn == null).Min(f => (DateOnly?)f.On),
            Verifier = p.VerifierPost != null && p.VerifierPost.ClosedOn == null ? p.VerifierPostId : null,
            VerifierOwn = p.Verifier!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today) && h.Post!.EstablishmentId != null && h.Post.ClosedOn == null).Min(h => (int?)h.PostId),
            VerifierHouse = p.Verifier.Employments.Where(s => s.From <= today && (s.To == null || s.To >= today)).Min(s => (int?)s.EstablishmentId),
            Owner = p.OwnerPost != null && p.OwnerPost.ClosedOn == null ? p.OwnerPostId : null,
            OwnerOwn = p.Owner!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today) && h.Post!.EstablishmentId != null && h.Post.ClosedOn == null).Min(h => (int?)h.PostId),
            OwnerHouse = p.Owner.Employments.Where(s => s.From <= today && (s.To == null || s.To >= today)).Min(s => (int?)s.EstablishmentId),
        }).ToListAsync(cancellation);
        if (rows.Count == 0)
            return [];
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        return [.. rows.Select(r =>
        {
            var (verifier, owner) = (r.Verifier ?? r.VerifierOwn ?? heads.Of(r.VerifierHouse), r.Owner ?? r.OwnerOwn ?? heads.Of(r.OwnerHouse));
            var due = r.ReviewMonths is { } months && r.ReviewedOn is { } on ? on.AddMonths(months) : (DateOnly?)null;
            return new KeptPage(r.Id, r.AskedOn is { } asked && (due is null || asked < due) ? asked : due, r.ReviewedOn, r.AskedOn, r.AskedWhy, r.Flags, r.FirstFlagOn, verifier ?? owner, owner ?? verifier);
        })];
    }
}
