using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.Poles;

[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var pole = new Pole(Input.Name!);
            db.Add(pole);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Pôle ajouté.";
            return LocalRedirect($"/poles/{pole.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    public sealed class InputModel
    {
        [Display(Name = "Nom"), Required, StringLength(150), NoIdentity]
        public string? Name { get; set; }
    }
}
