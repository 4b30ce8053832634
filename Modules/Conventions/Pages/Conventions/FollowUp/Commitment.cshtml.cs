using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>Says that a promise was kept, or takes it back.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class CommitmentModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public Commitment Commitment { get; private set; } = null!;
    public CommitmentLine Line => new(Commitment, Commitment.StateOn(day.Today, Convention.Terms.FinalEnd(Convention.NoticeReceivedOn)));
    public DateOnly Today => day.Today;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int commitmentId)
    {
        if (!await FindAsync(id, commitmentId))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int commitmentId)
    {
        if (!await FindAsync(id, commitmentId))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var kept = Filled();
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        try
        {
            if (!Convention.IsSigned)
                throw new BrokenRuleException("Un engagement se tient une fois la convention signée.");
            Commitment.Fulfil(Input.FulfilledOn, Input.Comment ?? "", Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same rows between reading and saving, new ones perhaps.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, commitmentId) || (kept = Filled()).Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Commitment.FulfilledOn is null ? "Engagement enregistré." : "Engagement tenu.";
        return LocalRedirect($"/conventions/{id}/suivi#engagements");
    }

    private async Task<bool> FindAsync(int id, int commitmentId)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return false;
        await db.Entry(convention).Collection(c => c.Commitments).Query().Where(c => c.Id == commitmentId).LoadAsync();
        if (convention.Commitments.SingleOrDefault() is not { } commitment)
            return false;
        (Convention, Commitment) = (convention, commitment);
        return true;
    }

    private InputModel Filled() => new InputModel { FulfilledOn = Commitment.FulfilledOn, Comment = Commitment.Comment }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Tenu le")]
        public DateOnly? FulfilledOn { get; set; }

        [Display(Name = "Commentaire")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Comment { get; set; }

        public int Version { get; set; }
    }
}
