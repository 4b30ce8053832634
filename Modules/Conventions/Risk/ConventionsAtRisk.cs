using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The home page's list of conventions with a grave reason of risk, for those who can do something about it.</summary>
internal sealed class ConventionsAtRisk(ConventionBoard board) : IHomePart
{
    private const int Shown = 5;

    public HomePlace Place => HomePlace.Main;
    public int Order => 15;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!user.May(Permission.WriteConventions))
            return null;
        var lines = await new ConventionRegister(db, user, board, today).InScopeAsync(null, cancellation);
        var atRisk = lines.Where(l => l.Risks.Any(r => r.IsGrave)).OrderBy(l => l.Risks.Where(r => r.IsGrave).Min(r => r.Date) ?? DateOnly.MaxValue).ThenByDescending(l => l.Risks.Count).ToList();
        return atRisk.Count == 0 ? null : new HomeCard("/Pages/Conventions/_HomeAtRisk.cshtml", new AtRiskCard([.. atRisk.Take(Shown)], atRisk.Count, lines.Count(l => l.Risks.Count > 0)));
    }
}

/// <param name="Grave">Conventions with a grave reason.</param>
/// <param name="All">Conventions with any reason.</param>
internal sealed record AtRiskCard(IReadOnlyList<ConventionLine> Lines, int Grave, int All);
