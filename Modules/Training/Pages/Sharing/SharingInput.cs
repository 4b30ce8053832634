using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Training.Pages.Sharing;

/// <summary>What the form of a series of sharing times holds.</summary>
internal sealed class SharingInput : IVersionedInput
{
    [Display(Name = "Nature"), Required]
    public SharingKind? Kind { get; set; } = SharingKind.PracticeAnalysis;

    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Toutes les (semaines)"), Required, Range(1, 26)]
    public int? EveryWeeks { get; set; } = 4;

    [Display(Name = "Depuis le"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; set; }

    [Display(Name = "Établissements")]
    public List<int> Establishments { get; set; } = [];

    public int Version { get; set; }

    public static SharingInput Of(SharingTime s) => new()
    {
        Kind = s.Kind,
        Title = s.Title,
        EveryWeeks = s.EveryWeeks,
        From = s.From,
        To = s.To,
        Establishments = [.. s.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId).Order()],
        Version = s.Version,
    };

    public void Write(SharingTime sharing, int? partnerId, IReadOnlyList<SelectListItem> choices)
    {
        if (!Establishments.TrueForAll(id => choices.Any(c => c.Value == id.ToString(CultureInfo.InvariantCulture))))
            throw new BrokenRuleException("Choisissez un établissement de votre périmètre.", nameof(Establishments));
        sharing.Be(Kind!.Value, Title!, EveryWeeks!.Value, From!.Value, To, partnerId);
        sharing.Gather(Establishments);
    }
}

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface ISharingForm
{
    SharingInput Input { get; }
    IReadOnlyList<SelectListItem> Choices { get; }
}
