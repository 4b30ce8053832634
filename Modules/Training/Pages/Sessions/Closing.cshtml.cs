using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Ends the session: who completed it, and what is written for them. It doesn't change afterwards.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class ClosingModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TrainingSession Session { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>Those who came at least once: who they are, and how long they were there.</summary>
    public IReadOnlyList<(Enrolment Who, string Name, int Minutes)> Came { get; private set; } = [];

    /// <summary>Those who had a seat and never came.</summary>
    public IReadOnlyList<string> Missed { get; private set; } = [];

    /// <summary>Where each of ours works on the last day.</summary>
    public ILookup<int, (int Id, string Name)> Houses { get; private set; } = null!;
    public bool IsTooEarly => Session.To > day.Today;
    public DateOnly? HandOnDue => Session.Course!.HandOnWeeks is { } weeks ? day.Today.AddDays(weeks * 7) : null;
    public int Total => Session.Slots.Sum(s => s.Duration);

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
            var records = Session.Close(Input.Completed.ToHashSet(), day.Today, user.Name, Session.Course!);
            db.AddRange(records);
            if (HandOnDue is { } due)
                Session.AskHandOn(records.SelectMany(r => Houses[r.PersonId]).Select(h => h.Id).Distinct(), due);
            await db.SaveAsync(Session, HttpContext.RequestAborted);
            TempData["Toast"] = $"Session close. {(records.Count == 0 ? "Aucune attestation n’est écrite" : French.Count(records.Count, "attestation est écrite", "attestations sont écrites"))}.";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled(), (nameof(Input.Completed), Came.Select(c => new SelectListItem(c.Name, $"{c.Who.Id}"))));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/formations/sessions/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRunAsync(user, id, HttpContext.RequestAborted) is not { } session)
            return false;
        await db.Entry(session).Collection(s => s.HandOns).LoadAsync(HttpContext.RequestAborted);
        Session = session;
        var seated = session.Enrolments.Where(e => e.IsSeated).Select(e => (Who: e, Name: e.Person?.FullName ?? e.GuestName, Minutes: session.MinutesOf(e.Id)))
            .OrderBy(c => c.Name, StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)).ToList();
        (Came, Missed) = ([.. seated.Where(c => c.Minutes > 0)], [.. seated.Where(c => c.Minutes == 0).Select(c => c.Name)]);
        Houses = await db.HousesOfAsync([.. Came.Select(c => c.Who.PersonId).OfType<int>()], session.To, HttpContext.RequestAborted);
        return true;
    }

    private InputModel Filled() => new() { Completed = [.. Came.Where(c => Session.CameToAll(c.Who.Id)).Select(c => c.Who.Id)], Version = Session.Version };

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Ont suivi la formation")]
        public List<int> Completed { get; set; } = [];

        public int Version { get; set; }
    }
}
