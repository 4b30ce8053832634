using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum OutcomeKind
{
    [Display(Name = "Décision")]
    Decision = 1,

    [Display(Name = "Action")]
    Action = 2,

    /// <summary>Gathered in the yearly report, with needs (trade.md, "Meetings").</summary>
    [Display(Name = "Constat")]
    Finding = 3,

    [Display(Name = "Besoin")]
    Need = 4,
}

internal enum ActionState
{
    [Display(Name = "À faire")]
    Open,

    [Display(Name = "En retard")]
    Late,

    [Display(Name = "Faite")]
    Done,

    [Display(Name = "Abandonnée")]
    Dropped,
}

/// <summary>What came out of a meeting, under a line of its agenda or not. Actions live on after the meeting is closed.</summary>
[Display(Name = "Suite de la rencontre")]
internal sealed class MeetingOutcome : IPartOf
{
    private MeetingOutcome() { }

    public MeetingOutcome(OutcomeKind kind, string text, AgendaLine? line = null)
        => (Kind, Text, Line) = (kind, Required(text), line);

    public int Id { get; private set; }
    public int MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }
    public int RootId => MeetingId;

    public int? LineId { get; private set; }
    public AgendaLine? Line { get; private set; }

    [Display(Name = "Nature")]
    public OutcomeKind Kind { get; private set; }

    [Display(Name = "Texte")]
    public string Text { get; private set; } = "";

    /// <summary>For an action: on whose side it is; null for the other kinds.</summary>
    [Display(Name = "De notre côté")]
    public bool? IsOurs { get; private set; }

    /// <summary>The post that does it; reminders go to the holder of the day when it is ours.</summary>
    [Display(Name = "Responsable")]
    public int? PostId { get; private set; }
    public Post? Post { get; private set; }

    [Display(Name = "Échéance")]
    public DateOnly? DueOn { get; private set; }

    [Display(Name = "Faite le")]
    public DateOnly? DoneOn { get; private set; }

    [Display(Name = "Abandonnée le")]
    public DateOnly? DroppedOn { get; private set; }

    [Display(Name = "Commentaire")]
    public string Comment { get; private set; } = "";

    public ActionState StateOn(DateOnly day) => StateOf(DoneOn, DroppedOn, DueOn, day);

    public static ActionState StateOf(DateOnly? doneOn, DateOnly? droppedOn, DateOnly? dueOn, DateOnly day)
        => doneOn is not null ? ActionState.Done : droppedOn is not null ? ActionState.Dropped : dueOn < day ? ActionState.Late : ActionState.Open;

    public void Describe(string text, AgendaLine? line) => (Text, Line) = (Required(text), line);

    /// <summary>Who does it, by when.</summary>
    public void Entrust(bool isOurs, int? postId, DateOnly? dueOn)
    {
        if (Kind != OutcomeKind.Action)
            throw new BrokenRuleException("Seule une action est confiée à quelqu’un.");
        (IsOurs, PostId, DueOn) = (isOurs, postId, dueOn);
    }

    /// <param name="on">Null takes it back.</param>
    public void Do(DateOnly? on, string comment, DateOnly today)
    {
        if (on > today)
            throw new BrokenRuleException("Une action est faite au plus tard aujourd’hui.", nameof(DoneOn));
        (DoneOn, DroppedOn, Comment) = (on, null, comment.Trim());
    }

    public void Drop(DateOnly on, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Dites pourquoi l’action est abandonnée.", nameof(Comment));
        (DroppedOn, DoneOn, Comment) = (on, null, reason.Trim());
    }

    private static string Required(string text) => string.IsNullOrWhiteSpace(text)
        ? throw new BrokenRuleException("Écrivez ce qui a été dit.", nameof(Text))
        : text.Trim();
}
