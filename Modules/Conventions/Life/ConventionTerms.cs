using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>How an agreement goes on after its end.</summary>
internal enum RenewalMode
{
    /// <summary>It stops at its end.</summary>
    [Display(Name = "Sans reconduction")]
    None = 0,

    /// <summary>It rolls by itself when nobody gave notice in time.</summary>
    [Display(Name = "Tacite")]
    Tacit = 1,

    /// <summary>It goes on only when both sides decide so; it never rolls.</summary>
    [Display(Name = "Expresse")]
    Express = 2,
}

/// <summary>The clauses on time: what the text says, whatever happened since.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day of the first period, inclusive; null when open-ended.</param>
/// <param name="RenewalMonths">Length of a renewal; the initial length when null.</param>
/// <param name="MaximumRenewals">Most tacit renewals; no limit when null.</param>
internal readonly record struct ConventionTerms(DateOnly? Start, DateOnly? End, NoticePeriod Notice, RenewalMode Renewal, int? RenewalMonths, int? MaximumRenewals)
{
    /// <summary>Months of one renewal: the one written, else the initial length to the nearest month.</summary>
    public int RollMonths => RenewalMonths ?? InitialMonths ?? 12;

    /// <summary>Initial length to the nearest month; null for an open-ended agreement.</summary>
    public int? InitialMonths => Start is { } start && End is { } end
        ? Math.Max(1, (int)Math.Round((end.AddDays(1).DayNumber - start.DayNumber) / 30.4375))
        : null;

    /// <summary>Tacit renewals allowed: none unless tacit; null is no limit.</summary>
    private int? Rolls => Renewal == RenewalMode.Tacit ? MaximumRenewals : 0;

    /// <summary>Notice has no object where nothing renews: there, the deadline is the end (rules.md, "Dates").</summary>
    private NoticePeriod NoticeBeforeEnd => Renewal == RenewalMode.None ? NoticePeriod.None : Notice;

    /// <summary>The last day when a notice was received that day: the end of the period, or of the next one when too late.</summary>
    public DateOnly NoticeEffect(DateOnly received) => End is { } end
        ? Periods.NoticeEffect(end, RollMonths, Notice, received, Rolls)
        : received.AddDays(1).AddMonths(Notice.Months).AddDays(Notice.Days - 1);

    /// <summary>The last day if nothing more is decided; null when it has none. It doesn't depend on the day of reading.</summary>
    public DateOnly? FinalEnd(DateOnly? noticeReceived) => noticeReceived is { } received ? NoticeEffect(received)
        : End is not { } end ? null
        : Rolls is { } rolls ? Periods.RenewedEnd(end, RollMonths, rolls)
        : null;

    /// <summary>The period that a day falls in, after the tacit renewals until then; null before the dates are known.</summary>
    public ConventionPeriod? On(DateOnly day, DateOnly? noticeReceived = null)
    {
        if (Start is not { } start)
            return null;
        if (End is not { } firstEnd)
            return new ConventionPeriod(0, start, noticeReceived is { } given ? NoticeEffect(given) : null, null, null, false);
        var effect = noticeReceived is { } received ? NoticeEffect(received) : DateOnly.MaxValue;
        var period = Periods.Current(start, firstEnd, RollMonths, day < effect ? day : effect, Rolls);
        var limit = Periods.NoticeLimit(period.End, NoticeBeforeEnd);
        var rolls = period.End != effect && (Rolls is null || period.Renewals < Rolls);
        return new ConventionPeriod(period.Renewals, period.Start, period.End, limit, Periods.DecisionDeadline(period.End, NoticeBeforeEnd), rolls);
    }

    /// <summary>
    /// The period whose end is still to be decided on a day: the current one, or the next when its limit has passed without
    /// notice and it will roll.
    /// </summary>
    public ConventionPeriod? ToDecide(DateOnly day)
    {
        var period = On(day);
        return period is { Rolls: true, NoticeLimit: { } limit, End: { } end } && limit < day ? On(end.AddDays(1)) : period;
    }
}

/// <summary>A period of an agreement, computed on reading and never stored.</summary>
/// <param name="Renewals">How many tacit renewals led to it.</param>
/// <param name="End">Inclusive; null when open-ended.</param>
/// <param name="NoticeLimit">Last day on which a notice received takes effect at the end; never moved.</param>
/// <param name="DecisionDeadline">The limit moved back to a working day, to show and to remind.</param>
/// <param name="Rolls">Without notice, another period follows by itself.</param>
internal sealed record ConventionPeriod(int Renewals, DateOnly Start, DateOnly? End, DateOnly? NoticeLimit, DateOnly? DecisionDeadline, bool Rolls);
