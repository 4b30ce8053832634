using Intranet.Shared;

namespace Intranet.Training;

/// <summary>How long a course holds.</summary>
/// <param name="Months">Of no meaning without limit.</param>
/// <param name="RenewalMonths">Months before the expiry from which a renewal counts from that expiry.</param>
internal readonly record struct ValidityTerms(ValidityMode Mode, int Months, int RenewalMonths);

/// <summary>A course completed once.</summary>
/// <param name="StatedUntil">Last day written on the certificate, in place of the course's rule.</param>
internal readonly record struct Completion(DateOnly On, DateOnly? StatedUntil = null);

/// <summary>Inclusive days on which something learnt holds; for ever when <paramref name="To"/> is null.</summary>
internal readonly record struct HeldPeriod(DateOnly From, DateOnly? To)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>Until when what was learnt holds. Ends follow the house's rule (<see cref="Periods"/>): the eve of the anniversary, and ends of months stay ends of months.</summary>
internal static class Validity
{
    /// <summary>One period for each time that a person completed one course, in order.</summary>
    public static IReadOnlyList<HeldPeriod> Of(ValidityTerms terms, IEnumerable<Completion> completions)
    {
        List<HeldPeriod> periods = [];
        // The first end of an unbroken chain of renewals, and how many renewals it has had.
        (DateOnly FirstEnd, int Renewals)? chain = null;
        foreach (var done in completions.OrderBy(c => c.On).ThenBy(c => c.StatedUntil))
        {
            if (done.StatedUntil is { } stated)
                chain = (stated, 0);
            else if (terms.Mode == ValidityMode.None)
                chain = null;
            else if (terms.Mode == ValidityMode.FromExpiry && chain is { } known && IsRenewal(terms, EndOf(terms, known), done.On))
                chain = (known.FirstEnd, known.Renewals + 1);
            // Done again too early, it takes nothing away from what holds longer: the chain goes on.
            else if (Periods.End(done.On, terms.Months) is var end && !(terms.Mode == ValidityMode.FromExpiry && chain is { } longer && EndOf(terms, longer) >= end))
                chain = (end, 0);
            periods.Add(new(done.On, chain is { } held ? EndOf(terms, held) : null));
        }
        return periods;
    }

    /// <summary>Last day on which it holds without a break, from a day on; null when for ever.</summary>
    /// <param name="periods">At least one of them holds that day.</param>
    public static DateOnly? HeldUntil(IEnumerable<HeldPeriod> periods, DateOnly day)
    {
        var last = day;
        foreach (var period in periods.OrderBy(p => p.From))
        {
            if (period.From > last.AddDays(1))
                break;
            if (period.To is null)
                return null;
            if (period.To > last)
                last = period.To.Value;
        }
        return last;
    }

    private static DateOnly EndOf(ValidityTerms terms, (DateOnly FirstEnd, int Renewals) chain)
        => chain.Renewals == 0 ? chain.FirstEnd : Periods.RenewedEnd(chain.FirstEnd, terms.Months, chain.Renewals);

    // Within the window before the expiry, its last day included: neither too early nor too late.
    private static bool IsRenewal(ValidityTerms terms, DateOnly end, DateOnly on)
        => on <= end && on >= end.AddDays(1).AddMonths(-terms.RenewalMonths);
}
