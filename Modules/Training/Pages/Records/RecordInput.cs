using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>What the forms of a record hold; each page shows the fields that its reader may give.</summary>
internal sealed class RecordInput : IVersionedInput
{
    [Display(Name = "Formation"), Required]
    public int? CourseId { get; set; }

    [Display(Name = "Suivie le (dernier jour)"), Required]
    public DateOnly? CompletedOn { get; set; }

    [Display(Name = "Valable jusqu’au, si l’attestation le dit")]
    public DateOnly? StatedUntil { get; set; }

    [Display(Name = "Durée suivie"), StringLength(20)]
    public string? Hours { get; set; }

    [Display(Name = "Coût, en euros"), StringLength(20)]
    public string? Cost { get; set; }

    [Display(Name = "Organisme ou précisions"), StringLength(300), NoIdentity]
    public string? Note { get; set; }

    [Display(Name = "Raison de la correction"), StringLength(500), NoIdentity]
    public string? Reason { get; set; }

    /// <summary>The same course on the same day is known, and it is another one all the same.</summary>
    [Display(Name = "C’est bien une autre formation, suivie le même jour")]
    public bool IsAnother { get; set; }

    public int Version { get; set; }

    public static RecordInput Of(TrainingRecord record, bool withCost) => new()
    {
        CourseId = record.CourseId,
        CompletedOn = record.CompletedOn,
        StatedUntil = record.StatedUntil,
        Hours = Durations.Text(record.Minutes),
        Cost = withCost ? Euros.Text(record.Cost) : null,
        Note = record.Note,
        Version = record.Version,
    };

    // Methods, not properties: validation would read those, and what is refused would be no longer the form's to say.
    public int? Minutes() => Durations.Minutes(Hours, nameof(Hours));

    public long? Cents() => Euros.Cents(Cost, nameof(Cost));

    /// <summary>All courses, those withdrawn from the catalogue last: what was learnt in the past stays learnt.</summary>
    public static async Task<List<SelectListItem>> CoursesAsync(IntranetDb db, CancellationToken cancellation)
        => await db.Set<Course>().AsNoTracking().OrderBy(c => c.RetiredOn != null).ThenBy(c => c.Title)
            .Select(c => new SelectListItem(c.RetiredOn == null ? c.Title : c.Title + " (retirée du catalogue)", c.Id.ToString())).ToListAsync(cancellation);
}
