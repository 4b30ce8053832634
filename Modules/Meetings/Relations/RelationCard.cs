using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>What the sheet of a partner says of the relation.</summary>
internal sealed class RelationCard
{
    /// <summary>Most lines of a kind; the lists have the rest.</summary>
    public const int Most = 8;

    public int PartnerId { get; set; }
    public bool IsFollowed { get; set; }
    public NextMeeting? Next { get; set; }
    public DateOnly? LastMet { get; set; }
    public List<TopicLine> Topics { get; set; } = [];
    public LastSolicitation? Solicited { get; set; }

    /// <summary>When an antenna meets: eight people listen better than sixty-five.</summary>
    public List<MeetingSeries> ServiceMeetings { get; set; } = [];
    public List<Arrival> Arrivals { get; set; } = [];
    public List<OpenAction> Actions { get; set; } = [];
    public DateOnly Today { get; set; }
    public bool CanWrite { get; set; }

    /// <summary>Asked in vain since the last counting meeting (the rule of <see cref="Solicitations.Open"/>).</summary>
    public LastSolicitation? Open => Solicited is { Answer: not SolicitationAnswer.Accepted } asked && !(LastMet >= asked.On) ? asked : null;
}

internal sealed class NextMeeting
{
    public int Id { get; set; }
    public DateOnly On { get; set; }
    public string Title { get; set; } = "";
}

internal sealed class TopicLine
{
    public int Id { get; set; }
    public string Text { get; set; } = "";
    public DateOnly On { get; set; }
    public string Author { get; set; } = "";

    /// <summary>The meeting that left it untreated, on the list of topics only.</summary>
    public int? FromMeetingId { get; set; }
    public string? From { get; set; }
}

internal sealed class LastSolicitation
{
    public DateOnly On { get; set; }
    public string Means { get; set; } = "";
    public SolicitationAnswer Answer { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public string Reason { get; set; } = "";
}

/// <summary>An action of a meeting that waits.</summary>
internal sealed class OpenAction
{
    public int Id { get; set; }
    public int MeetingId { get; set; }
    public DateOnly MeetingOn { get; set; }
    public string Text { get; set; } = "";
    public bool IsOurs { get; set; }
    public string? Post { get; set; }
    public DateOnly? DueOn { get; set; }

    public bool IsLate(DateOnly today) => DueOn < today;

    /// <summary>« nous, Coordination justice, avant le 03/09/2026 ».</summary>
    public string Who => string.Join(", ", new[] { IsOurs ? "nous" : "le partenaire", Post }.Where(t => !string.IsNullOrEmpty(t)));
}
