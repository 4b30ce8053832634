using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The « récit de démarche »: how an experimental scheme came about, what it cost, what failed.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class NarrativeModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        Input = InputModel.From(convention);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(convention, Input.Version);
            convention.Narrate(Input.Need ?? "", Input.Partners ?? "", Input.Years ?? "", Input.Cost ?? "", Input.Failures ?? "", Input.Evaluation ?? "");
            db.Touch(convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored || stored.Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From(stored));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Récit de démarche enregistré.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    private async Task<Convention?> FindAsync(int id)
        => await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Narratives).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is { } convention
            ? Convention = convention : null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Le besoin")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Need { get; set; }

        [Display(Name = "Avec qui")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Partners { get; set; }

        [Display(Name = "Les années")]
        [StringLength(200)]
        [NoIdentity]
        public string? Years { get; set; }

        [Display(Name = "Ce que cela coûte")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Cost { get; set; }

        [Display(Name = "Ce qui n’a pas marché")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Failures { get; set; }

        [Display(Name = "Ce que dit l’évaluation")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Evaluation { get; set; }

        public int Version { get; set; }

        public static InputModel From(Convention convention)
        {
            var story = convention.Narratives.FirstOrDefault();
            return new InputModel { Need = story?.Need, Partners = story?.Partners, Years = story?.Years, Cost = story?.Cost, Failures = story?.Failures, Evaluation = story?.Evaluation, Version = convention.Version };
        }
    }
}
