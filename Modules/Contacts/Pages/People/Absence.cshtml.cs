using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Days away and who stands in: dates only, nowhere to write a reason.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class AbsenceModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public Absence? Absence { get; private set; }
    public IReadOnlyList<string> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int? absenceId)
    {
        if (!await ReadAsync(id, absenceId))
            return NotFound();
        if (Absence is { } absence)
            Input = new InputModel { From = absence.From, To = absence.To, SubstituteId = absence.Substitute is { } s ? PersonChoice.Text(s.Id, s.FullName, "") : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int? absenceId)
    {
        if (!await ReadAsync(id, absenceId))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var substitute = await PersonChoice.ResolveAsync(db, Input.SubstituteId, day.Today, nameof(Input.SubstituteId));
            if (Absence is { } absence)
                absence.Change(Person, Input.From!.Value, Input.To!.Value, substitute);
            else
                Person.BeAway(Input.From!.Value, Input.To!.Value, substitute);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Absence enregistrée.";
        return LocalRedirect($"/personnes/{id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, int? absenceId)
    {
        if (!await ReadAsync(id, absenceId) || Absence is null)
            return NotFound();
        Person.Absences.Remove(Absence);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Absence retirée.";
        return LocalRedirect($"/personnes/{id}");
    }

    private async Task<bool> ReadAsync(int id, int? absenceId)
    {
        var person = await db.Set<Person>().InScope(db, user).Include(p => p.Subject).Include(p => p.Absences).ThenInclude(a => a.Substitute).FirstOrDefaultAsync(p => p.Id == id);
        if (person is null)
            return false;
        Person = person;
        Absence = person.Absences.FirstOrDefault(a => a.Id == absenceId);
        if (absenceId is not null && Absence is null)
            return false;
        Colleagues = await PersonChoice.ColleaguesOfAsync(db, id, day.Today, HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Du"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "Au"), Required]
        public DateOnly? To { get; set; }

        [Display(Name = "Remplacement par"), StringLength(300)]
        public string? SubstituteId { get; set; }
    }
}
