using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Declared trainings that wait for an answer, an establishment and a day of declaration together; nobody is named. Off at first.</summary>
internal sealed class ProofsToVerify(TrainingBoard board) : IReminderSource
{
    /// <summary>Days within which one answers.</summary>
    public const int Days = 14;

    public ReminderRule Rule { get; } = new("training-proof", "Attestation à vérifier", [7, 0, -7], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = until.AddDays(-Days);
        var waiting = await db.Set<TrainingRecord>().AsNoTracking().Where(r => r.AcceptedOn == null && r.RefusedOn == null && r.CancelledOn == null && r.SubmittedOn <= last)
            .Select(r => new { r.PersonId, r.SubmittedOn }).ToListAsync(cancellation);
        if (waiting.Count == 0)
            yield break;
        var (places, heads) = (new WorkPlaces((await board.ReadAsync(db, today, cancellation)).Facts), await TeamHeads.ReadAsync(db, today, cancellation));
        foreach (var group in waiting.Select(w => (w.PersonId, w.SubmittedOn, Place: places.On(w.PersonId, today))).Where(w => w.Place is not null).GroupBy(w => (Place: w.Place!.Value, w.SubmittedOn)).OrderBy(g => g.Key.SubmittedOn).ThenBy(g => g.Key.Place))
        {
            yield return new DueFact
            {
                SubjectId = group.Key.Place,
                Due = group.Key.SubmittedOn.AddDays(Days),
                Action = "Vérifier les attestations déclarées",
                Context = $"{French.Count(group.Count(), "formation déclarée", "formations déclarées")} le {French.Date(group.Key.SubmittedOn)}, à accepter ou à refuser dans Formations.",
                PostId = heads.Of(group.Key.Place, group.Select(w => w.PersonId)),
            };
        }
    }
}

/// <summary>What a team that sent people to a session gives to the others: due, then late. Off at first.</summary>
internal sealed class HandOnsDue : IReminderSource
{
    public ReminderRule Rule { get; } = new("training-hand-on", "Transmission après une session", [7, 0, -7], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var waiting = await db.Set<HandOn>().AsNoTracking().Where(h => h.DoneOn == null && h.Due <= until && h.Session!.CancelledOn == null)
            .Select(h => new { h.EstablishmentId, h.Due, h.Session!.Title }).ToListAsync(cancellation);
        if (waiting.Count == 0)
            yield break;
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        // Each team answers for its own: the reminder is about the team, not about the session that several share.
        foreach (var group in waiting.GroupBy(h => (h.EstablishmentId, h.Due)).OrderBy(g => g.Key.Due).ThenBy(g => g.Key.EstablishmentId))
        {
            yield return new DueFact
            {
                SubjectId = group.Key.EstablishmentId,
                Due = group.Key.Due,
                Action = "Transmettre à l’équipe ce qui a été appris",
                Context = $"Après {French.List(group.Select(h => $"«\u00a0{h.Title}\u00a0»").Distinct())}\u00a0: un point en réunion ou une page, avant le {French.Date(group.Key.Due)}.",
                PostId = heads.Of(group.Key.EstablishmentId),
            };
        }
    }
}

/// <summary>An immersion over for fifteen days, of which nothing was said. Off at first.</summary>
internal sealed class ImmersionReturns : IReminderSource
{
    public const int Days = 15;

    public ReminderRule Rule { get; } = new("immersion-return", "Retour d’immersion à écrire", [0, -14], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = until.AddDays(-Days);
        var waiting = await db.Set<Immersion>().AsNoTracking().Where(i => i.CancelledOn == null && i.ReturnedOn == null && i.To <= last).OrderBy(i => i.To).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.To, i.EstablishmentId, Partner = i.Partner!.Name }).ToListAsync(cancellation);
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        foreach (var immersion in waiting)
        {
            yield return new DueFact
            {
                SubjectId = immersion.Id,
                Due = immersion.To.AddDays(Days),
                Action = "Écrire le retour d’immersion",
                Context = $"Avec {immersion.Partner}, {(immersion.To < today ? "finie" : "qui finit")} le {French.Date(immersion.To)}.",
                PostId = heads.Of(immersion.EstablishmentId),
            };
        }
    }
}
