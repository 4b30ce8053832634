using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The form of a partner, for the new and for the known.</summary>
internal sealed class PartnerInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Nom"), Required, StringLength(200), NoIdentity]
    public string Name { get; set; } = "";

    [Display(Name = "Autres noms"), StringLength(2000), NoIdentity]
    public string? Aliases { get; set; }

    [Display(Name = "Nature"), Required]
    public int? KindId { get; set; }

    [Display(Name = "Rattaché à")]
    public int? ParentId { get; set; }

    [Display(Name = "Départements"), StringLength(100)]
    public string? Departments { get; set; }

    [Display(Name = "Adresse"), StringLength(200)]
    public string? Street { get; set; }

    [Display(Name = "Code postal"), StringLength(10)]
    public string? PostalCode { get; set; }

    [Display(Name = "Commune"), StringLength(200)]
    public string? City { get; set; }

    [Display(Name = "Téléphone"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "Courriel"), StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Ressort"), StringLength(4000), NoIdentity]
    public string? Territory { get; set; }

    [Display(Name = "Juridictions et établissements du ressort")]
    public List<int> TerritoryIds { get; set; } = [];

    [Display(Name = "Notes"), StringLength(4000), NoIdentity]
    public string? Notes { get; set; }

    public static PartnerInput Of(Partner partner) => new()
    {
        Version = partner.Version,
        Name = partner.Name,
        Aliases = partner.Aliases,
        KindId = partner.KindId,
        ParentId = partner.ParentId,
        Departments = string.Join(", ", DepartmentList.Split(partner.Departments)),
        Street = partner.Street,
        PostalCode = partner.PostalCode,
        City = partner.City,
        Phone = partner.Phone,
        Email = partner.Email,
        Territory = partner.Territory,
        TerritoryIds = [.. partner.Subject.Links.Where(l => l.Role == LinkRole.Territory).Select(l => l.ToId).Order()],
        Notes = partner.Notes,
    };

    /// <summary>Writes the form; the subject's links must be loaded.</summary>
    public void Write(Partner partner)
    {
        partner.Rename(Name, Aliases ?? "");
        partner.Classify(KindId!.Value, ParentId, Codes());
        partner.Locate(Street ?? "", PostalCode ?? "", City ?? "", Phone ?? "", Email ?? "");
        partner.DescribeTerritory(Territory ?? "");
        partner.Annotate(Notes ?? "");
        partner.SetLinks(LinkRole.Territory, TerritoryIds);
    }

    private IEnumerable<string> Codes()
    {
        var codes = (Departments ?? "").Split([',', ';', ' ', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var code in codes.Where(c => Departements.NameOf(c) is null))
            throw new BrokenRuleException($"« {code} » n’est pas un numéro de département.", nameof(Departments));
        return codes;
    }
}
