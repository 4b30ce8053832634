namespace Intranet.Conventions;

/// <summary>Which annual reviews are due: that of year Y on 31 March Y+1, if the convention was in force six months of Y (rules.md, "Conventions").</summary>
internal static class ReviewDue
{
    public const int Months = 6;

    /// <summary>Last day in time for the review of a year.</summary>
    public static DateOnly On(int year) => new(year + 1, 3, 31);

    /// <summary>
    /// Whether the convention owes a review of that year: it was in force six months of it, from its start, once signed, to its
    /// end or the day before what replaces it. Applied after its end, it goes on owing them.
    /// </summary>
    public static bool Of(ConventionFacts facts, int year)
    {
        if (facts is not { Start: { } start, SignedFrom: { } signed, AbandonedOn: null })
            return false;
        var from = Later(Later(start, signed), new DateOnly(year, 1, 1));
        var until = new DateOnly(year, 12, 31);
        if (facts.AcceptedSince is null && facts.Terms.FinalEnd(facts.NoticeReceivedOn) is { } end && end < until)
            until = end;
        if (facts.SuccessorStart is { } next && next <= until)
            until = next.AddDays(-1);
        return from.AddMonths(Months) <= until.AddDays(1);
    }

    /// <summary>The past years whose review is owed, written or not, the last first.</summary>
    /// <param name="years">How many past years to look at.</param>
    public static IEnumerable<int> Years(ConventionFacts facts, DateOnly today, int years) => Enumerable.Range(1, years).Select(n => today.Year - n).Where(y => Of(facts, y));

    /// <summary>The last year whose review should have been held and wasn't; null when there is none.</summary>
    public static int? Missing(ConventionFacts facts, IReadOnlyCollection<int> reviewedYears, DateOnly today)
        => Missing(facts, reviewedYears, today, On(LastDue(today))).Select(y => (int?)y).FirstOrDefault();

    /// <summary>The same year, then those whose review is to be held by a day and isn't yet.</summary>
    public static IEnumerable<int> Missing(ConventionFacts facts, IReadOnlyCollection<int> reviewedYears, DateOnly today, DateOnly until)
    {
        for (var year = LastDue(today); On(year) <= until; year++)
        {
            if (Of(facts, year) && !reviewedYears.Contains(year))
                yield return year;
        }
    }

    /// <summary>The last year whose day has passed.</summary>
    private static int LastDue(DateOnly today) => today > On(today.Year - 1) ? today.Year - 1 : today.Year - 2;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
