using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>A post that no longer exists at its organisation: kept with its history, no longer asked about.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class CloseModel(IntranetDb db, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PostSheet Post { get; private set; } = null!;
    public IEnumerable<PostHolder> Holders => Post.Holders.Where(h => h.IsOn(day.Today));

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Input.On = day.Today;
        return await ReadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (Input.On > day.Today)
            ModelState.AddModelError("Input.On", "Indiquez un jour passé, ou aujourd’hui.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var post = await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).SingleAsync(p => p.Id == id);
            post.Close(Input.On!.Value);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Poste supprimé, son histoire reste.";
        return LocalRedirect($"/postes/{id}");
    }

    private async Task<bool> ReadAsync(int id)
        => (Post = (await PostSheet.Of(db.Set<Post>().Where(p => p.Id == id && p.ClosedOn == null), day.Today).FirstOrDefaultAsync())!) is not null;

    public sealed class InputModel
    {
        [Display(Name = "Dernier jour du poste"), Required]
        public DateOnly? On { get; set; }
    }
}
