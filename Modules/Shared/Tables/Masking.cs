namespace Intranet.Shared;

/// <summary>
/// Masks counts of people under 5, and a second one where subtraction would give the first back (trade.md, "Masking"). Zero is
/// shown: it speaks of nobody.
/// </summary>
/// <example>
/// 3 + 12 + 20 = 35 is shown as « &lt; 5 », « masqué », 20 and 35; 3 + 4 + 20 = 27 as « &lt; 5 », « &lt; 5 », 20 and 27.
/// </example>
public static class Masking
{
    /// <summary>The least number of people that is shown.</summary>
    public const int Least = 5;

    /// <summary>A count that belongs to no sum on the page.</summary>
    /// <param name="count">People, 0 or more.</param>
    public static MaskedCount Alone(int count) => Show(count, MaskOf(count));

    /// <summary>A total shown with one or more breakdowns of it (by month, by source…), each of which adds up to it.</summary>
    /// <param name="breakdowns">Counts, 0 or more; the same sum in each.</param>
    /// <exception cref="ArgumentException">There is no breakdown, or two of them differ in their sum.</exception>
    public static MaskedSum Sum(params IReadOnlyList<IReadOnlyList<int>> breakdowns)
    {
        if (breakdowns.Select(b => b.Sum()).Distinct().Count() != 1)
            throw new ArgumentException("Breakdowns of one total add up to the same.", nameof(breakdowns));
        var total = breakdowns[0].Sum();
        var totalMask = MaskOf(total);
        var masks = breakdowns.Select(b => b.Select(MaskOf).ToArray()).ToList();
        for (var again = true; again;)
        {
            again = false;
            for (var b = 0; b < masks.Count; b++)
            {
                while (Betrays(breakdowns[b], masks[b], total, totalMask))
                {
                    HideOneMore(breakdowns[b], masks[b], ref totalMask);
                    again = true;
                }
            }
        }
        return new MaskedSum(Show(total, totalMask), [.. breakdowns.Select((b, i) => (IReadOnlyList<MaskedCount>)[.. b.Select((count, j) => Show(count, masks[i][j]))])]);
    }

    private static Mask MaskOf(int count) => count is > 0 and < Least ? Mask.Small : Mask.None;

    private static MaskedCount Show(int count, Mask mask) => new(mask == Mask.None ? count : null, mask);

    /// <summary>
    /// A reader who knows that « &lt; 5 » is 1 to 4, that « masqué » is 5 or more and that the parts add up to the total can tell
    /// what is masked: for some masked number only one value is possible.
    /// </summary>
    private static bool Betrays(IReadOnlyList<int> parts, Mask[] masks, int total, Mask totalMask)
    {
        if (totalMask == Mask.Hidden && masks.Where((_, i) => parts[i] > 0).All(m => m == Mask.Hidden))
            return false;
        var ranges = parts.Select((count, i) => Range(count, masks[i])).ToList();
        var whole = Range(total, totalMask);
        var (least, most) = (ranges.Sum(r => r.Least), ranges.Sum(r => r.Most));
        if (totalMask != Mask.None && Math.Max(whole.Least, least) >= Math.Min(whole.Most, most))
            return true;
        return ranges.Where((_, i) => masks[i] != Mask.None)
            .Any(r => Math.Max(r.Least, whole.Least - (most - r.Most)) >= Math.Min(r.Most, whole.Most - (least - r.Least)));
    }

    private static (long Least, long Most) Range(int count, Mask mask) => mask switch
    {
        Mask.Small => (1, Least - 1),
        Mask.Hidden => (Least, int.MaxValue),
        _ => (count, count),
    };

    /// <summary>The smallest part that is still shown, else the total; when neither is left, « &lt; 5 » itself says too much and becomes « masqué ».</summary>
    private static void HideOneMore(IReadOnlyList<int> parts, Mask[] masks, ref Mask totalMask)
    {
        var shown = Enumerable.Range(0, parts.Count).Where(i => masks[i] == Mask.None && parts[i] > 0).ToList();
        if (shown.Count > 0)
            masks[shown.MinBy(i => parts[i])] = Mask.Hidden;
        else if (totalMask == Mask.None)
            totalMask = Mask.Hidden;
        else
        {
            totalMask = Mask.Hidden;
            for (var i = 0; i < parts.Count; i++)
                masks[i] = parts[i] > 0 ? Mask.Hidden : Mask.None;
        }
    }
}
