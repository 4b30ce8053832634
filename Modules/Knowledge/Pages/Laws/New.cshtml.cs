using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.Laws;

[Allow(Permission.WriteKnowledge)]
internal sealed class NewModel(IntranetDb db) : PageModel, ILawForm
{
    [BindProperty]
    public LawInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var law = Input.Create();
            db.Add(law);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Texte ajouté.";
            return LocalRedirect($"/connaissances/textes/{law.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
