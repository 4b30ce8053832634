using System.Collections.Frozen;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>On which side a line of a frame is read, since its two ends are free text.</summary>
internal static class SharingSides
{
    private static readonly FrozenSet<string> Ours = new[] { "l etablissement", "etablissement", "nous", "notre etablissement", "notre equipe", "l equipe", "l equipe de l etablissement", "l equipe educative" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// True only when the line plainly comes to us and not from us. In doubt it is ours to say: a team must never miss a duty
    /// because of how its line was worded.
    /// </summary>
    /// <param name="establishment">Title of the establishment that reads.</param>
    public static bool IsToUs(SharingLine line, string establishment) => IsUs(line.To, establishment) && !IsUs(line.From, establishment);

    private static bool IsUs(string end, string establishment)
    {
        var folded = Folding.Fold(end);
        return Ours.Contains(folded) || folded == Folding.Fold(establishment) || folded == "le " + Folding.Fold(establishment);
    }
}
