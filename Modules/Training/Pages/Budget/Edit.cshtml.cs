using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Budget;

/// <summary>What an establishment may spend in a year.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, IActor actor, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string House { get; private set; } = "";
    public int Year { get; private set; }
    public FormConflict? Conflict { get; private set; }

    private TrainingBudget? budget;

    /// <summary>Budgets are written from the year 2000 to two years ahead.</summary>
    public static bool IsKnown(int year, DateOnly today) => year >= 2000 && year <= today.Year + 2;

    public async Task<IActionResult> OnGetAsync(int id, int annee)
    {
        if (!await FindAsync(id, annee))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int annee)
    {
        if (!await FindAsync(id, annee))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Input.Version != Filled().Version)
            return await ConflictAsync(id, annee);
        try
        {
            if (budget is null)
                db.Add(budget = new TrainingBudget(id, annee));
            var before = budget.Id == 0 ? null : Euros.Text(budget.Amount);
            budget.Allow(Euros.Cents(Input.Amount, nameof(Input.Amount), 10_000_000)!.Value);
            db.Add(AuditEntry.Settling(actor, clock, typeof(TrainingBudget), $"Budget de formation {annee}, {House}", [new("Budget de l’année, en euros", before, Euros.Text(budget.Amount))]));
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Written at the same instant by somebody else: changed, or made.
            return await ConflictAsync(id, annee);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Budget enregistré.";
        return LocalRedirect($"/formations/budget?annee={annee}");
    }

    private async Task<IActionResult> ConflictAsync(int id, int year)
    {
        db.ChangeTracker.Clear();
        await FindAsync(id, year);
        Conflict = await FormConflict.BetweenAsync(this, db, 0, Input, Filled());
        return Page();
    }

    // A stamp rather than the row's version: two people may write the first amount of a year.
    private InputModel Filled() => new InputModel { Amount = budget is null ? null : Euros.Text(budget.Amount) }.Stamped();

    private async Task<bool> FindAsync(int id, int year)
    {
        var own = db.ManagedTeams(user, day.Today);
        var house = await db.Subjects.Where(s => s.Id == id && own.Any(o => o == s.Id)).Select(s => s.Title).FirstOrDefaultAsync();
        if (house is null || !IsKnown(year, day.Today))
            return false;
        (House, Year) = (house, year);
        budget = await db.Set<TrainingBudget>().FirstOrDefaultAsync(b => b.EstablishmentId == id && b.Year == year);
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Budget de l’année, en euros"), Required, StringLength(20)]
        public string? Amount { get; set; }

        public int Version { get; set; }
    }
}
