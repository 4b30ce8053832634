using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Reminders;

internal enum AnswerKind
{
    [Display(Name = "Pris en main")]
    Taken = 1,

    [Display(Name = "Reporté")]
    PutOff = 2,

    [Display(Name = "Remis à traiter")]
    TakenBack = 3,
}

/// <summary>What somebody answered to a reminder; rows are never changed, so that the register says what each telling caused.</summary>
internal sealed class ReminderAnswer : IUnaudited
{
    private ReminderAnswer() { }

    public ReminderAnswer(AnswerKind kind, int? byId, DateOnly on, DateOnly? until, DateTime at)
        => (Kind, ById, On, For, At) = (kind, byId, on, until, at);

    public int Id { get; private set; }
    public int ReminderId { get; private set; }
    public AnswerKind Kind { get; private set; }
    public int? ById { get; private set; }
    public Subject? By { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The day promised, or until which it was put off.</summary>
    public DateOnly? For { get; private set; }

    /// <summary>Real time, UTC.</summary>
    public DateTime At { get; private set; }
}
