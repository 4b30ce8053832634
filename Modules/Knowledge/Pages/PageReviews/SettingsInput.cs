using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Knowledge.Pages.PageReviews;

/// <summary>Where a page stands, who answers for it, what it rests on, whom it is asked of.</summary>
internal sealed class SettingsInput : IVersionedInput
{
    public const int UsualMonths = 12;
    private const int UsualDays = 7;

    [Display(Name = "Rubrique"), Required]
    public int? SectionId { get; set; }

    [Display(Name = "Nature"), Required]
    public PageKind? Kind { get; set; }

    [Display(Name = "Ordre"), Range(0, 9999)]
    public int Order { get; set; }

    [Display(Name = "Mots-clés"), StringLength(500)]
    public string? Tags { get; set; }

    [Display(Name = "Poste qui tient la page")]
    public int? OwnerPostId { get; set; }

    [Display(Name = "Ou personne qui la tient"), StringLength(300)]
    public string? Owner { get; set; }

    [Display(Name = "Poste qui vérifie")]
    public int? VerifierPostId { get; set; }

    [Display(Name = "Ou personne qui vérifie"), StringLength(300)]
    public string? Verifier { get; set; }

    [Display(Name = "À relire tous les (mois)"), Range(1, 60, ErrorMessage = "Entre 1 et 60 mois.")]
    public int? ReviewMonths { get; set; }

    [Display(Name = "Sans échéance")]
    public bool IsEvergreen { get; set; }

    [Display(Name = "Repose sur")]
    public List<int> RestsOn { get; set; } = [];

    [Display(Name = "Voir aussi")]
    public List<int> SeeAlso { get; set; } = [];

    [Display(Name = "Thèmes")]
    public List<int> Topics { get; set; } = [];

    [Display(Name = "Lecture demandée à toutes les fonctions")]
    public bool ForEverybody { get; set; }

    [Display(Name = "Lecture demandée à")]
    public List<string> Functions { get; set; } = [];

    [Display(Name = "Dans les (jours)"), Range(1, 90, ErrorMessage = "Entre 1 et 90 jours.")]
    public int WithinDays { get; set; } = UsualDays;

    public int Version { get; set; }

    /// <param name="page">Its subject's links, its people and its required readings must be loaded.</param>
    /// <param name="seen">Of the linked records, those in the reader's scope.</param>
    public static SettingsInput Of(KnowledgePage page, IReadOnlySet<int> seen) => new()
    {
        SectionId = page.SectionId,
        Kind = page.Kind,
        Order = page.Order,
        Tags = CodeList.Text(page.Tags),
        OwnerPostId = page.OwnerPostId,
        Owner = NameOf(page.Owner),
        VerifierPostId = page.VerifierPostId,
        Verifier = NameOf(page.Verifier),
        ReviewMonths = page.ReviewMonths,
        IsEvergreen = page.ReviewMonths is null && page.ReviewedOn is not null,
        RestsOn = Linked(page, LinkRole.RestsOn, seen),
        SeeAlso = Linked(page, LinkRole.SeeAlso, seen),
        Topics = Linked(page, LinkRole.Topic, seen),
        ForEverybody = page.RequiredFor.Any(r => r.Function.Length == 0),
        Functions = [.. page.RequiredFor.Select(r => r.Function).Where(f => f.Length > 0).Order(StringComparer.CurrentCulture)],
        WithinDays = page.RequiredFor.Select(r => (int?)r.WithinDays).Min() ?? UsualDays,
        Version = page.Version,
    };

    public async Task WriteAsync(IntranetDb db, KnowledgePage page, IReadOnlySet<int> seen, DateOnly today)
    {
        if (!IsEvergreen && ReviewMonths is null)
            throw new BrokenRuleException("Indiquez tous les combien de mois, ou cochez « Sans échéance ».", nameof(ReviewMonths));
        page.Place(SectionId!.Value, Kind!.Value, Order, Tags ?? "");
        page.KeptBy(OwnerPostId, await PersonChoice.ResolveAsync(db, Owner, today, nameof(Owner)));
        page.VerifiedBy(VerifierPostId, await PersonChoice.ResolveAsync(db, Verifier, today, nameof(Verifier)));
        page.ReviewEvery(IsEvergreen ? null : ReviewMonths);
        foreach (var (role, chosen) in new[] { (LinkRole.RestsOn, RestsOn), (LinkRole.SeeAlso, SeeAlso), (LinkRole.Topic, Topics) })
            page.SetLinks(role, chosen.Where(c => c != page.Id).Concat(page.Subject.Links.Where(l => l.Role == role && !seen.Contains(l.ToId)).Select(l => l.ToId).ToList()));
        page.AskReadingOf(ForEverybody ? ["", .. Functions] : Functions, WithinDays);
    }

    private static List<int> Linked(KnowledgePage page, LinkRole role, IReadOnlySet<int> seen)
        => [.. page.Subject.Links.Where(l => l.Role == role && seen.Contains(l.ToId)).Select(l => l.ToId).Order()];

    private static string? NameOf(Person? person) => person is null ? null : string.Create(CultureInfo.InvariantCulture, $"{person.FullName} (n° {person.Id})");
}
