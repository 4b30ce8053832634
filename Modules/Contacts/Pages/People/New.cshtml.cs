using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.People;

/// <summary>What the form of a person needs around its values.</summary>
internal interface IPersonForm
{
    PersonInput Input { get; }
    FormConflict? Conflict { get; }
}

/// <summary>A new person; the probable duplicates are shown before.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>Ticked after having seen those who look alike.</summary>
    [BindProperty]
    public bool IsSomebodyElse { get; set; }

    public FormConflict? Conflict => null;
    public IReadOnlyList<DuplicateCandidate> Lookalikes { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        Lookalikes = await Duplicates.OfAsync(db, 0, Input.FirstName ?? "", Input.LastName, Input.Email ?? "", HttpContext.RequestAborted);
        if (Lookalikes.Count > 0 && !IsSomebodyElse)
        {
            ModelState.AddModelError("", "Cette personne est peut-être déjà dans l’annuaire.");
            return this.Invalid();
        }
        Person person;
        try
        {
            person = new Person(Input.FirstName ?? "", Input.LastName, "");
            Input.Apply(person);
            person.Verify(day.Today, user.Name);
            db.Add(person);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"{person.FullName} est dans l’annuaire.";
        return LocalRedirect($"/personnes/{person.Id}");
    }
}
