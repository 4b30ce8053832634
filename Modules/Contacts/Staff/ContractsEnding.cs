using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A fixed-term contract that ends soon and whose departure is not written yet.</summary>
internal sealed class ContractsEnding : IReminderSource
{
    public ReminderRule Rule { get; } = new("contract-ending", "Contrat à terme", [60, 30, 7], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var staff = db.Set<StaffMember>().AsNoTracking().InPost(today)
            .Where(s => s.To == null && s.FixedTermEnd != null && s.FixedTermEnd <= until)
            .Select(s => new
            {
                s.PersonId,
                End = s.FixedTermEnd!.Value,
                s.Function,
                Place = s.Establishment!.Subject.Title,
                Head = s.Establishment.Posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null).Min(p => (int?)p.Id),
            });
        await foreach (var job in staff.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DueFact
            {
                SubjectId = job.PersonId,
                Due = job.End,
                Action = "Prévoir la fin du contrat",
                Context = $"{job.Function}, {job.Place}.",
                PostId = job.Head,
            };
        }
    }
}
