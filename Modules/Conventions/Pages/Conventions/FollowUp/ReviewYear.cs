using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>A year with its review, written or owed.</summary>
/// <param name="IsOwed">The rule asks for it.</param>
internal sealed record ReviewYear(int Year, AnnualReview? Review, bool IsOwed)
{
    /// <summary>What was written and what is owed, the last year first.</summary>
    public static IReadOnlyList<ReviewYear> Of(ConventionFacts facts, IReadOnlyCollection<AnnualReview> reviews, DateOnly today, int pastYears)
    {
        var owed = ReviewDue.Years(facts, today, pastYears).ToList();
        return [.. owed.Union(reviews.Select(r => r.Year)).OrderDescending().Select(y => new ReviewYear(y, reviews.FirstOrDefault(r => r.Year == y), owed.Contains(y)))];
    }

    public DateOnly Due => ReviewDue.On(Year);

    public bool IsLate(DateOnly today) => IsOwed && Review?.HeldOn is null && Due < today;

    public (string Label, string Icon, string Tone) State(DateOnly today) => Review switch
    {
        { IsSigned: true } => ("Signé des deux côtés", "circle-check", "is-ok"),
        { SignedByUsOn: not null } => ("Signé par nous", "signature", "is-info"),
        { SignedByPartnerOn: not null } => ("Signé par le partenaire", "signature", "is-info"),
        { HeldOn: not null } => ("À signer", "signature", "is-info"),
        _ when IsLate(today) => ("En retard", "clipboard-x", "is-warn"),
        null => ("À tenir", "clipboard-list", ""),
        _ => ("En préparation", "pencil", ""),
    };
}

/// <summary>The levels observed over the years, as steps: an ordinal scale has no line between two years and no average.</summary>
internal sealed class LevelCurve(ArticulationLevel? agreed, IEnumerable<ReviewYear> years)
{
    public const int Width = 360;
    public const int Height = 176;
    private const int Left = 2, Right = 2, Top = 20, Bottom = 26;

    public ArticulationLevel? Agreed { get; } = agreed;

    /// <summary>Ascending; a year without a level leaves a gap, which is no zero.</summary>
    public IReadOnlyList<(int Year, ArticulationLevel? Level)> Steps { get; } = [.. years.OrderBy(y => y.Year).Select(y => (y.Year, y.Review?.ObservedLevel))];

    public bool IsWorthDrawing => Steps.Any(s => s.Level is not null);
    public static int PlotLeft => Left;
    public static int PlotRight => Width - Right;

    public double From(int index) => Left + index * StepWidth;
    public double StepWidth => (double)(Width - Left - Right) / Math.Max(1, Steps.Count);
    public static double Y(ArticulationLevel level) => Height - Bottom - (int)level * (Height - Top - Bottom) / 3.0;

    public string Summary => string.Join(", ", Steps.Select(s => $"{s.Year} : {Word(s.Level)}")) + (Agreed is { } level ? $" ; niveau convenu : {Word(level)}" : "");

    /// <summary>« 2, partage minimal de connaissance », « non renseigné ».</summary>
    public static string Word(ArticulationLevel? level) => level is { } known ? $"{(int)known}, {Labels.Of(known).ToLowerInvariant()}" : "non renseigné";

    /// <summary>The level observed against the agreed one, without blame: under, at, above.</summary>
    public static string Against(ArticulationLevel? observed, ArticulationLevel? agreed) => (observed, agreed) switch
    {
        (null, _) or (_, null) => "",
        var (o, a) when o < a => "sous le niveau convenu",
        var (o, a) when o > a => "au-delà du niveau convenu",
        _ => "au niveau convenu",
    };
}
