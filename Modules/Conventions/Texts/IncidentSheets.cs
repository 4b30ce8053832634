using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Two commands, when nothing was saved since.</summary>
internal sealed class IncidentSheets(ConventionBoard board) : IIncidentSheets
{
    public async Task<IReadOnlyList<IncidentSheet>> OfAsync(IntranetDb db, CurrentUser user, int establishmentId, DateOnly today, CancellationToken cancellation)
    {
        var conventions = await db.Set<Convention>().AsNoTracking().InScope(db, user)
            .Where(c => c.IncidentProtocols.Any() && c.Subject.Links.Any(l => l.Role == LinkRole.Establishment && l.ToId == establishmentId)).OrderBy(c => c.Subject.Title).Select(c => new { c.Id, c.Subject.Title }).ToListAsync(cancellation);
        if (conventions.Count == 0)
            return [];
        var lines = await board.ReadAsync(db, today, cancellation);
        return [.. from convention in conventions
            let line = lines.GetValueOrDefault(convention.Id)
            where line?.State is ConventionState.InForce or ConventionState.Renewal or ConventionState.ExpiredButApplied
            select new IncidentSheet(convention.Title, French.List(line.Partners.Select(p => p.Title)), $"/conventions/{convention.Id}/incidents/fiche")];
    }
}
