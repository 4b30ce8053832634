using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>Ends one holding, or mends its dates. Only this one changes.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class HoldingModel(IntranetDb db, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Holding Holding { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int holdingId)
    {
        if (!await ReadAsync(id, holdingId))
            return NotFound();
        Input = new InputModel { From = Holding.From, To = Holding.To ?? (Holding.From > day.Today ? Holding.From : day.Today), Relay = Holding.Relay };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int holdingId)
    {
        if (!await ReadAsync(id, holdingId))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var post = await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).SingleAsync(p => p.Id == id);
            var holding = post.Holdings.Single(h => h.Id == holdingId);
            holding.Correct(Input.From!.Value, Input.To);
            if (Input.To is { } lastDay)
                holding.End(lastDay, Input.Relay ?? "");
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Input.To is null ? "Dates corrigées." : $"Fin notée au {French.Date(Input.To.Value)}.";
        return LocalRedirect($"/postes/{id}");
    }

    private async Task<bool> ReadAsync(int id, int holdingId)
    {
        var holding = await db.Set<Holding>().AsNoTracking().Include(h => h.Person).Include(h => h.Post).FirstOrDefaultAsync(h => h.Id == holdingId && h.PostId == id);
        if (holding is null)
            return false;
        Holding = holding;
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Depuis le"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "Dernier jour dans le poste")]
        public DateOnly? To { get; set; }

        [Display(Name = "Relais"), StringLength(2000), NoIdentity]
        public string? Relay { get; set; }
    }
}
