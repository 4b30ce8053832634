using System.ComponentModel.DataAnnotations;

namespace Intranet.Contacts;

/// <summary>How people are housed.</summary>
public enum Housing
{
    [Display(Name = "Collectif")] Collective = 1,
    [Display(Name = "Diffus")] Scattered = 2,
    [Display(Name = "Collectif et diffus")] Both = 3,
    [Display(Name = "Sans hébergement")] None = 4,
}

/// <summary>How one is admitted: beside the SIAO, through it, or both.</summary>
public enum SiaoRoute
{
    [Display(Name = "Admission directe, hors SIAO")] Direct = 1,
    [Display(Name = "Par le SIAO")] Siao = 2,
    [Display(Name = "Par le SIAO ou en direct")] Either = 3,
}
