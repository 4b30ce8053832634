using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public ServiceInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly? ClosedOn { get; private set; }
    public ServiceChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } service)
            return NotFound();
        Input = ServiceInput.From(service);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } service)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(service, Input.Version);
            Input.Apply(service);
            db.Entry(service).Property(s => s.Version).IsModified = true;
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = ServiceInput.From(await db.Set<Service>().AsNoTracking().Include(s => s.Admission).SingleAsync(s => s.Id == id));
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs,
                (nameof(Input.Publics), Choices.Publics), (nameof(Input.Measures), Choices.Measures), (nameof(Input.ContactPostId), Choices.Posts));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Dispositif enregistré.";
        return LocalRedirect($"/dispositifs/{id}");
    }

    public Task<IActionResult> OnPostCloseAsync(int id) => ChangeAsync(id, s => s.Close(day.Today), "Dispositif fermé.");

    public Task<IActionResult> OnPostReopenAsync(int id) => ChangeAsync(id, s => s.Reopen(), "Dispositif rouvert.");

    private async Task<IActionResult> ChangeAsync(int id, Action<Service> change, string toast)
    {
        if (await FindAsync(id) is not { } service)
            return NotFound();
        change(service);
        await db.SaveChangesAsync();
        TempData["Toast"] = toast;
        return LocalRedirect($"/dispositifs/{id}");
    }

    private async Task<Service?> FindAsync(int id)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var service = await db.Set<Service>().Include(s => s.Subject).Include(s => s.Admission).FirstOrDefaultAsync(s => s.Id == id && own.Any(o => o.Id == s.EstablishmentId));
        if (service is null)
            return null;
        (Id, Name, ClosedOn) = (id, service.Name, service.ClosedOn);
        Choices = await ServiceChoices.ReadAsync(db, service.EstablishmentId, [.. CodeList.Split(service.Publics), .. CodeList.Split(service.Measures)]);
        return service;
    }
}
