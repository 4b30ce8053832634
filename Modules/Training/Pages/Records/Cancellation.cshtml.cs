using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>A record that should never have been, cancelled by who answers for the person: it stays readable and counts no more.</summary>
[Allow(Permission.Read)]
internal sealed class CancellationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public OpenRecord Open { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input.Version = Open.Record.Version;
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
            db.Expect(Open.Record, Input.Version);
            Open.Record.Cancel(day.Today, Input.Reason!);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Input.Version = Open.Record.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Cette attestation a changé entre-temps. Relisez-la, puis annulez-la de nouveau si besoin.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = "Attestation annulée : elle ne compte plus.";
        return LocalRedirect(Open.Address);
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRecordAsync(user, id, day.Today) is not { CanManage: true, Record.Status: not RecordState.Cancelled } open)
            return false;
        Open = open;
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Raison"), Required, StringLength(500), NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
