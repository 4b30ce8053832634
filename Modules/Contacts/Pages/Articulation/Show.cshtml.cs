using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Articulation;

/// <summary>One link between an establishment and a partner, observation after observation.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user) : PageModel
{
    public IReadOnlyList<Observation> Observations { get; private set; } = [];
    public Observation Latest => Observations[0];
    public int Id { get; private set; }
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Id = id;
        var all = db.Set<ArticulationObservation>().AsNoTracking().InScope(db, user);
        Observations = await all.Where(o => all.Any(asked => asked.Id == id && asked.PartnerId == o.PartnerId && asked.EstablishmentId == o.EstablishmentId))
            .OrderByDescending(o => o.On).ThenByDescending(o => o.Id)
            .Select(o => new Observation
            {
                Id = o.Id,
                PartnerId = o.PartnerId,
                Partner = o.Partner!.Name,
                EstablishmentId = o.EstablishmentId,
                Establishment = o.Establishment!.Kind + " " + o.Establishment.Name,
                On = o.On,
                Level = o.Level,
                Aimed = o.Aimed,
                Comment = o.Comment,
                Author = o.Author,
            }).ToListAsync();
        return Observations.Count == 0 ? NotFound() : Page();
    }

    internal sealed class Observation
    {
        public required int Id { get; init; }
        public required int PartnerId { get; init; }
        public required string Partner { get; init; }
        public required int EstablishmentId { get; init; }
        public required string Establishment { get; init; }
        public required DateOnly On { get; init; }
        public required ArticulationLevel? Level { get; init; }
        public required ArticulationLevel? Aimed { get; init; }
        public required string Comment { get; init; }
        public required string Author { get; init; }
    }
}
