namespace Intranet.Shared;

/// <summary>A counting meeting with a partner (rules.md, "Partners and the annual obligation"), published by Meetings.</summary>
public sealed class PartnerMet
{
    public int PartnerId { get; set; }
    public int MeetingId { get; set; }
    public DateOnly On { get; set; }
}

/// <summary>When partners were met, as a query that others compose into theirs.</summary>
public interface IPartnerMeetings
{
    /// <summary>Meetings that count for the annual obligation.</summary>
    IQueryable<PartnerMet> Counting(IntranetDb db);
}
