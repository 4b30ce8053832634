using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The clauses on time.</summary>
internal sealed partial class Convention
{
    /// <summary>Date written on the text; a signature can't precede it.</summary>
    [Display(Name = "Date du texte")]
    public DateOnly? TextDate { get; private set; }

    [Display(Name = "Début")]
    public DateOnly? Start { get; private set; }

    /// <summary>Last day of the first period, inclusive; null when open-ended.</summary>
    [Display(Name = "Fin")]
    public DateOnly? End { get; private set; }

    [Display(Name = "Préavis (mois)")]
    public int NoticeMonths { get; private set; }

    [Display(Name = "Préavis (jours)")]
    public int NoticeDays { get; private set; }

    [Display(Name = "Reconduction")]
    public RenewalMode Renewal { get; private set; }

    [Display(Name = "Durée d’une reconduction (mois)")]
    public int? RenewalMonths { get; private set; }

    [Display(Name = "Reconductions au plus")]
    public int? MaximumRenewals { get; private set; }

    /// <summary>Tacit renewals that the history already tells; they happen by themselves, the daily run only writes them down.</summary>
    [Display(Name = "Reconductions tacites constatées")]
    public int RenewalsTold { get; private set; }

    /// <summary>Last day if nothing more is decided (null: none); follows from the clauses, kept so that SQL can compare it with the day.</summary>
    public DateOnly? FinalEnd { get; private set; }

    /// <summary>First day of the period that ends on <see cref="FinalEnd"/>; kept for the same reason.</summary>
    public DateOnly? FinalStart { get; private set; }

    /// <summary>Deadline of the decision on <see cref="FinalEnd"/>, unless notice was received; kept for the same reason.</summary>
    public DateOnly? FinalDeadline { get; private set; }

    public ConventionTerms Terms => new(Start, End, NoticeMonths > 0 ? NoticePeriod.OfMonths(NoticeMonths) : NoticePeriod.OfDays(NoticeDays), Renewal, RenewalMonths, MaximumRenewals);

    /// <summary>The clauses on time.</summary>
    public void Run(ConventionTerms terms, DateOnly? textDate)
    {
        if (terms.End < terms.Start)
            throw new BrokenRuleException("La fin précède le début.", nameof(End));
        if (terms is { End: not null, Start: null })
            throw new BrokenRuleException("Indiquez le début, puisque la fin est connue.", nameof(Start));
        if (terms.RenewalMonths is < 1 or > 240)
            throw new BrokenRuleException("Une reconduction dure de 1 à 240 mois.", nameof(RenewalMonths));
        if (terms.MaximumRenewals is < 1 or > 50)
            throw new BrokenRuleException("Indiquez de 1 à 50 reconductions, ou rien si le texte ne fixe pas de limite.", nameof(MaximumRenewals));
        if (terms == Terms && textDate == TextDate)
            return;
        Changing();
        if (textDate > SignedOn)
            throw new BrokenRuleException($"Le texte ne peut pas suivre sa signature, du {French.Date(SignedOn.Value)}.", nameof(TextDate));
        if (terms.End != End && Amendments.Any(a => a.Holds && a.End is not null))
            throw new BrokenRuleException("La fin vient d’un avenant.", nameof(End));
        (Start, End, TextDate) = (terms.Start, terms.End, textDate);
        (NoticeMonths, NoticeDays, Renewal, RenewalMonths, MaximumRenewals) = (terms.Notice.Months, terms.Notice.Days, terms.Renewal, terms.RenewalMonths, terms.MaximumRenewals);
        Reckon();
    }

    /// <summary>Writes in the history the tacit renewals that took place since it last did; answers whether there was one.</summary>
    public bool TellRenewals(DateOnly today)
    {
        var renewals = !IsSigned || AbandonedOn is not null ? 0 : Terms.On(today, NoticeReceivedOn)?.Renewals ?? 0;
        if (renewals <= RenewalsTold)
            return false;
        RenewalsTold = renewals;
        return true;
    }

    private void Reckon()
    {
        FinalEnd = Terms.FinalEnd(NoticeReceivedOn);
        var last = FinalEnd is { } end && NoticeReceivedOn is null ? Terms.On(end) : null;
        (FinalStart, FinalDeadline) = (last?.Start, last?.DecisionDeadline);
    }
}
