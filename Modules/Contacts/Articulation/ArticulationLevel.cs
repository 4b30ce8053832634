using System.ComponentModel.DataAnnotations;

namespace Intranet.Contacts;

/// <summary>How an establishment and a partner work together: an ordinal scale, without averages, where a low level is no fault.</summary>
public enum ArticulationLevel
{
    [Display(Name = "Pas de communication")]
    None = 0,

    [Display(Name = "Communication formelle")]
    Formal = 1,

    [Display(Name = "Partage minimal de connaissance")]
    MinimalSharing = 2,

    [Display(Name = "Élaboration commune")]
    JointWork = 3,
}
