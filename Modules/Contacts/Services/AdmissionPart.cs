using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>The parts of an admission file: two professions must each fill theirs, and a place stays empty when one is missing.</summary>
public enum AdmissionPartKind
{
    [Display(Name = "Partie sociale")] Social = 1,
    [Display(Name = "Partie médicale")] Medical = 2,
    [Display(Name = "Partie pénale")] Penal = 3,
}

/// <summary>One part of a service's admission file: what, who fills it, who chases it, within how many days.</summary>
[Display(Name = "Partie du dossier d’admission")]
internal sealed class AdmissionPart : IPartOf
{
    private AdmissionPart() { }

    public AdmissionPart(AdmissionPartKind kind) => Kind = kind;

    public int Id { get; private set; }
    public int ServiceId { get; private set; }
    public Service? Service { get; private set; }
    public int RootId => ServiceId;

    [Display(Name = "Partie")]
    public AdmissionPartKind Kind { get; private set; }

    [Display(Name = "Pièces demandées")]
    public string Content { get; private set; } = "";

    [Display(Name = "Remplie par")]
    public string FilledBy { get; private set; } = "";

    [Display(Name = "Relancée par")]
    public string ChasedBy { get; private set; } = "";

    /// <summary>Days within which the part is usually filled; null when unknown.</summary>
    [Display(Name = "Délai (jours)")]
    public int? DelayDays { get; private set; }

    public bool IsEmpty => Content.Length == 0 && FilledBy.Length == 0 && ChasedBy.Length == 0 && DelayDays is null;

    internal void Fill(string content, string filledBy, string chasedBy, int? delayDays)
    {
        if (delayDays is < 0 or > 365)
            throw new BrokenRuleException("Le délai d’une partie du dossier va de 0 à 365 jours.");
        (Content, FilledBy, ChasedBy, DelayDays) = (content.Trim(), filledBy.Trim(), chasedBy.Trim(), delayDays);
    }
}
