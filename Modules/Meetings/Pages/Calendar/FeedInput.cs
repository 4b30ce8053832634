using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>What a new calendar is called.</summary>
internal sealed class FeedInput
{
    [Display(Name = "Nom")]
    [Required]
    [StringLength(100)]
    [NoIdentity]
    public string? Name { get; set; }
}
