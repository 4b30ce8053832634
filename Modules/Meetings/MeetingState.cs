using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace Intranet.Meetings;

internal enum MeetingMode
{
    [Display(Name = "Chez nous")]
    AtOurs = 1,

    [Display(Name = "Chez eux")]
    AtTheirs = 2,

    [Display(Name = "En visio")]
    Video = 3,

    [Display(Name = "Par téléphone")]
    Phone = 4,
}

internal enum MeetingState
{
    [Display(Name = "Brouillon")]
    Draft = 1,

    [Display(Name = "Planifiée")]
    Planned,

    [Display(Name = "Reportée")]
    Postponed,

    [Display(Name = "Tenue")]
    Held,

    [Display(Name = "Close")]
    Closed,

    [Display(Name = "Annulée")]
    Cancelled,
}

/// <summary>The state of a meeting, computed from its facts: for records and lists (<see cref="Of"/>) and in SQL (<see cref="In"/>).</summary>
internal static class MeetingStates
{
    public static MeetingState Of(DateOnly? plannedOn, DateOnly? heldOn, DateOnly? closedOn, DateOnly? postponedOn, DateOnly? cancelledOn)
        => cancelledOn is not null ? MeetingState.Cancelled
        : closedOn is not null ? MeetingState.Closed
        : heldOn is not null ? MeetingState.Held
        : plannedOn is null ? MeetingState.Draft
        : postponedOn is not null ? MeetingState.Postponed
        : MeetingState.Planned;

    public static Expression<Func<Meeting, bool>> In(MeetingState state) => state switch
    {
        MeetingState.Cancelled => m => m.CancelledOn != null,
        MeetingState.Closed => m => m.CancelledOn == null && m.ClosedOn != null,
        MeetingState.Held => m => m.CancelledOn == null && m.ClosedOn == null && m.HeldOn != null,
        MeetingState.Draft => m => m.CancelledOn == null && m.ClosedOn == null && m.HeldOn == null && m.PlannedOn == null,
        MeetingState.Postponed => m => m.CancelledOn == null && m.ClosedOn == null && m.HeldOn == null && m.PlannedOn != null && m.PostponedOn != null,
        MeetingState.Planned => m => m.CancelledOn == null && m.ClosedOn == null && m.HeldOn == null && m.PlannedOn != null && m.PostponedOn == null,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
