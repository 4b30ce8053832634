using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Two records side by side; one is kept, the other leads to it.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class MergeModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IMergeSource> sources, IActor actor, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int Kept { get; set; }

    public PersonSheet Person { get; private set; } = null!;
    public PersonSheet? Other { get; private set; }
    public IReadOnlyList<DuplicateCandidate> Lookalikes { get; private set; } = [];
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int? avec, string? personne)
    {
        Typed = personne;
        if (!await ReadAsync(id, avec))
            return NotFound();
        if (Other is null && !string.IsNullOrWhiteSpace(personne))
        {
            try
            {
                var found = await PersonChoice.ResolveAsync(db, personne, day.Today, "");
                if (found is { } other && other != id)
                    return LocalRedirect($"/personnes/{id}/fusionner?avec={other}");
                ModelState.AddModelError("", "Choisissez une autre personne.");
            }
            catch (BrokenRuleException error)
            {
                ModelState.AddModelError("", error.Message);
            }
            return this.Invalid();
        }
        Kept = Other is { } o && o.Holdings.Count + o.Employments.Count > Person.Holdings.Count + Person.Employments.Count ? o.Id : id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int? avec)
    {
        if (!await ReadAsync(id, avec))
            return NotFound();
        if (Other is null || (Kept != id && Kept != avec))
        {
            ModelState.AddModelError("", "Choisissez la fiche à garder.");
            return this.Invalid();
        }
        await PersonMerge.MergeAsync(db, sources, actor, clock, Kept == id ? avec!.Value : id, Kept, HttpContext.RequestAborted);
        TempData["Toast"] = "Les deux fiches n’en font plus qu’une.";
        return LocalRedirect($"/personnes/{Kept}");
    }

    private async Task<bool> ReadAsync(int id, int? other)
    {
        var found = await PersonSheet.Of(db.Set<Person>().InScope(db, user).Where(p => p.Id == id || p.Id == other)).ToListAsync();
        if (found.FirstOrDefault(p => p.Id == id) is not { } person || other == id)
            return false;
        (Person, Other) = (person, found.FirstOrDefault(p => p.Id == other));
        if (Other is null)
            Lookalikes = await Duplicates.OfAsync(db, id, person.FirstName, person.LastName, person.Email, HttpContext.RequestAborted);
        return other is null || Other is not null;
    }
}
