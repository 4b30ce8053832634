using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Training;

/// <summary>When a half-day takes place, as typed.</summary>
/// <param name="StartMinute">Minutes after midnight.</param>
/// <param name="Duration">In minutes.</param>
internal readonly record struct SlotTime(DateOnly On, int StartMinute, int Duration)
{
    /// <exception cref="BrokenRuleException">The hours are none of a day.</exception>
    public void Check()
    {
        if (StartMinute is < 0 or > 1439)
            throw new BrokenRuleException("Indiquez une heure entre 00:00 et 23:59.", nameof(TrainingSession.Slots));
        if (Duration is < 15 or > 600 || StartMinute + Duration > 1440)
            throw new BrokenRuleException("Une demi-journée dure de 15 minutes à 10 heures, et finit le jour même.", nameof(TrainingSession.Slots));
    }
}

/// <summary>A half-day of a session.</summary>
[Display(Name = "Demi-journée")]
internal sealed class SessionSlot : IPartOf
{
    private SessionSlot() { }

    public SessionSlot(SlotTime time) => (On, StartMinute, Duration) = (time.On, time.StartMinute, time.Duration);

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public TrainingSession? Session { get; private set; }
    public int RootId => SessionId;

    [Display(Name = "Date")]
    public DateOnly On { get; private set; }

    /// <summary>Minutes after midnight.</summary>
    [Display(Name = "Heure")]
    public int StartMinute { get; private set; }

    [Display(Name = "Durée (minutes)")]
    public int Duration { get; private set; }

    public TimeOnly Start => TimeOnly.MinValue.AddMinutes(StartMinute);

    /// <summary>« de 9 h à 12 h 30 ».</summary>
    public string Hours => $"de {French.Time(Start)} à {French.Time(Start.AddMinutes(Duration))}";

    public void Last(int duration) => Duration = duration;
}

/// <summary>Somebody was there that half-day.</summary>
[Display(Name = "Présence")]
internal sealed class Presence : IPartOf
{
    private Presence() { }

    public Presence(int enrolmentId, int slotId) => (EnrolmentId, SlotId) = (enrolmentId, slotId);

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public TrainingSession? Session { get; private set; }
    public int RootId => SessionId;

    [Display(Name = "Inscription")]
    public int EnrolmentId { get; private set; }
    public Enrolment? Enrolment { get; private set; }

    [Display(Name = "Demi-journée")]
    public int SlotId { get; private set; }
    public SessionSlot? Slot { get; private set; }
}
