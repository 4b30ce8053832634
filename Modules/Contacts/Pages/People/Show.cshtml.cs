using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>A person: what they hold and held, how to reach them, who stands in.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, SheetParts parts) : PageModel
{
    public PersonSheet Person { get; private set; } = null!;
    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>What the other modules say of them.</summary>
    public IReadOnlyList<HomeCard> Main { get; private set; } = [];
    public IReadOnlyList<HomeCard> Aside { get; private set; } = [];
    public IReadOnlyList<DuplicateCandidate> Lookalikes { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    /// <summary>Ends of contracts and long leaves are for those who manage, and for oneself.</summary>
    public bool SeesContracts => CanWrite || user.PersonId == Person.Id;
    public Freshness Freshness => Verification.Of(Person.VerifiedOn, Verification.Months, Today);
    public bool HasLeft => Person.DepartedOn < Today;
    public PersonAbsence? Away => Person.Absences.FirstOrDefault(a => a.From <= Today && a.To >= Today);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var person = await PersonSheet.Of(db.Set<Person>().Where(p => p.Id == id)).FirstOrDefaultAsync(HttpContext.RequestAborted);
        if (person is null || person.ErasedOn is not null)
            return NotFound();
        if (person.MergedIntoId is { } kept)
            return LocalRedirectPermanent($"/personnes/{kept}");
        Person = person;
        Timeline = await db.TimelineOf(id, user).Take(20).ToListAsync(HttpContext.RequestAborted);
        Main = await parts.ReadAsync(ContactsModule.Person, HomePlace.Main, id, HttpContext.RequestAborted);
        Aside = await parts.ReadAsync(ContactsModule.Person, HomePlace.Aside, id, HttpContext.RequestAborted);
        if (CanWrite)
            Lookalikes = await Duplicates.OfAsync(db, id, person.FirstName, person.LastName, person.Email, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostVerifyAsync(int id)
    {
        var person = await db.Set<Person>().InScope(db, user).Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id);
        if (person is null)
            return NotFound();
        person.Verify(Today, user.Name);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Coordonnées vérifiées.";
        return LocalRedirect($"/personnes/{id}");
    }
}
