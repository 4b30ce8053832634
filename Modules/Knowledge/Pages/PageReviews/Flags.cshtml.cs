using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageReviews;

/// <summary>« Périmé », with a word: read by everybody, settled with an answer by who keeps or verifies the page.</summary>
[Allow(Permission.Read)]
internal sealed class FlagsModel(IntranetDb db, CurrentUser user, BusinessDay day, PageVoices voices) : PageModel
{
    private const int Shown = 40;

    [BindProperty]
    public FlagInput Input { get; set; } = new();

    public KnowledgePage Of { get; private set; } = null!;
    public IReadOnlyList<PageFlag> Flags { get; private set; } = [];
    public bool CanSettle { get; private set; }

    /// <summary>What was typed to settle one, when it was refused.</summary>
    public int? Settling { get; private set; }
    public string? Answer { get; private set; }
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Of.Flags.Add(new PageFlag(user.Id, user.Name, Today, Input.Word!));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id);
        }
        TempData["Toast"] = "Signalé à qui tient la page.";
        return LocalRedirect($"/connaissances/{id}");
    }

    public async Task<IActionResult> OnPostSettleAsync(int id, int flag, [StringLength(PageFlag.Longest), NoIdentity] string? answer)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!CanSettle)
            return Forbid();
        (Settling, Answer) = (flag, answer);
        if (await db.Set<PageFlag>().FirstOrDefaultAsync(f => f.Id == flag && f.PageId == id) is not { } one)
            return NotFound();
        // The other form of the page wasn't sent: what it lacks is no error, under whichever name it was looked for.
        ModelState.Remove("Input.Word");
        ModelState.Remove("Word");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            one.Settle(user.Name, Today, answer ?? "");
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id);
        }
        TempData["Toast"] = "Signalement réglé.";
        return LocalRedirect($"/connaissances/{id}/signalements");
    }

    private async Task<IActionResult> AgainAsync(int id)
    {
        db.ChangeTracker.Clear();
        return await ReadAsync(id) ? this.Invalid() : NotFound();
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await voices.FindAsync(id, HttpContext.RequestAborted) is not { } page)
            return false;
        Of = page;
        CanSettle = await voices.MayAsync(id, HttpContext.RequestAborted);
        Flags = await db.Set<PageFlag>().AsNoTracking().Where(f => f.PageId == id).OrderBy(f => f.SettledOn != null).ThenByDescending(f => f.SettledOn).ThenBy(f => f.On).ThenBy(f => f.Id).Take(Shown).ToListAsync(HttpContext.RequestAborted);
        return true;
    }

    internal sealed class FlagInput
    {
        [Display(Name = "Ce qui est périmé ou faux"), Required, StringLength(PageFlag.Longest), NoIdentity]
        public string? Word { get; set; }
    }
}
