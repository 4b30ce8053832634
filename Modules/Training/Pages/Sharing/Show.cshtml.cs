using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sharing;

/// <summary>One series: its regularity and the days on which it was held, with how many people.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public SharingRow Row { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Input = new() { On = Today, Version = Row.Sharing.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var sharing = await db.Set<SharingTime>().Include(s => s.Subject).Include(s => s.Held).AsSingleQuery().InScope(db, user).FirstOrDefaultAsync(s => s.Id == id);
        if (sharing is null)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        if (!ModelState.IsValid)
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        try
        {
            db.Expect(sharing, Input.Version);
            sharing.Note(Input.On!.Value, Input.HeadCount!.Value, Today);
            db.Touch(sharing);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Une séance vient d’être notée par quelqu’un d’autre : la liste est à jour. Vérifiez, puis enregistrez de nouveau si besoin.");
            return await AgainAsync(id, StatusCodes.Status409Conflict);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Toast"] = $"Séance du {French.Date(Input.On.Value)} notée.";
        return LocalRedirect($"/formations/temps-de-partage/{id}");
    }

    // What was typed stays; saving again is a knowing choice.
    private async Task<IActionResult> AgainAsync(int id, int status)
    {
        db.ChangeTracker.Clear();
        await ReadAsync(id);
        Input.Version = Row.Sharing.Version;
        ModelState.Remove("Input.Version");
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Set<SharingTime>().InScope(db, user).Where(s => s.Id == id).Rows(Today).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } row)
            return false;
        Row = row;
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Date de la séance"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Personnes présentes"), Required, Range(1, 500)]
        public int? HeadCount { get; set; }

        public int Version { get; set; }
    }
}
