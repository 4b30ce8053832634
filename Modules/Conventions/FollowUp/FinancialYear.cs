using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The financial annex of a year: the price that the State sets, days planned, done, invoiced and paid.</summary>
[Display(Name = "Annexe financière")]
internal sealed class FinancialYear : IPartOf
{
    private FinancialYear() { }

    public FinancialYear(int year) => Year = year;

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Année")]
    public int Year { get; private set; }

    /// <summary>In cents, for a day of one person.</summary>
    [Display(Name = "Prix de journée")]
    public long? DailyPriceCents { get; private set; }

    [Display(Name = "Journées prévues")]
    public int? DaysPlanned { get; private set; }

    [Display(Name = "Journées réalisées")]
    public int? DaysDone { get; private set; }

    [Display(Name = "Journées facturées")]
    public int? DaysInvoiced { get; private set; }

    [Display(Name = "Journées payées")]
    public int? DaysPaid { get; private set; }

    /// <summary>The amendment that carried the annex, if one did.</summary>
    [Display(Name = "Avenant")]
    public int? AmendmentId { get; private set; }
    public Amendment? Amendment { get; private set; }

    public void Set(long? dailyPriceCents, int? planned, int? done, int? invoiced, int? paid, int? amendmentId)
    {
        if (dailyPriceCents is < 0 or > 1_000_000)
            throw new BrokenRuleException("Indiquez un prix de journée entre 0 et 10 000 €.", nameof(DailyPriceCents));
        if (new[] { planned, done, invoiced, paid }.Any(d => d is < 0 or > 1_000_000))
            throw new BrokenRuleException("Indiquez des journées entre 0 et 1 000 000.", nameof(DaysPlanned));
        if (invoiced > done)
            throw new BrokenRuleException("On ne facture pas plus de journées que réalisées.", nameof(DaysInvoiced));
        if (paid > invoiced)
            throw new BrokenRuleException("On ne compte pas plus de journées payées que facturées.", nameof(DaysPaid));
        (DailyPriceCents, DaysPlanned, DaysDone, DaysInvoiced, DaysPaid, AmendmentId) = (dailyPriceCents, planned, done, invoiced, paid, amendmentId);
    }

    public static long? Amount(long? priceCents, int? days) => priceCents * days;
}
