using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>Places used, date by date, against those agreed on that day.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class PlacesModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public AgreedPlaces Agreed { get; private set; } = null!;
    public DateOnly Today => day.Today;

    /// <summary>The last first.</summary>
    public IReadOnlyList<PlaceCount> Counts => [.. Convention.PlaceCounts.OrderByDescending(c => c.On)];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input.On = Today;
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
            Convention.CountPlaces(Input.On!.Value, Input.Used!.Value, Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody counted the same day at the same instant.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id) || Convention.PlaceCounts.FirstOrDefault(c => c.On == Input.On) is not { } other)
                throw;
            ModelState.AddModelError("Input.Used", $"Un comptage de ce jour vient d’être enregistré : {French.Count(other.Used, "place")}. Enregistrez de nouveau pour le remplacer par le vôtre.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Agreed.IsExceeded(Input.On.Value, Input.Used.Value)
            ? $"Comptage enregistré : {French.Count(Input.Used.Value, "place")} pour {French.Count(Agreed.On(Input.On.Value)!.Value, "convenue", "convenues")}."
            : "Comptage enregistré.";
        return LocalRedirect($"/conventions/{id}/places");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, int count)
    {
        if (!await FindAsync(id) || Convention.PlaceCounts.FirstOrDefault(c => c.Id == count) is not { } row)
            return NotFound();
        Convention.PlaceCounts.Remove(row);
        await db.SaveChangesAsync();
        TempData["Toast"] = $"Comptage du {French.Date(row.On)} retiré.";
        return LocalRedirect($"/conventions/{id}/places");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return false;
        Convention = convention;
        await db.Entry(convention).Collection(c => c.PlaceCounts).LoadAsync();
        await db.Entry(convention).Collection(c => c.Amendments).LoadAsync();
        Agreed = AgreedPlaces.Of(convention);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Le")]
        [Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Places utilisées")]
        [Required]
        [Range(0, 10_000)]
        public int? Used { get; set; }
    }
}
