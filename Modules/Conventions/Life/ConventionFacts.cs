using System.Linq.Expressions;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>
/// The light form of a convention: what states, deadlines and lists are computed from. One projection for the register, the
/// sheet, the reminders and the hand-over, so that they can't disagree.
/// </summary>
internal sealed class ConventionFacts
{
    public int Id { get; set; }
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
    public int KindId { get; set; }
    public string Kind { get; set; } = "";

    /// <summary>As first signed.</summary>
    public int? Places { get; set; }

    /// <summary>Once every signed amendment is in effect.</summary>
    public int? FinalPlaces { get; set; }
    public int? OwnerPostId { get; set; }
    public DateOnly CreatedOn { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? End { get; set; }
    public int NoticeMonths { get; set; }
    public int NoticeDays { get; set; }
    public RenewalMode Renewal { get; set; }
    public int? RenewalMonths { get; set; }
    public int? MaximumRenewals { get; set; }
    public DateOnly? NegotiationOn { get; set; }
    public DateOnly? SentForSignatureOn { get; set; }
    public DateOnly? SignedOn { get; set; }
    public bool IsToDocument { get; set; }
    public DateOnly? NoticeReceivedOn { get; set; }
    public DateOnly? RenewalDecidedOn { get; set; }
    public DateOnly? AcceptedSince { get; set; }
    public DateOnly? AbandonedOn { get; set; }
    public DateOnly? RequestedOn { get; set; }

    /// <summary>Months before the end by which its kind wants a renewal asked for.</summary>
    public int? RequestMonths { get; set; }
    public Ball? Ball { get; set; }
    public DateOnly? BallSince { get; set; }

    /// <summary>How many are to sign, and how many did; none when the signature is recorded as a whole.</summary>
    public int Signatories { get; set; }
    public int Signatures { get; set; }

    /// <summary>First day of the signed agreement that follows this one.</summary>
    public DateOnly? SuccessorStart { get; set; }

    /// <summary>An agreement that follows this one is under way, signed or not.</summary>
    public bool HasSuccessor { get; set; }

    public static Expression<Func<Convention, ConventionFacts>> Projection { get; } = c => new ConventionFacts
    {
        Id = c.Id,
        Number = c.Number,
        Title = c.Title,
        KindId = c.KindId,
        Kind = c.Kind.Label,
        Places = c.Places,
        FinalPlaces = c.Amendments.Where(a => a.SignedOn != null && a.AbandonedOn == null && a.Places != null).OrderByDescending(a => a.EffectOn).ThenByDescending(a => a.Number).Select(a => a.Places).FirstOrDefault() ?? c.Places,
        OwnerPostId = c.OwnerPostId,
        CreatedOn = c.CreatedOn,
        Start = c.Start,
        End = c.End,
        NoticeMonths = c.NoticeMonths,
        NoticeDays = c.NoticeDays,
        Renewal = c.Renewal,
        RenewalMonths = c.RenewalMonths,
        MaximumRenewals = c.MaximumRenewals,
        NegotiationOn = c.NegotiationOn,
        SentForSignatureOn = c.SentForSignatureOn,
        SignedOn = c.SignedOn,
        IsToDocument = c.IsToDocument,
        NoticeReceivedOn = c.NoticeReceivedOn,
        RenewalDecidedOn = c.RenewalDecidedOn,
        AcceptedSince = c.AcceptedSince,
        AbandonedOn = c.AbandonedOn,
        RequestedOn = c.RequestedOn,
        RequestMonths = c.Kind.RequestMonths,
        Ball = c.Ball,
        BallSince = c.BallSince,
        Signatories = c.Signatories.Count,
        Signatures = c.Signatories.Count(s => s.SignedOn != null),
        SuccessorStart = c.Successors.Where(s => s.SignedOn != null && s.AbandonedOn == null).Min(s => s.Start),
        HasSuccessor = c.Successors.Any(s => s.AbandonedOn == null),
    };

    private static readonly Func<Convention, ConventionFacts> Read = Projection.Compile();

    /// <summary>The same facts of a loaded convention (with its kind, signatories and successors).</summary>
    public static ConventionFacts Of(Convention convention) => Read(convention);

    /// <summary>
    /// The first day on which it counts as signed: that of its signature, or the start of an old agreement that nobody negotiates and
    /// whose day of signature isn't known (<see cref="Convention.IsUndated"/>).
    /// </summary>
    public DateOnly? SignedFrom => SignedOn ?? (IsToDocument && NegotiationOn is null && SentForSignatureOn is null ? Start : null);

    public NoticePeriod Notice => NoticeMonths > 0 ? NoticePeriod.OfMonths(NoticeMonths) : NoticePeriod.OfDays(NoticeDays);

    public ConventionTerms Terms => new(Start, End, Notice, Renewal, RenewalMonths, MaximumRenewals);

    /// <summary>The period of that day, ended by a notice when one was received.</summary>
    public ConventionPeriod? Period(DateOnly day) => Terms.On(day, NoticeReceivedOn);

    /// <summary>A decision to renew holds for the period in which it was taken.</summary>
    public bool IsRenewalDecided(DateOnly day) => RenewalDecidedOn <= day && Terms.On(day) is { } period && RenewalDecidedOn >= period.Start;

    /// <summary>The state as it is shown: « À signer (2 de 4) ».</summary>
    public string StateLabel(DateOnly day) => this.On(day) is ConventionState.ToSign && Signatories > 0 ? $"À signer ({Signatures} de {Signatories})" : this.On(day).Label();

    /// <summary>
    /// The working day by which the renewal is to be asked for, with its file: the end less the months of its kind, counted as notice
    /// is. It is the working date of an agreement that doesn't roll by itself (trade.md); null where there is nothing to ask.
    /// </summary>
    public DateOnly? RequestDeadline => Renewal != RenewalMode.Tacit && RequestMonths is > 0 and { } months
        && SignedFrom is not null && AbandonedOn is null && NoticeReceivedOn is null && SuccessorStart is null && End is { } end
            ? Periods.DecisionDeadline(end, NoticePeriod.OfMonths(months)) : null;

    /// <summary>The same while it is still to be asked for and nothing follows yet.</summary>
    public DateOnly? RequestDue(DateOnly day) => RequestedOn is null && this.On(day) is ConventionState.InForce ? RequestDeadline : null;

    /// <summary>The decision that is still to be taken, with its deadline; null when there is none.</summary>
    public ConventionDecision? Decision(DateOnly day)
    {
        var state = this.On(day);
        if (state is not (ConventionState.Signed or ConventionState.InForce or ConventionState.Renewal or ConventionState.Expired)
            || NoticeReceivedOn is not null || SuccessorStart is not null || IsRenewalDecided(day))
            return null;
        return Terms.ToDecide(day) is { DecisionDeadline: { } deadline, NoticeLimit: { } limit, End: { } end } period
            ? new ConventionDecision(deadline, limit, end, period.Rolls, Renewal == RenewalMode.None || (Renewal == RenewalMode.Tacit && !period.Rolls))
            : null;
    }
}

/// <summary>What is to be decided about the end of a period.</summary>
/// <param name="Deadline">A working day.</param>
/// <param name="Limit">The legal limit of notice.</param>
/// <param name="End">The end that it is about.</param>
/// <param name="Rolls">Without decision the agreement rolls by itself.</param>
/// <param name="IsAboutWhatFollows">The agreement can't be renewed any more: what comes after it is to be decided.</param>
internal sealed record ConventionDecision(DateOnly Deadline, DateOnly Limit, DateOnly End, bool Rolls, bool IsAboutWhatFollows)
{
    /// <summary>What to do, an infinitive.</summary>
    public string Action => IsAboutWhatFollows ? "Décider de la suite" : "Décider du renouvellement";
}
