using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts;

/// <summary>What a sheet says beside its topics.</summary>
internal class OfferInput : IVersionedInput
{
    [Display(Name = "Ce que l’on peut apporter"), StringLength(500), NoIdentity]
    public string? About { get; set; }

    [Display(Name = "Départements couverts"), StringLength(300)]
    public string? Departments { get; set; }

    [Display(Name = "Demandes par mois, au plus"), Required, Range(1, 30, ErrorMessage = "Indiquez de 1 à 30 demandes par mois.")]
    public int? Ceiling { get; set; } = Expert.UsualCeiling;

    [Display(Name = "Peut accueillir une visite ou une immersion")]
    public bool WelcomesVisits { get; set; }

    public int Version { get; set; }

    public static OfferInput Of(Expert e) => new() { About = e.About, Departments = CodeList.Text(e.Departments), Ceiling = e.Ceiling, WelcomesVisits = e.WelcomesVisits, Version = e.Version };

    public void Apply(Expert expert) => expert.Offer(About ?? "", Codes(Departments), Ceiling!.Value, WelcomesVisits);

    /// <summary>Codes or names, between commas or lines: « 93, Val-de-Marne ».</summary>
    private static List<string> Codes(string? typed)
        => [.. (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(d => Departements.NameOf(d) is not null ? d.ToUpperInvariant()
            : Departements.CodeOf(d) ?? throw new BrokenRuleException($"« {d} » n’est pas un département : écrivez 93 ou Seine-Saint-Denis.", nameof(Departments)))];
}

/// <summary>A new sheet: what is offered, and a first topic.</summary>
internal sealed class NewExpertInput : OfferInput
{
    [Display(Name = "Thème"), Required]
    public int? TopicId { get; set; }

    [Display(Name = "Niveau"), Required]
    public ExpertiseLevel? Level { get; set; } = ExpertiseLevel.Practises;

    [Display(Name = "Depuis le")]
    public DateOnly? Since { get; set; }
}

internal static class ExpertChoices
{
    public static IReadOnlyList<SelectListItem> Of<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(Labels.Of(v), v.ToString()))];
}
