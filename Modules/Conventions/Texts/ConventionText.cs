using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What a convention says and the pages that go with it, in the order of the text: read by its tab and by the Word draft, in three commands.</summary>
internal sealed class ConventionText
{
    /// <summary>With its parties and amendments, so that it can be read on a day.</summary>
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
        var convention = await db.Set<Convention>().AsNoTrackingWithIdentityResolution().Include(c => c.Kind).Include(c => c.Successors).WithAmendments()
            .Include(c => c.IncidentProtocols).ThenInclude(p => p.Degrees.OrderBy(d => d.Order)).Include(c => c.Narratives)
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (convention is null)
            return null;
        // Short lines, few of them: two lists at once cost less than a command more.
        var promised = await db.Set<Convention>().AsNoTracking().AsSingleQuery().Where(c => c.Id == id).Select(c => new
        {
            Commitments = c.Commitments.OrderByDescending(l => l.IsOurs).ThenBy(l => l.DueOn == null).ThenBy(l => l.DueOn).ThenBy(l => l.Id).ToList(),
            Sharing = c.Sharing.OrderBy(l => l.Order).ToList(),
        }).FirstAsync(cancellation);
        var beside = await db.Set<Convention>().AsNoTracking().AsSingleQuery().Where(c => c.Id == id).Select(c => new
        {
            Roles = c.Roles.OrderBy(l => l.Order).ToList(),
            Programme = c.Programme.OrderBy(l => l.Order).ToList(),
        }).FirstAsync(cancellation);
        return new ConventionText { Convention = convention, Commitments = promised.Commitments, Sharing = promised.Sharing, Roles = beside.Roles, Programme = beside.Programme };
    }
}
