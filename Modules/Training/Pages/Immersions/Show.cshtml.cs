using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>One immersion: who, where, what for, and what the person brings back.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ImmersionRow Row { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings) && Row.Immersion.CancelledOn is null;

    /// <summary>Who went, who received and who writes immersions say what came of it.</summary>
    public bool CanTell => Row.Immersion.CancelledOn is null && Row.Immersion.From <= Today && TellModel.May(user, Row.Immersion);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(int id, int version)
    {
        var immersion = await db.Set<Immersion>().Include(i => i.Subject).InScope(db, user).FirstOrDefaultAsync(i => i.Id == id);
        if (immersion is null)
            return NotFound();
        if (!user.May(Permission.WriteMeetings))
            return Forbid();
        try
        {
            db.Expect(immersion, version);
            immersion.Cancel(Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            ModelState.AddModelError("", "Cette immersion a changé entre-temps : la voici. Rien n’est annulé ; vérifiez, puis recommencez si besoin.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = "Immersion annulée.";
        return LocalRedirect($"/formations/immersions/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Immersions(user).Where(i => i.Id == id).Rows().FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } row)
            return false;
        Row = row;
        return true;
    }
}
