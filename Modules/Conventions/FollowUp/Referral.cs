using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Referrals of a month from one source, in numbers only: received, met inside, day leave, admitted.</summary>
[Display(Name = "Orientations")]
internal sealed class Referral : IPartOf
{
    private Referral() { }

    public Referral(DateOnly month, string source) => (Month, Source) = (new DateOnly(month.Year, month.Month, 1), source);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    /// <summary>Its first day.</summary>
    [Display(Name = "Mois")]
    public DateOnly Month { get; private set; }

    /// <summary>Code in <see cref="ConventionLists.ReferralSources"/>.</summary>
    [Display(Name = "Source"), FromList(ConventionLists.Sources)]
    public string Source { get; private set; } = "";

    [Display(Name = "Reçues")]
    public int Received { get; private set; }

    [Display(Name = "Rencontrées en détention")]
    public int MetInside { get; private set; }

    [Display(Name = "Venues en permission")]
    public int DayLeave { get; private set; }

    [Display(Name = "Admises")]
    public int Admitted { get; private set; }

    public void Count(int received, int metInside, int dayLeave, int admitted)
    {
        if (new[] { received, metInside, dayLeave, admitted }.Any(n => n is < 0 or > 10_000))
            throw new BrokenRuleException("Indiquez des nombres entre 0 et 10 000.", nameof(Received));
        (Received, MetInside, DayLeave, Admitted) = (received, metInside, dayLeave, admitted);
    }
}

/// <summary>How many referrals of a month didn't come to an admission, for one reason.</summary>
[Display(Name = "Orientations non abouties")]
internal sealed class NotConcluded : IPartOf
{
    private NotConcluded() { }

    public NotConcluded(DateOnly month, string reason, int count) => (Month, Reason, Count) = (new DateOnly(month.Year, month.Month, 1), reason, Checked(count));

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    /// <summary>Its first day.</summary>
    [Display(Name = "Mois")]
    public DateOnly Month { get; private set; }

    /// <summary>Code in <see cref="ConventionLists.NotConcludedReasons"/>.</summary>
    [Display(Name = "Raison"), FromList(ConventionLists.Reasons)]
    public string Reason { get; private set; } = "";

    [Display(Name = "Nombre")]
    public int Count { get; private set; }

    public void Correct(int count) => Count = Checked(count);

    private static int Checked(int count) => count is < 0 or > 10_000 ? throw new BrokenRuleException("Indiquez un nombre entre 0 et 10 000.", nameof(Count)) : count;
}
