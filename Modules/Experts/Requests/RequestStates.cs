using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Where a request stands; the first true wins.</summary>
internal enum RequestState
{
    [Display(Name = "Retirée")]
    Cancelled = 1,

    [Display(Name = "Close")]
    Closed,

    [Display(Name = "Répondue")]
    Answered,

    [Display(Name = "Sans réponse")]
    GivenUp,

    [Display(Name = "Quelqu’un s’en occupe")]
    Taken,

    [Display(Name = "En attente")]
    Waiting,

    /// <summary>Nobody was found, or all said no: coordination finds somebody.</summary>
    [Display(Name = "À attribuer")]
    Basket,
}

/// <summary>The state of a request from its facts.</summary>
internal static class RequestStates
{
    public static RequestState Of(DateOnly? cancelledOn, DateOnly? closedOn, DateOnly? givenUpOn, DateOnly askedOn, IEnumerable<ExpertAnswer> answers, DateOnly day)
    {
        if (cancelledOn is not null)
            return RequestState.Cancelled;
        if (closedOn is not null)
            return RequestState.Closed;
        var given = answers.ToHashSet();
        if (given.Contains(ExpertAnswer.Answered))
            return RequestState.Answered;
        if (givenUpOn is not null || day >= GivenUpOn(askedOn))
            return RequestState.GivenUp;
        if (given.Contains(ExpertAnswer.Taken))
            return RequestState.Taken;
        return given.Contains(ExpertAnswer.Waiting) ? RequestState.Waiting : RequestState.Basket;
    }

    /// <summary>The working day on which one stops waiting.</summary>
    public static DateOnly GivenUpOn(DateOnly askedOn) => WorkingDays.Add(askedOn, SupportRequest.GivenUpAfter);

    /// <summary>The last day of asking of those given up by now.</summary>
    public static DateOnly LastGivenUp(DateOnly today) => LastAsked(SupportRequest.GivenUpAfter, today);

    /// <summary>The last day of asking since which that many working days went by.</summary>
    public static DateOnly LastAsked(int workingDays, DateOnly today)
    {
        var day = WorkingDays.Add(today, -workingDays - 1);
        while (WorkingDays.Add(day.AddDays(1), workingDays) <= today)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The same states for the database.</summary>
    public static Expression<Func<SupportRequest, bool>> In(RequestState state, DateOnly today)
    {
        var last = LastGivenUp(today);
        return state switch
        {
            RequestState.Cancelled => r => r.CancelledOn != null,
            RequestState.Closed => r => r.CancelledOn == null && r.ClosedOn != null,
            RequestState.Answered => r => r.CancelledOn == null && r.ClosedOn == null && r.Experts.Any(e => e.AnsweredOn != null && e.DeclinedOn == null && e.ReleasedOn == null),
            RequestState.GivenUp => r => r.CancelledOn == null && r.ClosedOn == null && (r.GivenUpOn != null || r.AskedOn <= last) && !r.Experts.Any(e => e.AnsweredOn != null && e.DeclinedOn == null && e.ReleasedOn == null),
            RequestState.Taken => r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn > last
                && !r.Experts.Any(e => e.AnsweredOn != null && e.DeclinedOn == null && e.ReleasedOn == null) && r.Experts.Any(e => e.TakenOn != null && e.DeclinedOn == null && e.ReleasedOn == null),
            RequestState.Waiting => r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn > last
                && !r.Experts.Any(e => (e.AnsweredOn != null || e.TakenOn != null) && e.DeclinedOn == null && e.ReleasedOn == null)
                && r.Experts.Any(e => e.AnsweredOn == null && e.TakenOn == null && e.DeclinedOn == null && e.ReleasedOn == null),
            RequestState.Basket => r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn > last && !r.Experts.Any(e => e.DeclinedOn == null && e.ReleasedOn == null),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };
    }
}
