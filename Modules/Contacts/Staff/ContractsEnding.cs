using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A fixed-term contract that ends and that nobody handed over: written departure, declared hand-over or a later term end it.</summary>
internal sealed class ContractsEnding : IReminderSource
{
    public ReminderRule Rule { get; } = new("contract-ending", "Contrat qui se termine sans passation", [60, 30, 7, -1]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var staff = db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.To == null && s.FixedTermEnd <= until && s.Person!.ErasedOn == null && (s.Person.DepartedOn == null || s.Person.DepartedOn < s.From) && !s.Person.Departures.Any(d => d.LastDay >= s.From))
            .OrderBy(s => s.FixedTermEnd)
            .Select(s => new
            {
                s.PersonId,
                End = s.FixedTermEnd!.Value,
                s.Function,
                Place = s.Establishment!.Subject.Title,
                // Whose own contract it is doesn't answer for it: the level above does.
                Head = s.Establishment.Posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null && !p.Holdings.Any(h => h.PersonId == s.PersonId && (h.To == null || h.To >= today))).Min(p => (int?)p.Id),
                Above = s.Establishment.Posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null).Min(p => p.SuperiorId),
            });
        await foreach (var job in staff.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DueFact
            {
                SubjectId = job.PersonId,
                Due = job.End,
                Action = job.End < today ? "Noter le départ ou prolonger le contrat" : "Préparer la passation",
                Context = $"{job.Function}, {job.Place}\u00a0: fin du contrat le {French.Date(job.End)}, passation non faite.",
                PostId = job.Head ?? job.Above,
            };
        }
    }
}
