using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>Something to speak of with a partner, waiting for a meeting; a point not treated comes back here.</summary>
[Display(Name = "Sujet à aborder")]
internal sealed class PartnerTopic : IPartOf
{
    private PartnerTopic() { }

    public PartnerTopic(int partnerId, string text, DateOnly on, string author, int? fromMeetingId = null, AgendaLine? fromLine = null)
        => (PartnerId, Text, On, Author, FromMeetingId, FromLine) = (partnerId, string.IsNullOrWhiteSpace(text) ? throw new BrokenRuleException("Écrivez le sujet.", nameof(Text)) : text.Trim(), on, author, fromMeetingId, fromLine);

    public int Id { get; private set; }
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }
    public int RootId => PartnerId;

    [Display(Name = "Sujet")]
    public string Text { get; private set; } = "";

    [Display(Name = "Noté le")]
    public DateOnly On { get; private set; }

    [Display(Name = "Par")]
    public string Author { get; private set; } = "";

    /// <summary>The meeting that left it untreated.</summary>
    [Display(Name = "Reporté de")]
    public int? FromMeetingId { get; private set; }
    public Meeting? FromMeeting { get; private set; }

    /// <summary>The point put off; null once it is taken out of its agenda.</summary>
    public int? FromLineId { get; private set; }
    public AgendaLine? FromLine { get; private set; }

    /// <summary>The point of an agenda that took it; null once that point is taken out.</summary>
    public int? LineId { get; private set; }
    public AgendaLine? Line { get; private set; }

    [Display(Name = "Abandonné le")]
    public DateOnly? DroppedOn { get; private set; }

    public void TakeTo(AgendaLine line) => Line = line;

    public void Drop(DateOnly on) => DroppedOn = on;
}

/// <summary>A topic and the meeting whose agenda has it.</summary>
internal sealed record TakenTopic(string Text, int MeetingId, string Meeting, DateOnly On);

internal static class PartnerTopics
{
    /// <summary>Topics that no agenda has; that of a cancelled meeting has none.</summary>
    public static IQueryable<PartnerTopic> Waiting(this IQueryable<PartnerTopic> topics)
        => topics.Where(t => t.DroppedOn == null && (t.LineId == null || t.Line!.Meeting!.CancelledOn != null));

    /// <summary>The agendas, among these meetings, that have topics; the latest first.</summary>
    public static IQueryable<TakenTopic> Taken(this IQueryable<PartnerTopic> topics, IQueryable<Meeting> meetings)
        => from topic in topics
           from meeting in meetings
           where topic.Line!.MeetingId == meeting.Id && meeting.CancelledOn == null && topic.DroppedOn == null
           orderby meeting.On descending, topic.Id
           select new TakenTopic(topic.Text, meeting.Id, meeting.Title, meeting.On);

    /// <summary>Topics that a reader of these meetings may see: one left by another meeting tells what was said there.</summary>
    public static IQueryable<PartnerTopic> From(this IQueryable<PartnerTopic> topics, IQueryable<Meeting> meetings)
        => topics.Where(t => t.FromMeetingId == null || meetings.Any(m => m.Id == t.FromMeetingId));
}
