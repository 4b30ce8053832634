using Intranet.Shared;

namespace Intranet.Training.Pages;

/// <summary>How far a team, or several, are from what is aimed at: a figure, a bar, and how many hold it for less than six months.</summary>
/// <param name="Address">Where the people are; null for a total.</param>
internal sealed record CoverageMark(string Figure, string Words, double? Share, int? Target, int Expiring, string? Address)
{
    /// <summary>Points under the target from which it is red.</summary>
    private const int Far = 20;

    public bool IsFar => Share * 100 < Target - Far;
    public bool IsShort => Share * 100 < Target;
    public string Tone => IsFar ? "bad" : IsShort ? "warn" : "primary";

    public static CoverageMark Of(CoverageCell cell)
        => new(cell.Requirement.AtLeast is { } n ? $"{cell.Holders} sur {n}" : Percent(cell.Share), $"{cell.Holders} sur {cell.Concerned}{(cell.Later.Any() ? $", {cell.Later.Count()} à former plus tard" : "")}",
            cell.Requirement.AtLeast is { } least ? Math.Min(1, (double)cell.Holders / least) : cell.Share, cell.Requirement.AtLeast is null ? cell.Requirement.Target : 100, cell.Expiring.Count(), $"/formations/couverture/{cell.House.Id}/{cell.Requirement.Id}");

    public static CoverageMark Of(CoverageTotal total)
        => new(Percent(total.Share), total.Requirement.AtLeast is null ? $"{total.Holders} sur {total.Concerned}" : $"{total.Holders} équipes sur {total.Concerned}", total.Share, total.Requirement.Target, total.Expiring, null);

    private static string Percent(double? share) => share is { } known ? French.Percent(known) : "–";
}
