using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What the network has in a person's hands: their sheet, and the requests that they took. The title never says the question: who hands over may not read it.</summary>
internal sealed class ExpertsHandOver(TimeProvider clock, BusinessDay day) : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var sheet = await db.Set<Expert>().AsNoTracking().Where(e => e.PersonId == personId && e.WithdrawnOn == null).Select(e => new { e.Id, e.Name }).FirstOrDefaultAsync(cancellation);
        if (sheet is null)
            return [];
        var taken = await Open(db, sheet.Id).AsNoTracking().Where(e => e.TakenOn != null).OrderBy(e => e.Request!.AskedOn).ThenBy(e => e.RequestId)
            .Select(e => new { e.RequestId, e.Request!.AskedOn, Topic = e.Request.Topic!.Name }).ToListAsync(cancellation);
        return
        [
            new(sheet.Id, ExpertsModule.Expert.Code, sheet.Name, "dans le réseau d’experts"),
            .. taken.Select(t => new CarriedItem(t.RequestId, ExpertsModule.Request.Code, $"Demande d’appui du {French.Date(t.AskedOn)}, {t.Topic}", "s’en occupe")),
        ];
    }

    /// <summary>The sheet leaves the network; requests wait for the successor, if they have a sheet, else for whoever keeps the basket.</summary>
    public async Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation)
    {
        if (await db.Set<Expert>().Include(e => e.Subject).FirstOrDefaultAsync(e => e.PersonId == personId && e.WithdrawnOn == null, cancellation) is not { } sheet)
            return;
        var (now, today) = (clock.GetUtcNow().UtcDateTime, day.Today);
        var heir = successorId is { } next ? await db.Set<Expert>().Where(e => e.PersonId == next && e.WithdrawnOn == null).Select(e => (int?)e.Id).FirstOrDefaultAsync(cancellation) : null;
        var open = Open(db, sheet.Id).Select(e => e.RequestId);
        foreach (var request in await db.Set<SupportRequest>().Include(r => r.Experts).Where(r => open.Contains(r.Id)).ToListAsync(cancellation))
        {
            foreach (var asked in request.Experts.Where(e => e.ExpertId == sheet.Id && e.Answer is ExpertAnswer.Waiting or ExpertAnswer.Taken).ToList())
                asked.GiveBack(today);
            if (heir is { } id && request.PersonId != successorId && !request.Experts.Any(e => e.ExpertId == id))
                request.Ask(id, $"prend la suite de {sheet.Name}", ChosenBy.Coordination, now, today);
            db.Touch(request);
        }
        sheet.Withdraw(lastDay);
    }

    private static IQueryable<RequestedExpert> Open(IntranetDb db, int expertId)
        => db.Set<RequestedExpert>().Where(e => e.ExpertId == expertId && e.AnsweredOn == null && e.DeclinedOn == null && e.ReleasedOn == null && e.Request!.ClosedOn == null && e.Request.CancelledOn == null);
}
