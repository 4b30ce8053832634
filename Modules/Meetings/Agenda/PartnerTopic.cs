using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>Something to speak of with a partner, waiting for a meeting; a point not treated comes back here.</summary>
[Display(Name = "Sujet à aborder")]
internal sealed class PartnerTopic : IPartOf
{
    private PartnerTopic() { }

    public PartnerTopic(int partnerId, string text, DateOnly on, string author, int? fromMeetingId = null)
        => (PartnerId, Text, On, Author, FromMeetingId) = (partnerId, string.IsNullOrWhiteSpace(text) ? throw new BrokenRuleException("Écrivez le sujet.", nameof(Text)) : text.Trim(), on, author, fromMeetingId);

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

    /// <summary>The meeting whose agenda took it; null while it waits.</summary>
    [Display(Name = "Mis à l’ordre du jour de")]
    public int? MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }

    [Display(Name = "Abandonné le")]
    public DateOnly? DroppedOn { get; private set; }

    public bool IsWaiting => MeetingId is null && DroppedOn is null;

    public void TakeTo(int? meetingId) => MeetingId = meetingId;

    public void Drop(DateOnly on) => DroppedOn = on;
}

internal static class PartnerTopics
{
    /// <summary>Topics that a reader of these meetings may see: one left by another meeting tells what was said there.</summary>
    public static IQueryable<PartnerTopic> From(this IQueryable<PartnerTopic> topics, IQueryable<Meeting> meetings)
        => topics.Where(t => t.FromMeetingId == null || meetings.Any(m => m.Id == t.FromMeetingId));
}
