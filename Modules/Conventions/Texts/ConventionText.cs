using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What a convention says and the pages that go with it, in the order of the text: read by its tab and by the Word draft, in five commands.</summary>
internal sealed class ConventionText
{
    public required Convention Convention { get; init; }
    public required IReadOnlyList<Commitment> Commitments { get; init; }
    public required IReadOnlyList<SharingLine> Sharing { get; init; }
    public required IReadOnlyList<RoleLine> Roles { get; init; }
    public required IReadOnlyList<ProgrammeModule> Programme { get; init; }

    public IncidentProtocol? Protocol => Convention.IncidentProtocols.FirstOrDefault();
    public Narrative? Narrative => Convention.Narratives.FirstOrDefault();

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionText?> ReadAsync(IntranetDb db, CurrentUser user, int id, CancellationToken cancellation)
    {
        var convention = await db.Set<Convention>().AsNoTracking().Include(c => c.Kind).Include(c => c.Successors)
            .Include(c => c.IncidentProtocols).ThenInclude(p => p.Degrees.OrderBy(d => d.Order)).Include(c => c.Narratives)
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellation);
        return convention is null ? null : new ConventionText
        {
            Convention = convention,
            Commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.ConventionId == id).OrderByDescending(c => c.IsOurs).ThenBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(cancellation),
            Sharing = await db.Set<SharingLine>().AsNoTracking().Where(l => l.ConventionId == id).OrderBy(l => l.Order).ToListAsync(cancellation),
            Roles = await db.Set<RoleLine>().AsNoTracking().Where(r => r.ConventionId == id).OrderBy(r => r.Order).ToListAsync(cancellation),
            Programme = await db.Set<ProgrammeModule>().AsNoTracking().Where(m => m.ConventionId == id).OrderBy(m => m.Order).ToListAsync(cancellation),
        };
    }
}
