using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>An employment by us: establishment, function, dates, end of a fixed-term contract, long leave (dates only).</summary>
[Allow(Permission.WriteContacts)]
internal sealed class EmploymentModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public StaffMember? Employment { get; private set; }
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];

    /// <summary>Functions of the list, proposed: another may be typed.</summary>
    public IReadOnlyList<string> Functions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int? employmentId, int? etablissement)
    {
        if (!await ReadAsync(id, employmentId))
            return NotFound();
        Input = Employment is { } job
            ? new InputModel { EstablishmentId = job.EstablishmentId, Function = job.Function, From = job.From, FixedTermEnd = job.FixedTermEnd, To = job.To, LongLeaveFrom = job.LongLeaveFrom, LongLeaveTo = job.LongLeaveTo }
            : new InputModel { EstablishmentId = etablissement, From = day.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int? employmentId)
    {
        if (!await ReadAsync(id, employmentId))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var job = Employment ?? Person.Employ(Input.EstablishmentId!.Value, Input.Function, Input.From!.Value);
            job.Work(Input.EstablishmentId!.Value, Input.Function, Input.From!.Value, Input.FixedTermEnd);
            job.TakeLongLeave(Input.LongLeaveFrom, Input.LongLeaveTo);
            if (Input.To is { } lastDay)
                job.Leave(lastDay);
            else
                job.Stay();
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Emploi enregistré.";
        return LocalRedirect($"/personnes/{id}");
    }

    private async Task<bool> ReadAsync(int id, int? employmentId)
    {
        var person = await db.Set<Person>().InScope(db, user).Include(p => p.Subject).Include(p => p.Employments).FirstOrDefaultAsync(p => p.Id == id);
        if (person is null)
            return false;
        Person = person;
        Employment = person.Employments.FirstOrDefault(e => e.Id == employmentId);
        if (employmentId is not null && Employment is null)
            return false;
        var chosen = Employment?.EstablishmentId;
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null || e.Id == chosen).OrderBy(e => e.Name)
            .Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync();
        Functions = await db.Set<ReferenceItem>().Where(i => i.List == ContactsLists.Functions.Code && i.IsActive).OrderBy(i => i.Order).Select(i => i.Code).ToListAsync();
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Établissement"), Required]
        public int? EstablishmentId { get; set; }

        [Display(Name = "Fonction"), Required, StringLength(200), NoIdentity]
        public string Function { get; set; } = "";

        [Display(Name = "Depuis le"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "Terme du contrat")]
        public DateOnly? FixedTermEnd { get; set; }

        [Display(Name = "Dernier jour")]
        public DateOnly? To { get; set; }

        [Display(Name = "Absence longue, du")]
        public DateOnly? LongLeaveFrom { get; set; }

        [Display(Name = "Absence longue, au")]
        public DateOnly? LongLeaveTo { get; set; }
    }
}
