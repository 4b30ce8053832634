using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>What training has in a person's hands: immersions to receive, and what to hand on after a session.</summary>
internal sealed class TrainingHandOver : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var immersions = await db.Set<Immersion>().AsNoTracking().Where(i => i.TutorId == personId && i.CancelledOn == null && i.To >= today).OrderBy(i => i.From)
            .Select(i => new { i.Id, i.Subject.Title, i.From }).ToListAsync(cancellation);
        var handOns = await db.Set<HandOn>().AsNoTracking().Where(h => h.PersonId == personId && h.DoneOn == null && h.Session!.CancelledOn == null).OrderBy(h => h.Due)
            .Select(h => new { h.SessionId, h.Session!.Title, h.Due }).ToListAsync(cancellation);
        return
        [
            .. immersions.Select(i => new CarriedItem(i.Id, TrainingModule.Immersion.Code, i.Title, "tutrice ou tuteur", i.From)),
            .. handOns.Select(h => new CarriedItem(h.SessionId, TrainingModule.Session.Code, h.Title, "à transmettre à l’équipe", h.Due)),
        ];
    }

    public async Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation)
    {
        foreach (var immersion in await db.Set<Immersion>().Include(i => i.Subject).Where(i => i.TutorId == personId && i.CancelledOn == null && i.To > lastDay).ToListAsync(cancellation))
            immersion.EntrustTo(successorId);
        foreach (var handOn in await db.Set<HandOn>().Where(h => h.PersonId == personId && h.DoneOn == null).ToListAsync(cancellation))
            handOn.Entrust(successorId);
    }
}
