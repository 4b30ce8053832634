using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Declares a departure: all that the person carries, post by post a successor or a vacancy, three lines of relay.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class HandOverModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IHandOverSource> sources, IActor actor, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public IReadOnlyList<PersonHolding> Posts { get; private set; } = [];
    public Carried Carried { get; private set; } = Carried.Nothing;
    public IReadOnlyList<string> Colleagues { get; private set; } = [];
    public bool HasAccount { get; private set; }
    public bool MayDisable => HasAccount && user.May(Permission.Administer);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Input = new InputModel { LastDay = day.Today, Posts = [.. Posts.Select(p => new PostInput { HoldingId = p.Id })] };
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
            var person = await db.Set<Person>().Include(p => p.Subject).Include(p => p.Employments).SingleAsync(p => p.Id == id);
            var lastDay = Input.LastDay!.Value;
            await LeavePostsAsync(id, lastDay);
            if (!ModelState.IsValid)
                return this.Invalid();
            foreach (var job in person.Employments.Where(e => (e.To is null || e.To > lastDay) && e.From <= lastDay))
                job.Leave(lastDay);
            var successor = await PersonChoice.ResolveAsync(db, Input.Successor, lastDay, nameof(Input.Successor));
            if (successor == id)
                throw new BrokenRuleException("Choisissez une autre personne que celle qui part.", nameof(Input.Successor));
            foreach (var source in sources)
                await source.GiveAsync(db, id, successor, lastDay, HttpContext.RequestAborted);
            person.Depart(lastDay);
            person.Departures.Add(new Departure(lastDay, successor, Carried.All.Select(c => new DepartureItem(c.SubjectId, c.As, c.Due))));
            if (Input.DisableAccount && MayDisable && lastDay <= day.Today)
                await DisableAccountAsync(id);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Départ noté au {French.Date(Input.LastDay!.Value)}.";
        return LocalRedirect($"/personnes/{id}/releve/imprimer");
    }

    private async Task LeavePostsAsync(int id, DateOnly lastDay)
    {
        var ids = Posts.Select(p => p.PostId).ToList();
        var posts = await db.Set<Post>().Include(p => p.Holdings).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var held in Posts)
        {
            var index = Input.Posts.FindIndex(p => p.HoldingId == held.Id);
            var input = index < 0 ? new PostInput() : Input.Posts[index];
            var post = posts[held.PostId];
            try
            {
                if (held.From > lastDay)
                    post.Withdraw(held.Id, lastDay);
                else if (held.To is null || held.To >= lastDay)
                    post.EndHolding(held.Id, lastDay, input.Relay ?? held.Relay);
                var successor = await PersonChoice.ResolveAsync(db, input.Successor, lastDay, nameof(input.Successor));
                if (successor == id)
                    throw new BrokenRuleException("Choisissez une autre personne que celle qui part.");
                if (successor is { } next)
                    post.Appoint(next, lastDay.AddDays(1));
            }
            catch (BrokenRuleException broken)
            {
                ModelState.AddModelError(broken.Field == nameof(Holding.To) ? "Input.LastDay" : $"Input.Posts[{index}].Successor", broken.Message);
            }
        }
    }

    /// <summary>An administrator's act, ticked on the page and told in the history.</summary>
    private async Task DisableAccountAsync(int id)
    {
        foreach (var account in await db.Users.Where(a => a.PersonId == id && a.DisabledAt == null).ToListAsync())
            account.DisabledAt = clock.GetUtcNow().UtcDateTime;
        db.Add(AuditEntry.Telling(actor, clock, id, AuditAction.Event, "Compte désactivé au départ"));
    }

    private async Task<bool> ReadAsync(int id)
    {
        var today = day.Today;
        var person = await PersonSheet.Of(db.Set<Person>().InScope(db, user).Where(p => p.Id == id)).FirstOrDefaultAsync();
        if (person is null)
            return false;
        Name = person.Name;
        Posts = [.. person.Holdings.Where(h => !h.IsPast(today)).OrderBy(h => h.From)];
        Carried = await Carried.ReadAsync(db, user, sources, id, today, HttpContext.RequestAborted);
        Colleagues = await PersonChoice.ColleaguesOfAsync(db, id, today, HttpContext.RequestAborted);
        HasAccount = await db.Users.AnyAsync(a => a.PersonId == id && a.DisabledAt == null);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Dernier jour"), Required]
        public DateOnly? LastDay { get; set; }

        public List<PostInput> Posts { get; set; } = [];

        [Display(Name = "Qui reprend ce qui est suivi en son nom"), StringLength(300)]
        public string? Successor { get; set; }

        [Display(Name = "Désactiver son compte maintenant")]
        public bool DisableAccount { get; set; }
    }

    public sealed class PostInput
    {
        public int HoldingId { get; set; }

        [Display(Name = "Titulaire suivant"), StringLength(300)]
        public string? Successor { get; set; }

        [Display(Name = "Relais"), StringLength(2000), NoIdentity]
        public string? Relay { get; set; }
    }
}
