using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>A mistake put right by who answers for the person, with a reason.</summary>
[Allow(Permission.Read)]
internal sealed class CorrectionModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public RecordInput Input { get; set; } = new();

    public OpenRecord Open { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool SeesCosts => user.May(Permission.ManageTraining);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = RecordInput.Of(Open.Record, SeesCosts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        ModelState.Remove("Input.CourseId");
        if (!ModelState.IsValid)
            return this.Invalid();
        var record = Open.Record;
        try
        {
            db.Expect(record, Input.Version);
            if (string.IsNullOrWhiteSpace(Input.Reason))
                throw new BrokenRuleException("Dites pourquoi : l’historique le garde.", nameof(Input.Reason));
            record.Correct(Input.CompletedOn!.Value, Input.StatedUntil, Input.Minutes() ?? record.Minutes, (SeesCosts ? Input.Cents() : null) ?? record.Cost, Input.Note ?? "", Input.Reason, day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            var theirs = RecordInput.Of(Open.Record, SeesCosts);
            (theirs.Reason, Input.CourseId) = (Input.Reason, theirs.CourseId);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Attestation corrigée.";
        return LocalRedirect(Open.Address);
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRecordAsync(user, id, day.Today) is not { CanManage: true, Record.Status: not RecordState.Cancelled } open)
            return false;
        Open = open;
        return true;
    }
}
