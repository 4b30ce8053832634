using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>Writes the review of a year; what it decides is the direction's.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ReviewEditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public int Year { get; private set; }
    public bool CanDecide => user.May(Permission.DecideConventions);
    public FormConflict? Conflict { get; private set; }
    public static IReadOnlyList<SelectListItem> Levels { get; } = [.. Enum.GetValues<ArticulationLevel>().Select(l => new SelectListItem($"{(int)l} · {Labels.Of(l)}", l.ToString()))];
    public static IReadOnlyList<SelectListItem> Decisions { get; } = [.. Enum.GetValues<ReviewDecision>().Select(d => new SelectListItem(Labels.Of(d), d.ToString()))];

    private AnnualReview? review;

    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        var kept = Filled();
        if (!CanDecide)
        {
            // What the form doesn't show is not typed.
            (Input.Decision, Input.Reason) = (kept.Decision, kept.Reason);
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, (nameof(Input.ObservedLevel), Levels), (nameof(Input.Decision), Decisions));
            return Page();
        }
        try
        {
            var written = Convention.Review(year, day.Today);
            written.Write(Input.HeldOn, Input.Difficulties ?? "", Input.ObservedLevel, Input.ResidentsCouncil ?? "", day.Today);
            if (CanDecide)
                written.Decide(Input.Decision, Input.Reason ?? "");
            await db.SaveChangesAsync();
            TempData["Toast"] = written.CancelledSignature ? "Bilan enregistré. Il a changé : la signature déjà donnée est annulée." : "Bilan enregistré.";
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same rows between reading and saving, new ones perhaps.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, year) || (kept = Filled()).Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, (nameof(Input.ObservedLevel), Levels), (nameof(Input.Decision), Decisions));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/conventions/{id}/bilans/{year}");
    }

    private async Task<bool> FindAsync(int id, int year)
    {
        if (year < 2000 || year > day.Today.Year || await db.FindAsync(user, id) is not { } convention)
            return false;
        (Convention, Year) = (convention, year);
        await db.Entry(convention).Collection(c => c.Reviews).Query().Where(r => r.Year == year).LoadAsync();
        review = convention.Reviews.FirstOrDefault();
        return true;
    }

    private InputModel Filled() => new InputModel
    {
        HeldOn = review?.HeldOn,
        ObservedLevel = review?.ObservedLevel,
        Difficulties = review?.Difficulties ?? "",
        ResidentsCouncil = review?.ResidentsCouncil ?? "",
        Decision = review?.Decision,
        Reason = review?.Reason ?? "",
    }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Tenu le")]
        public DateOnly? HeldOn { get; set; }

        [Display(Name = "Niveau d’articulation observé")]
        public ArticulationLevel? ObservedLevel { get; set; }

        [Display(Name = "Difficultés")]
        [StringLength(4000)]
        [NoIdentity]
        public string? Difficulties { get; set; }

        [Display(Name = "Avis du conseil de la vie sociale")]
        [StringLength(2000)]
        [NoIdentity]
        public string? ResidentsCouncil { get; set; }

        [Display(Name = "Décision")]
        public ReviewDecision? Decision { get; set; }

        [Display(Name = "Raison de la décision")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
