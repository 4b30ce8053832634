using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>An establishment whose team the reader sees.</summary>
internal sealed record TeamPlace(int Id, string Name, int? PoleId, string? Pole)
{
    /// <summary>All of them, in one command; none for who reads nobody's training but their own.</summary>
    public static Task<List<TeamPlace>> ReadableAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
        => ReadAsync(db, db.ReadableTeams(user, today), cancellation);

    /// <summary>Those whose people the reader enrols.</summary>
    public static Task<List<TeamPlace>> ManagedAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
        => ReadAsync(db, db.ManagedTeams(user, today), cancellation);

    private static Task<List<TeamPlace>> ReadAsync(IntranetDb db, IQueryable<int> teams, CancellationToken cancellation)
        => db.Set<Establishment>().AsNoTracking().Where(e => teams.Any(id => id == e.Id)).OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Select(e => new TeamPlace(e.Id, (e.Kind + " " + e.Name).Trim(), e.PoleId, e.Pole!.Name)).ToListAsync(cancellation);
}
