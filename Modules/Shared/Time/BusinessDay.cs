namespace Intranet.Shared;

/// <summary>The day that the rules are asked about: today in Paris, or the day set by <c>Clock:Today</c>.</summary>
/// <param name="setTo">A fixed day for tests, previews and dry runs; null in ordinary life.</param>
public sealed class BusinessDay(TimeProvider clock, DateOnly? setTo = null)
{
    /// <summary>The business day, in Europe/Paris.</summary>
    public DateOnly Today => setTo ?? Paris.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>True when the day was set by hand: a banner says so and no mail leaves.</summary>
    public bool IsSet => setTo is not null;
}
