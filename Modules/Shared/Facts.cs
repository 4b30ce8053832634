namespace Intranet.Shared;

/// <summary>A counting meeting with a partner (rules.md, "Partners and the annual obligation"), published by Meetings.</summary>
public sealed class PartnerMet
{
    public int PartnerId { get; set; }
    public int MeetingId { get; set; }
    public DateOnly On { get; set; }
}

/// <summary>Somebody present at a meeting with a partner that was held, published by Meetings.</summary>
public sealed class PartnerContact
{
    public int PartnerId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>Of ours, or of the partner.</summary>
    public bool IsOurs { get; set; }

    /// <summary>Tells people apart: the person's name as the meeting keeps it.</summary>
    public string Name { get; set; } = "";
}

/// <summary>An invitation to which a partner didn't answer yes, with no counting meeting since: late, and not for want of asking.</summary>
public sealed class PartnerSolicited
{
    public int PartnerId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>They said no; otherwise they said nothing.</summary>
    public bool IsRefused { get; set; }
}

/// <summary>When partners were met, and by whom, as queries that others compose into theirs.</summary>
public interface IPartnerMeetings
{
    /// <summary>Meetings that count for the annual obligation.</summary>
    IQueryable<PartnerMet> Counting(IntranetDb db);

    /// <summary>Who was present, on both sides, at the meetings that were held.</summary>
    IQueryable<PartnerContact> Contacts(IntranetDb db);

    /// <summary>Invitations that wait for an answer, or were refused, since the last counting meeting.</summary>
    IQueryable<PartnerSolicited> Solicited(IntranetDb db);
}

/// <summary>The one page of a convention that says what to do at once, and whom to tell.</summary>
/// <param name="Partners">With whom it was agreed.</param>
public sealed record IncidentSheet(string Title, string Partners, string Address);

/// <summary>Incident protocols, published by Conventions for whoever is alone at night.</summary>
public interface IIncidentSheets
{
    /// <summary>Those of conventions in force of an establishment, in the reader's scope.</summary>
    Task<IReadOnlyList<IncidentSheet>> OfAsync(IntranetDb db, CurrentUser user, int establishmentId, DateOnly today, CancellationToken cancellation);
}

/// <summary>Somebody of ours completed a course, as accepted; published by Training.</summary>
public sealed class TrainedPerson
{
    public int PersonId { get; set; }

    /// <summary>Title of the course.</summary>
    public string Course { get; set; } = "";
    public DateOnly On { get; set; }
}

/// <summary>Who followed what, as a query that others compose into theirs.</summary>
public interface ITrainedPeople
{
    /// <summary>Names of the classes that it is read from (<see cref="Board{T}"/>).</summary>
    IReadOnlyCollection<string> Sources { get; }

    /// <summary>Accepted records.</summary>
    IQueryable<TrainedPerson> Read(IntranetDb db);
}
