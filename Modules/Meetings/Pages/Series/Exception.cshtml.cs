using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Series;

/// <summary>One occurrence is off, or goes to another day; a partner already told of it is told at once.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class ExceptionModel(IntranetDb db, CurrentUser user, BusinessDay day, SeriesNotices notices) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "le")]
    public DateOnly On { get; set; }

    public MeetingSeries Series { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>Why the rhythm's own day is no day of work, if it isn't.</summary>
    public string? Holiday { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await Find(id))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Series, Input.Version);
            var department = Occurrences.HolidaysOf(Series.Partner!.Departments);
            if (Input.MovedTo < day.Today)
                throw new BrokenRuleException("Choisissez un jour à venir.", nameof(Input.MovedTo));
            if (Holiday is not null && Input.MovedTo is null)
                throw new BrokenRuleException("Ce jour est férié : rien n’y est prévu. Donnez un autre jour.", nameof(Input.MovedTo));
            var former = Series.Exceptions.FirstOrDefault(e => e.On == On)?.MovedTo ?? On;
            Series.Except(On, Input.MovedTo, Input.Reason!, department);
            await notices.CorrectAsync(id, former, Input.MovedTo, Input.Reason!, HttpContext.RequestAborted);
            // Exceptions are parts: two people on one series must see each other.
            db.Touch(Series);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Find(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled());
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Input.MovedTo is { } moved ? $"Séance déplacée au {French.Date(moved)}." : "Séance annulée.";
        return LocalRedirect($"/rencontres/permanences/{id}");
    }

    private InputModel Filled()
        => Series.Exceptions.FirstOrDefault(e => e.On == On) is { } known ? new() { MovedTo = known.MovedTo, Reason = known.Reason, Version = Series.Version } : new() { Version = Series.Version };

    private async Task<bool> Find(int id)
    {
        var series = await db.Set<MeetingSeries>().Include(s => s.Subject).Include(s => s.Partner).Include(s => s.Exceptions).InScope(db, user).FirstOrDefaultAsync(s => s.Id == id);
        if (series is null || !Occurrences.IsRegular(series, On))
            return false;
        Series = series;
        Holiday = FrenchHolidays.NameOf(On, Occurrences.HolidaysOf(series.Partner!.Departments));
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Déplacée au")]
        public DateOnly? MovedTo { get; set; }

        [Display(Name = "Raison"), Required, StringLength(200), NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
