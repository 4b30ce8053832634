using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The financial annex of a year.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class MoneyModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public int Year { get; private set; }
    public int LastYear => day.Today.Year + 1;
    public IReadOnlyList<SelectListItem> Amendments { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        Input = Filled();
        // The price last agreed is proposed for a year of which nothing is known.
        if (Convention.FinancialYears.All(f => f.Year != year))
            Input.Price = Euros(Convention.FinancialYears.Where(f => f.Year < year).MaxBy(f => f.Year)?.DailyPriceCents ?? Convention.DailyPriceOn(new DateOnly(year, 12, 31)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var kept = Filled();
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, (nameof(Input.AmendmentId), Amendments));
            return Page();
        }
        try
        {
            if (Input.AmendmentId is { } amendment && Convention.Amendments.All(a => a.Id != amendment))
                throw new BrokenRuleException("Choisissez un avenant de cette convention.", nameof(Input.AmendmentId));
            Convention.Finance(year, Hundredths.Read(Input.Price, nameof(Input.Price)), Input.DaysPlanned, Input.DaysDone, Input.DaysInvoiced, Input.DaysPaid, Input.AmendmentId, day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same rows between reading and saving, new ones perhaps.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, year) || (kept = Filled()).Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, (nameof(Input.AmendmentId), Amendments));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Annexe financière de {year} enregistrée.";
        return LocalRedirect($"/conventions/{id}/suivi#finances");
    }

    private async Task<bool> FindAsync(int id, int year)
    {
        if (year < 2000 || year > LastYear || await db.FindAsync(user, id) is not { } convention)
            return false;
        (Convention, Year) = (convention, year);
        await db.Entry(convention).Collection(c => c.FinancialYears).LoadAsync();
        await db.Entry(convention).Collection(c => c.Amendments).LoadAsync();
        Amendments = [.. convention.Amendments.Where(a => a.Holds).OrderBy(a => a.Number).Select(a => new SelectListItem($"Avenant n° {a.Number} : {a.Purpose}", $"{a.Id}"))];
        return true;
    }

    /// <summary>« 41,50 ».</summary>
    private static string Euros(long? cents) => cents is { } price ? French.Number(price / 100m, 2) : "";

    private InputModel Filled()
    {
        var annex = Convention.FinancialYears.FirstOrDefault(f => f.Year == Year);
        return new InputModel
        {
            Price = Euros(annex?.DailyPriceCents),
            DaysPlanned = annex?.DaysPlanned,
            DaysDone = annex?.DaysDone,
            DaysInvoiced = annex?.DaysInvoiced,
            DaysPaid = annex?.DaysPaid,
            AmendmentId = annex?.AmendmentId,
        }.Stamped();
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Prix de journée, en euros")]
        [StringLength(20)]
        public string? Price { get; set; }

        [Display(Name = "Avenant qui porte l’annexe")]
        public int? AmendmentId { get; set; }

        [Display(Name = "Journées prévues")]
        [Range(0, 1_000_000)]
        public int? DaysPlanned { get; set; }

        [Display(Name = "Journées réalisées")]
        [Range(0, 1_000_000)]
        public int? DaysDone { get; set; }

        [Display(Name = "Journées facturées")]
        [Range(0, 1_000_000)]
        public int? DaysInvoiced { get; set; }

        [Display(Name = "Journées payées")]
        [Range(0, 1_000_000)]
        public int? DaysPaid { get; set; }

        public int Version { get; set; }
    }
}
