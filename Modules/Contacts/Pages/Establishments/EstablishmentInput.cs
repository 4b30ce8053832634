using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

/// <summary>The form of an establishment, new or known.</summary>
internal sealed class EstablishmentInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Nom"), Required, StringLength(150), NoIdentity]
    public string? Name { get; set; }

    [Display(Name = "Nature"), Required]
    public string? Kind { get; set; }

    [Display(Name = "Pôle")]
    public int? PoleId { get; set; }

    [Display(Name = "FINESS"), RegularExpression(@"\s*[0-9A-Za-z]{9}\s*", ErrorMessage = "Un numéro FINESS compte neuf signes.")]
    public string? Finess { get; set; }

    [Display(Name = "Astreinte"), StringLength(40), NoIdentity]
    public string? OnCallPhone { get; set; }

    [Display(Name = "Téléphone"), StringLength(40), NoIdentity]
    public string? Phone { get; set; }

    [Display(Name = "Courriel"), StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Adresse"), StringLength(200), NoIdentity]
    public string? Street { get; set; }

    [Display(Name = "Code postal"), StringLength(10)]
    public string? PostalCode { get; set; }

    [Display(Name = "Commune"), StringLength(150), NoIdentity]
    public string? City { get; set; }

    [Display(Name = "Département")]
    public string? Department { get; set; }

    public static EstablishmentInput From(Establishment e) => new()
    {
        Version = e.Version,
        Name = e.Name,
        Kind = e.Kind,
        PoleId = e.PoleId,
        Finess = e.Finess,
        OnCallPhone = e.OnCallPhone,
        Phone = e.Phone,
        Email = e.Email,
        Street = e.Street,
        PostalCode = e.PostalCode,
        City = e.City,
        Department = e.Department,
    };

    public void Apply(Establishment e)
    {
        e.Describe(Name ?? "", Kind ?? "", PoleId);
        e.Identify(Finess ?? "");
        e.ReachBy(Phone ?? "", Email ?? "", OnCallPhone ?? "");
        e.Locate(Street ?? "", PostalCode ?? "", City ?? "", string.IsNullOrEmpty(Department) ? Departements.OfPostalCode(PostalCode) ?? "" : Department);
    }
}

/// <summary>What the form offers to choose from.</summary>
internal sealed record EstablishmentChoices(IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Poles)
{
    public static IEnumerable<SelectListItem> Departments { get; } = [.. Departements.All.Select(d => new SelectListItem($"{d.Code} – {d.Name}", d.Code))];

    /// <summary>Kinds still offered, poles of the account; and what is already chosen.</summary>
    public static async Task<EstablishmentChoices> ReadAsync(IntranetDb db, CurrentUser user, string? kind = null, int? poleId = null)
    {
        var lists = await db.ChoicesAsync([ContactsLists.EstablishmentKinds.Code], kind is null ? [] : [kind]);
        var kinds = lists[ContactsLists.EstablishmentKinds.Code].ToList();
        if (!string.IsNullOrEmpty(kind) && kinds.TrueForAll(k => k.Value != kind))
            kinds.Add(new SelectListItem(kind, kind));
        var own = db.Subjects.OwnedBy(db, user);
        var poles = await db.Set<Pole>().Where(p => own.Any(s => s.Id == p.Id) || p.Id == poleId).OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, $"{p.Id}")).ToListAsync();
        return new EstablishmentChoices(kinds, poles);
    }
}
