using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>Names a holder: somebody known, or a new person at once. The post's other holdings are untouched.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class AppointModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public NewPersonInput New { get; set; } = new();

    public string Title { get; private set; } = "";
    public string Owner { get; private set; } = "";
    public IReadOnlyList<string> Current { get; private set; } = [];
    public IReadOnlyList<string> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int? personne)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Input.From = day.Today;
        if (personne is { } chosen)
            Input.Person = await db.Set<Person>().Where(p => p.Id == chosen).Select(p => PersonChoice.Text(p.Id, p.FirstName + " " + p.LastName, "")).FirstOrDefaultAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var post = await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).SingleAsync(p => p.Id == id);
            await using var transaction = await db.Database.BeginTransactionAsync();
            post.Appoint(await PersonAsync(), Input.From!.Value);
            post.Verify(day.Today, user.Name);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Titulaire nommé.";
        return LocalRedirect($"/postes/{id}");
    }

    private async Task<int> PersonAsync()
    {
        if (New.IsEmpty)
            return await PersonChoice.ResolveAsync(db, Input.Person, day.Today, nameof(Input.Person)) ?? throw new BrokenRuleException("Choisissez une personne, ou ajoutez-en une.", nameof(Input.Person));
        if (!string.IsNullOrWhiteSpace(Input.Person))
            throw new BrokenRuleException("Choisissez une personne de l’annuaire ou ajoutez-en une, pas les deux.", nameof(Input.Person));
        var person = New.Create();
        person.Verify(day.Today, user.Name);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private async Task<bool> ReadAsync(int id)
    {
        var today = day.Today;
        var post = await db.Set<Post>().AsNoTracking().Where(p => p.Id == id && p.ClosedOn == null && !p.IsServiceLine).Select(p => new
        {
            p.Title,
            Place = p.PartnerId ?? p.EstablishmentId!.Value,
            Owner = p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title,
            Current = p.Holdings.Where(h => h.To == null || h.To >= today).Select(h => h.Person!.FirstName + " " + h.Person.LastName).ToList(),
        }).FirstOrDefaultAsync();
        if (post is null)
            return false;
        (Title, Owner, Current) = (post.Title, post.Owner, post.Current);
        Colleagues = await PersonChoice.ColleaguesAsync(db, [post.Place], 0, today, HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Personne de l’annuaire"), StringLength(300)]
        public string? Person { get; set; }

        [Display(Name = "Depuis le"), Required]
        public DateOnly? From { get; set; }
    }
}
