using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Who came to which half-day, in one grid; days to come have no box.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class AttendanceModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TrainingSession Session { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SessionSlot> Slots { get; private set; } = [];
    public IReadOnlyList<(Enrolment Who, string Name)> People { get; private set; } = [];
    public DateOnly Today => day.Today;

    public static string Key(int enrolment, int slot) => string.Create(CultureInfo.InvariantCulture, $"{enrolment}-{slot}");

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Session.IsOpen)
            return LocalRedirect($"/formations/sessions/{id}");
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Session, Input.Version);
            Session.Attend(Input.Present.Select(Read).ToHashSet(), day.Today);
            await db.SaveAsync(Session, HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled(), (nameof(Input.Present), Cells()));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Session.To <= day.Today ? "Présences enregistrées. Il reste à clore la session." : "Présences enregistrées.";
        return LocalRedirect($"/formations/sessions/{id}");
    }

    private static (int, int) Read(string key)
        => key.Split('-') is [var who, var slot] && int.TryParse(who, CultureInfo.InvariantCulture, out var enrolment) && int.TryParse(slot, CultureInfo.InvariantCulture, out var slotId) ? (enrolment, slotId) : (0, 0);

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRunAsync(user, id, HttpContext.RequestAborted) is not { } session)
            return false;
        Session = session;
        Slots = [.. SessionCalendar.InOrder(session)];
        People = [.. session.Enrolments.Where(e => e.IsSeated).Select(e => (e, e.Person?.FullName ?? e.GuestName)).OrderBy(p => p.Item2, StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true))];
        return true;
    }

    private InputModel Filled() => new()
    {
        Present = [.. Session.Presences.Select(p => Key(p.EnrolmentId, p.SlotId)).Order(StringComparer.Ordinal)],
        Version = Session.Version,
    };

    /// <summary>Each box in words, for the comparison of two versions.</summary>
    private IEnumerable<SelectListItem> Cells()
        => People.SelectMany(p => Slots.Select(s => new SelectListItem($"{p.Name} le {French.Date(s.On)} à {French.Time(s.Start)}", Key(p.Who.Id, s.Id))));

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Présences")]
        public List<string> Present { get; set; } = [];

        public int Version { get; set; }
    }
}
