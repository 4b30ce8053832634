using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>The relay sheet on A4: before a departure what is to be handed over, after it what was and to whom.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class HandOverPrintModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IHandOverSource> sources) : PageModel
{
    public string Name { get; private set; } = "";
    public Departure? Departure { get; private set; }
    public string? Successor { get; private set; }
    public IReadOnlyList<RelayPost> Posts { get; private set; } = [];
    public Carried Carried { get; private set; } = Carried.Nothing;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var person = await db.Set<Person>().AsNoTracking().InScope(db, user).Where(p => p.Id == id).Select(p => new
        {
            p.FirstName,
            p.LastName,
            Departure = p.DepartedOn == null ? null : p.Departures.OrderByDescending(d => d.Id).FirstOrDefault(),
            Successor = p.DepartedOn == null ? null : p.Departures.OrderByDescending(d => d.Id).Select(d => d.Successor!.FirstName + " " + d.Successor.LastName).FirstOrDefault(),
        }).FirstOrDefaultAsync();
        if (person is null)
            return NotFound();
        (Name, Departure, Successor) = ($"{person.FirstName} {person.LastName}".Trim(), person.Departure, person.Successor);
        Posts = await PostsAsync(id);
        Carried = Departure is null
            ? await Carried.ReadAsync(db, user, sources, id, Today, HttpContext.RequestAborted)
            : await Carried.ReadAsync(db, user, Departure, HttpContext.RequestAborted);
        return Page();
    }

    private Task<List<RelayPost>> PostsAsync(int id)
    {
        var (today, lastDay) = (Today, Departure?.LastDay);
        var holdings = db.Set<Holding>().AsNoTracking().Where(h => h.PersonId == id);
        holdings = lastDay is null ? holdings.Where(h => h.To == null || h.To >= today) : holdings.Where(h => h.To == lastDay);
        return holdings.OrderBy(h => h.From).Select(h => new RelayPost
        {
            Title = h.Post!.Title,
            Place = h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title,
            From = h.From,
            Relay = h.Relay,
            Superior = h.Post.Superior == null ? null : h.Post.Superior.Title,
            Next = h.Post.Holdings.Where(n => lastDay != null && n.From > lastDay).OrderBy(n => n.From)
                .Select(n => new RelayNext { Name = n.Person!.FirstName + " " + n.Person.LastName, From = n.From }).FirstOrDefault(),
        }).ToListAsync();
    }

    internal sealed class RelayPost
    {
        public required string Title { get; init; }
        public required string Place { get; init; }
        public required DateOnly From { get; init; }
        public required string Relay { get; init; }
        public required string? Superior { get; init; }
        public required RelayNext? Next { get; init; }
    }

    internal sealed class RelayNext
    {
        public required string Name { get; init; }
        public required DateOnly From { get; init; }
    }
}
