using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>Defines a word; an acronym met in texts comes already written.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, GlossaryWords words) : PageModel, ITermForm
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task OnGetAsync(string? sigle)
    {
        Others = (await TermChoices.ReadAsync(db, user, HttpContext.RequestAborted)).Others(0);
        if (sigle is { Length: > 0 and <= UnknownAcronym.Longest })
            Input.Acronyms = sigle;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var choices = await TermChoices.ReadAsync(db, user, HttpContext.RequestAborted);
        Others = choices.Others(0);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var term = Input.Write(null, choices);
            term.Verify(day.Today);
            db.Add(term);
            await term.SaveAsync(db, words);
            TempData["Toast"] = "Terme défini : il s’explique maintenant dans les pages et les fiches.";
            return LocalRedirect($"/glossaire/{term.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
