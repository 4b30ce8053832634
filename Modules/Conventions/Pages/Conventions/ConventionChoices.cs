using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What the form of a convention offers; what it doesn't offer is refused.</summary>
internal sealed record ConventionChoices(
    IReadOnlyList<ConventionKind> KindRows, IReadOnlyList<SelectListItem> Establishments, PartnerBoxes Partners,
    IReadOnlyList<SelectListItem> OwnPosts, IReadOnlyList<SelectListItem> TheirPosts)
{
    private const int MostPosts = 400;

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. KindRows.Select(k => new SelectListItem(k.Label, k.Id.ToString()))];

    /// <param name="kept">Establishments that the record already has; they stay even when out of the writer's scope.</param>
    /// <param name="search">Words for a further partner.</param>
    public static async Task<ConventionChoices> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, ConventionInput input, IReadOnlyCollection<int> kept, string? search = null)
    {
        var kinds = await db.Set<ConventionKind>().AsNoTracking().Where(k => k.IsActive || k.Id == input.KindId).OrderBy(k => k.Order).ToListAsync();
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        var establishments = await db.Set<Establishment>().AsNoTracking().Where(e => kept.Contains(e.Id) || (e.ClosedOn == null && own.Contains(e.Id)))
            .OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync();
        var partners = await PartnerBoxes.ReadAsync(db, "Input.Partners", input.Partners, search);
        var ours = db.Set<Post>().Where(p => p.Id == input.OwnerPostId || (p.ClosedOn == null && p.EstablishmentId != null && !p.IsServiceLine
            && (own.Contains(p.EstablishmentId.Value) || input.Establishments.Contains(p.EstablishmentId.Value) || p.Holdings.Any(h => h.PersonId == user.PersonId && h.To == null))));
        var theirs = db.Set<Post>().Where(p => p.Id == input.CounterpartPostId || (p.ClosedOn == null && p.PartnerId != null && input.Partners.Contains(p.PartnerId.Value)));
        return new ConventionChoices(kinds, establishments, partners, await PostsAsync(ours, today), await PostsAsync(theirs, today));
    }

    /// <summary>Posts with their place and holder of the day, highest first.</summary>
    public static async Task<List<SelectListItem>> PostsAsync(IQueryable<Post> posts, DateOnly today)
    {
        var rows = await posts.AsNoTracking().OrderByDescending(p => p.Level).ThenBy(p => p.Title).ThenBy(p => p.Id).Take(MostPosts).Select(p => new
        {
            p.Id,
            p.Title,
            Place = p.Establishment != null ? p.Establishment.Subject.Title : p.Partner!.Name,
            Holder = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
        }).ToListAsync();
        return [.. rows.Select(r => new SelectListItem($"{r.Title}, {r.Place} ({r.Holder ?? "vacant"})", r.Id.ToString()))];
    }

    /// <summary>Refuses what a hand-made form could hold.</summary>
    public void Check(ConventionInput input)
    {
        var offered = Establishments.Select(e => e.Value).ToHashSet();
        if (!input.Establishments.TrueForAll(e => offered.Contains(e.ToString())))
            throw new BrokenRuleException("Choisissez un établissement de votre périmètre.", nameof(ConventionInput.Establishments));
        if (!input.Partners.TrueForAll(p => Partners.Rows.Any(r => r.Id == p)))
            throw new BrokenRuleException("Ce partenaire n’existe pas.", nameof(ConventionInput.Partners));
        if (input.OwnerPostId is { } owner && OwnPosts.All(p => p.Value != owner.ToString()))
            throw new BrokenRuleException("Choisissez un poste de votre périmètre.", nameof(ConventionInput.OwnerPostId));
        if (input.CounterpartPostId is { } counterpart && TheirPosts.All(p => p.Value != counterpart.ToString()))
            throw new BrokenRuleException("Choisissez un poste de l’un des partenaires.", nameof(ConventionInput.CounterpartPostId));
    }
}
