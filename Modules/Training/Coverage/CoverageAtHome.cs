using Intranet.Shared;

namespace Intranet.Training;

/// <summary>The home page's figure for whoever reads a team: who holds all that applies to them.</summary>
internal sealed class CoverageAtHome(TrainingBoard board) : IHomePart
{
    public HomePlace Place => HomePlace.Aside;
    public int Order => 40;

    /// <summary>Two commands when nothing was saved: which teams, and that nothing was.</summary>
    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        // Whoever is nobody of ours and has no scope of their own leads no team: nothing is asked of the database.
        if (user.PersonId is null && (user.Roles & (Roles.Coordination | Roles.Direction)) == 0)
            return null;
        var places = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if (places.Count == 0)
            return null;
        var houses = places.Select(p => p.Id).ToHashSet();
        var snapshot = await board.ReadAsync(db, today, cancellation);
        var all = snapshot.Matrix(places, today).All;
        return all.Concerned == 0 ? null : new HomeCard("/Pages/Matrix/_HomeCoverage.cshtml", new CoverageCard(all, snapshot.Matrix(places, today.AddMonths(6)).All, snapshot.Vanished(houses).Count));
    }
}

/// <param name="InSixMonths">As foreseen today.</param>
/// <param name="Vanished">Requirements that fell to nothing with a departure.</param>
internal sealed record CoverageCard(AllHeld Today, AllHeld InSixMonths, int Vanished);
