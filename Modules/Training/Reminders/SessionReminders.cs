using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>
/// A session begins within a week, then tomorrow: who receives it makes ready, the heads of those enrolled have a copy. Those enrolled have it in their
/// calendar and by mail, since most of them hold no post. Off at first.
/// </summary>
internal sealed class SessionComing : IReminderSource
{
    public ReminderRule Rule { get; } = new("session-coming", "Session de formation qui approche", [7, 1], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        foreach (var session in await OpenSession.ReadAsync(db, s => s.From >= today && s.From <= until, today, cancellation))
        {
            var host = heads.Of(session.EstablishmentId);
            yield return new DueFact
            {
                SubjectId = session.Id,
                Due = session.From,
                Action = "Préparer la session",
                Context = $"{French.Count(session.Seated, "personne inscrite", "personnes inscrites")}{(session.Place.Length > 0 ? $", {session.Place}" : "")}.",
                PostId = host,
                Copies = [.. session.Teams.Distinct().Select(t => heads.Of(t)).OfType<int>().Where(p => p != host).Distinct()],
            };
        }
    }
}

/// <summary>A session still below its minimum ten days before: fill it, move it or call it off. Off at first.</summary>
internal sealed class SessionBelowMinimum : IReminderSource
{
    public const int Days = 10;

    public ReminderRule Rule { get; } = new("session-minimum", "Session sous son effectif minimal", [7, 0], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (heads, last) = (await TeamHeads.ReadAsync(db, today, cancellation), until.AddDays(Days));
        foreach (var session in await OpenSession.ReadAsync(db, s => s.From > today && s.From <= last, today, cancellation))
        {
            if (session.Seated >= session.Minimum)
                continue;
            yield return new DueFact
            {
                SubjectId = session.Id,
                Due = session.From.AddDays(-Days),
                Action = "Compléter, déplacer ou annuler la session",
                Context = $"{French.Count(session.Seated, "personne inscrite", "personnes inscrites")}, il en faut {French.Number(session.Minimum)}\u00a0; elle commence le {French.Date(session.From)}.",
                PostId = heads.Of(session.EstablishmentId),
            };
        }
    }
}

/// <summary>A session neither called off nor closed.</summary>
internal sealed class OpenSession
{
    public required int Id { get; init; }
    public required DateOnly From { get; init; }
    public required string Place { get; init; }
    public required int? EstablishmentId { get; init; }
    public required int Minimum { get; init; }
    public required int Seated { get; init; }

    /// <summary>Establishments of those who have a seat, one for each.</summary>
    public required List<int> Teams { get; init; }

    public static Task<List<OpenSession>> ReadAsync(IntranetDb db, System.Linq.Expressions.Expression<Func<TrainingSession, bool>> which, DateOnly today, CancellationToken cancellation)
        => db.Set<TrainingSession>().AsNoTracking().AsSingleQuery().Where(s => s.CancelledOn == null && s.ClosedOn == null).Where(which).OrderBy(s => s.From).ThenBy(s => s.Id).Select(s => new OpenSession
        {
            Id = s.Id,
            From = s.From,
            Place = s.Place,
            EstablishmentId = s.EstablishmentId,
            Minimum = s.Minimum,
            Seated = s.Enrolments.Count(e => e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null),
            Teams = s.Enrolments.Where(e => e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null && e.PersonId != null)
                .SelectMany(e => e.Person!.Employments).Where(m => m.From <= today && (m.To == null || m.To >= today)).Select(m => m.EstablishmentId).ToList(),
        }).ToListAsync(cancellation);
}
