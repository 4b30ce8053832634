namespace Intranet.Shared;

/// <summary>Why a count of people is or isn't shown.</summary>
public enum Mask
{
    /// <summary>It may be shown.</summary>
    None,

    /// <summary>From 1 to 4 people: « &lt; 5 ».</summary>
    Small,

    /// <summary>Masked because a subtraction would give back another one: « masqué ».</summary>
    Hidden,
}

/// <summary>A count of people as it may be shown; it doesn't hold the number that it masks, so that no chart or file can leak it.</summary>
/// <param name="Shown">The count; null when masked.</param>
/// <param name="Mask">Why it is masked.</param>
public readonly record struct MaskedCount(int? Shown, Mask Mask)
{
    /// <summary>« 12 », « &lt; 5 » or « masqué »; for screens, prints and files alike.</summary>
    public string Text => Mask switch
    {
        Mask.Small => $"<{Signs.NoBreak}{Masking.Least}",
        Mask.Hidden => "masqué",
        _ => French.Number(Shown ?? 0),
    };

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}

/// <summary>A total of people and what it is made of, as they may be shown together.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Breakdowns">The parts, in the order in which they were given.</param>
public sealed record MaskedSum(MaskedCount Total, IReadOnlyList<IReadOnlyList<MaskedCount>> Breakdowns);
