using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What risks are computed from, beside a convention's own facts.</summary>
internal sealed class RiskFacts
{
    public int Id { get; set; }
    public bool IsToDocument { get; set; }
    public string Missing { get; set; } = "";
    public string Evaluator { get; set; } = "";
    public string Baseline { get; set; } = "";
    public ArticulationLevel? AgreedLevel { get; set; }
    public DateOnly? RequestedOn { get; set; }
    public PostFacts? Owner { get; set; }
    public PostFacts? Counterpart { get; set; }

    // What the kind asks for.
    public bool NeedsIncidentProtocol { get; set; }
    public bool NeedsEvaluation { get; set; }
    public int? RequestMonths { get; set; }

    /// <summary>Label of the authorisation that the kind requires; empty when none is.</summary>
    public string Authorisation { get; set; } = "";
    public bool HasAuthorisation { get; set; }
    public bool HasIncidentProtocol { get; set; }
    public bool HasIndicator { get; set; }

    /// <summary>Years whose review was held, latest first.</summary>
    public IReadOnlyList<int> ReviewedYears { get; set; } = [];

    /// <summary>Year and level of the last review that said one.</summary>
    public int? ObservedYear { get; set; }
    public ArticulationLevel? ObservedLevel { get; set; }

    /// <summary>Places agreed today, amendments included, and the last count of those used.</summary>
    public int? PlacesAgreed { get; set; }
    public int? PlacesUsed { get; set; }
    public DateOnly? PlacesCountedOn { get; set; }

    /// <summary>Partners of the convention, with their last counting meeting.</summary>
    public IReadOnlyList<PartnerFacts> Partners { get; set; } = [];

    /// <summary>Distinct people of each side met in 24 months; the side with fewest among partners counts.</summary>
    public int OurPeople { get; set; }
    public int TheirPeople { get; set; }

    /// <summary>Referrals received by month, first to last.</summary>
    public IReadOnlyList<(DateOnly Month, int Received)> Referrals { get; set; } = [];
}

/// <summary>A referent's post.</summary>
internal sealed class PostFacts
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public bool IsServiceLine { get; set; }
    public bool IsOurs { get; set; }

    /// <summary>Who holds it today.</summary>
    public HolderFacts? Holder { get; set; }

    /// <summary>Last day of its last holder.</summary>
    public DateOnly? HeldUntil { get; set; }
    public DateOnly? PostVerifiedOn { get; set; }
    public int VerifyEveryMonths { get; set; }

    public bool IsVacant => !IsServiceLine && Holder is null;

    /// <summary>First day without a holder; null when it is held, or never was.</summary>
    public DateOnly? VacantSince => IsVacant ? HeldUntil?.AddDays(1) : null;

    /// <summary>The post's or its holder's last verification.</summary>
    public DateOnly? VerifiedOn => Holder?.VerifiedOn > PostVerifiedOn || PostVerifiedOn is null ? Holder?.VerifiedOn ?? PostVerifiedOn : PostVerifiedOn;
}

internal sealed class HolderFacts
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public DateOnly? VerifiedOn { get; set; }
}

/// <summary>A partner and the obligation to meet it.</summary>
internal sealed record PartnerFacts(string Name, DateOnly? LastMet, int WishedMonths, int MaximumMonths)
{
    public MeetingObligation Obligation(DateOnly today) => MeetingObligation.Of(LastMet, WishedMonths, MaximumMonths, today);
}
