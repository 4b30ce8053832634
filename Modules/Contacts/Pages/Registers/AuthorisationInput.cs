using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>The form of an authorisation, new or known.</summary>
internal sealed class AuthorisationInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Nature"), Required]
    public string? Kind { get; set; }

    [Display(Name = "Établissement titulaire"), Required]
    public int? EstablishmentId { get; set; }

    [Display(Name = "Autorité (partenaire)")]
    public int? AuthorityId { get; set; }

    [Display(Name = "Autorité (en clair)"), StringLength(200), NoIdentity]
    public string? AuthorityText { get; set; }

    [Display(Name = "Référence"), StringLength(200), NoIdentity]
    public string? Reference { get; set; }

    [Display(Name = "Places"), Range(0, 5000)]
    public int? Places { get; set; }

    [Display(Name = "Du"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Au")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Renouvellement à demander le")]
    public DateOnly? AskOn { get; set; }

    [Display(Name = "Renouvellement demandé le")]
    public DateOnly? AskedOn { get; set; }

    [Display(Name = "Notes"), StringLength(2000), NoIdentity]
    public string? Notes { get; set; }

    [Display(Name = "Personnel désigné dans le dossier")]
    public List<int> Listed { get; set; } = [];

    public static AuthorisationInput Of(Authorisation a) => new()
    {
        Version = a.Version,
        Kind = a.Kind,
        EstablishmentId = a.EstablishmentId,
        AuthorityId = a.AuthorityId,
        AuthorityText = a.AuthorityText,
        Reference = a.Reference,
        Places = a.Places,
        From = a.From,
        Until = a.Until,
        AskOn = a.AskOn,
        AskedOn = a.AskedOn,
        Notes = a.Notes,
        Listed = [.. a.Listed.Select(l => l.PersonId).Order()],
    };

    public void Apply(Authorisation a)
    {
        a.Grant(Kind ?? "", EstablishmentId!.Value, From!.Value, Until, AskOn);
        a.GrantedBy(AuthorityId, AuthorityText ?? "", Reference ?? "", Places, Notes ?? "");
        a.Ask(AskedOn);
        a.List(Listed);
    }
}

/// <summary>What the form offers to choose from.</summary>
internal sealed record AuthorisationChoices(IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Establishments, IReadOnlyList<SelectListItem> Authorities, IReadOnlyList<SelectListItem> Staff)
{
    /// <summary>Kinds of partner that grant authorisations.</summary>
    private static readonly string[] AuthorityKinds = ["disp", "ars", "prefecture", "ddets", "department", "court", "appeal-court", "spip", "pjj"];

    public static async Task<AuthorisationChoices> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, Authorisation? known = null) => new(
        [.. (await db.ChoicesAsync([ContactsLists.Authorisations.Code], known is null ? null : [known.Kind]))[ContactsLists.Authorisations.Code]],
        await db.OwnEstablishmentsAsync(user, today, known?.EstablishmentId),
        await db.PartnersAsync(AuthorityKinds, known?.AuthorityId),
        await db.OwnStaffAsync(user, today, known?.Listed.Select(l => l.PersonId)));
}
