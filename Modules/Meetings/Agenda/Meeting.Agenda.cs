using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>What is to be spoken of, what came out of it, and the minutes.</summary>
internal sealed partial class Meeting
{
    /// <summary>Time that the agenda foresees, in minutes; lines without a time count for none.</summary>
    public int AgendaMinutes => Agenda.Sum(l => l.Minutes ?? 0);

    /// <summary>Minutes by which the agenda exceeds the meeting; 0 when it holds.</summary>
    public int Overrun => Math.Max(0, AgendaMinutes - Duration);

    /// <summary>Adds a point at the end of the agenda.</summary>
    public AgendaLine Speak(string title, int? minutes = null, int? ownerPostId = null, bool isFromTopic = false)
    {
        Open();
        var line = new AgendaLine(title, minutes, ownerPostId, Agenda.Count == 0 ? 1 : Agenda.Max(l => l.Order) + 1, isFromTopic);
        Agenda.Add(line);
        return line;
    }

    /// <summary>Takes a topic: under the open point that already says it, else at the end of the agenda. A point holds less than a topic.</summary>
    public void Speak(PartnerTopic topic, int? minutes = null, int? ownerPostId = null)
    {
        var title = topic.Text.Length <= 300 ? topic.Text : topic.Text[..300].Trim();
        topic.TakeTo(Agenda.FirstOrDefault(l => l.Fate == LineFate.Open && l.Title == title) ?? Speak(title, minutes, ownerPostId, isFromTopic: true));
    }

    /// <summary>Takes a point out; what came out of it stays, under none.</summary>
    public void Withdraw(AgendaLine line)
    {
        Open();
        foreach (var outcome in Outcomes.Where(o => o.Line == line))
            outcome.Describe(outcome.Text, null);
        Agenda.Remove(line);
    }

    /// <summary>Writes down a decision, an action, a finding or a need.</summary>
    public MeetingOutcome Conclude(OutcomeKind kind, string text, AgendaLine? line = null)
    {
        Open();
        var outcome = new MeetingOutcome(kind, text, line);
        Outcomes.Add(outcome);
        return outcome;
    }

    public void Withdraw(MeetingOutcome outcome)
    {
        Open();
        Outcomes.Remove(outcome);
    }

    /// <param name="internalMinutes">Null leaves the internal notes as they are.</param>
    public void Note(string minutes, string? internalMinutes = null)
    {
        Open();
        (Minutes, InternalMinutes) = (minutes.Trim(), internalMinutes?.Trim() ?? InternalMinutes);
    }

    /// <summary>The draft of the minutes goes to those who met, who may remark on it.</summary>
    public void Circulate(DateOnly on)
    {
        Open();
        if (HeldOn is null)
            throw new BrokenRuleException("Le projet de compte rendu se transmet une fois la rencontre tenue.");
        if (Minutes.Length == 0)
            throw new BrokenRuleException("Rédigez d’abord le compte rendu.");
        CirculatedOn = on;
    }

    public MinutesRemark Remark(string author, bool isOurs, string text, DateOnly on)
    {
        Open();
        if (CirculatedOn is null)
            throw new BrokenRuleException("Les remarques se notent une fois le projet de compte rendu transmis.");
        if (string.IsNullOrWhiteSpace(author))
            throw new BrokenRuleException("Dites de qui vient la remarque.", nameof(MinutesRemark.Author));
        var remark = new MinutesRemark(author.Trim(), isOurs, text, on);
        Remarks.Add(remark);
        return remark;
    }

    /// <summary>What the minutes open with: a heading for each point.</summary>
    public string MinutesOutline() => string.Join("\n\n", Agenda.OrderBy(l => l.Order).Select(l => $"## {l.Title}\n"));
}
