using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageReviews;

/// <summary>A record to tick: what a page rests on, goes with, or is about.</summary>
internal sealed record TieBox(int Id, string Kind, string Title, string Detail);

/// <summary>What the settings of a page offer; what they don't offer is refused.</summary>
/// <param name="Ties">Records already chosen and those that a search found, in the reader's scope.</param>
/// <param name="IsCut">More were found than are shown.</param>
internal sealed record SettingsChoices(IReadOnlyList<SelectListItem> Sections, IReadOnlyList<SelectListItem> Posts, IReadOnlyList<string> Functions, IReadOnlyList<TieBox> Ties, bool IsCut)
{
    private const int MostPosts = 400;
    private const int MostFound = 20;

    private static readonly string[] Bases = ["convention", ContactsModule.Partner.Code, KnowledgeModule.Law.Code];
    private static readonly string[] Kinds = [.. Bases, KnowledgeModule.Page.Code, "topic"];

    /// <summary>Five commands at most.</summary>
    /// <param name="page">Its required readings must be loaded: a function that the list no longer has stays where it was chosen.</param>
    public static async Task<SettingsChoices> ReadAsync(IntranetDb db, CurrentUser user, SettingsInput input, KnowledgePage page, DateOnly today, string? search, CancellationToken cancellation)
    {
        var sections = await db.Set<Section>().AsNoTracking().Where(s => s.RetiredOn == null || s.Id == input.SectionId).OrderBy(s => s.Order).ThenBy(s => s.Name).Select(s => new { s.Id, s.ParentId, s.Name }).ToListAsync(cancellation);
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.Id == input.OwnerPostId || p.Id == input.VerifierPostId || (p.ClosedOn == null && p.EstablishmentId != null))
            .OrderByDescending(p => p.Level).ThenBy(p => p.Title).ThenBy(p => p.Id).Take(MostPosts).Select(p => new
            {
                p.Id,
                p.Title,
                Place = p.Establishment != null ? p.Establishment.Subject.Title : p.Partner!.Name,
                Holder = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
            }).ToListAsync(cancellation);
        var functions = await db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == ContactsLists.Functions.Code && i.IsActive).OrderBy(i => i.Order).Select(i => i.Code).ToListAsync(cancellation);
        var visible = db.Subjects.AsNoTracking().InScope(db, user).Where(s => Kinds.Contains(s.Kind));
        List<int> chosen = [.. input.RestsOn, .. input.SeeAlso, .. input.Topics];
        var ties = chosen.Count == 0 ? [] : await Boxes(visible.Where(s => chosen.Contains(s.Id))).ToListAsync(cancellation);
        List<TieBox> found = SearchTerms.Parse(search) is { IsEmpty: false } terms
            ? await Boxes(visible.Where(s => !chosen.Contains(s.Id) && s.Id != page.Id).WhereMatches(terms, s => s.Folded)).Take(MostFound + 1).ToListAsync(cancellation) : [];
        return new(
            [.. Tree(null, "")],
            [.. posts.Select(p => new SelectListItem($"{p.Title}, {p.Place} ({p.Holder ?? "vacant"})", p.Id.ToString(CultureInfo.InvariantCulture)))],
            [.. functions.Concat(page.RequiredFor.Select(r => r.Function).Where(f => f.Length > 0)).Distinct()], [.. ties, .. found.Take(MostFound)], found.Count > MostFound);

        IEnumerable<SelectListItem> Tree(int? parent, string indent)
            => sections.Where(s => s.ParentId == parent).SelectMany(s => Tree(s.Id, indent + "\u00a0\u00a0\u00a0").Prepend(new(indent + s.Name, s.Id.ToString(CultureInfo.InvariantCulture))));
    }

    public IEnumerable<TieBox> Of(LinkRole role) => Ties.Where(t => role switch
    {
        LinkRole.RestsOn => Bases.Contains(t.Kind),
        LinkRole.SeeAlso => t.Kind == KnowledgeModule.Page.Code,
        _ => t.Kind == "topic",
    });

    /// <summary>Titles for the page of conflicts.</summary>
    public IEnumerable<SelectListItem> Items(LinkRole role) => Of(role).Select(t => new SelectListItem(t.Title, t.Id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Refuses what a hand-made form could hold.</summary>
    public void Check(SettingsInput input)
    {
        if (!Sections.Any(s => s.Value == $"{input.SectionId}"))
            throw new BrokenRuleException("Choisissez une rubrique de la liste.", nameof(input.SectionId));
        foreach (var (post, field) in new[] { (input.OwnerPostId, nameof(input.OwnerPostId)), (input.VerifierPostId, nameof(input.VerifierPostId)) })
        {
            if (post is not null && !Posts.Any(p => p.Value == $"{post}"))
                throw new BrokenRuleException("Choisissez un poste de la liste.", field);
        }
        foreach (var (role, chosen) in new[] { (LinkRole.RestsOn, input.RestsOn), (LinkRole.SeeAlso, input.SeeAlso), (LinkRole.Topic, input.Topics) })
        {
            if (!chosen.TrueForAll(c => Of(role).Any(t => t.Id == c)))
                throw new BrokenRuleException("L’une des fiches choisies n’existe plus ou n’est pas de votre périmètre.");
        }
        if (!input.Functions.TrueForAll(Functions.Contains))
            throw new BrokenRuleException("Choisissez des fonctions de la liste.");
    }

    private static IQueryable<TieBox> Boxes(IQueryable<Subject> subjects)
        => subjects.OrderBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id).Select(s => new TieBox(s.Id, s.Kind, s.Title, s.Detail));
}
