using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>What one declared, put right by oneself after a refusal or before an answer: it is to be verified again.</summary>
[Allow(Permission.Read)]
internal sealed class ResubmissionModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public RecordInput Input { get; set; } = new();

    public OpenRecord Open { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        ModelState.Remove("Input.CourseId");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Open.Record, Input.Version);
            Open.Record.Resubmit(Input.CompletedOn!.Value, Input.StatedUntil, Input.Note ?? "", day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            // Accepted meanwhile: there is nothing left to send.
            if (!await FindAsync(id))
                return LocalRedirect($"/formations/attestations/{id}");
            var theirs = Filled();
            Input.CourseId = theirs.CourseId;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Déclaration envoyée : elle comptera une fois vérifiée.";
        return LocalRedirect(Open.Address);
    }

    private RecordInput Filled() => new()
    {
        CourseId = Open.Record.CourseId,
        CompletedOn = Open.Record.CompletedOn,
        StatedUntil = Open.Record.StatedUntil,
        Note = Open.Record.Note,
        Version = Open.Record.Version,
    };

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRecordAsync(user, id, day.Today) is not { CanResubmit: true } open)
            return false;
        Open = open;
        return true;
    }
}
