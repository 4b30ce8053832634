namespace Intranet.Shared;

/// <summary>Something with a day, for the calendars of others. Whoever fills it in says nothing of an accompanied person.</summary>
/// <param name="Uid">Identifies the event for ever, in every file about it.</param>
/// <param name="Title">What the calendar shows.</param>
/// <param name="Day">The day in Paris.</param>
/// <param name="Start">The time in Paris; null when the hour isn't settled: the event then takes the whole day.</param>
/// <param name="Duration">How long it lasts from <paramref name="Start"/>; of no meaning without it.</param>
public sealed record CalendarEvent(string Uid, string Title, DateOnly Day, TimeOnly? Start, TimeSpan Duration)
{
    /// <summary>Grows each time the event is told anew (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; init; }

    public string Place { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Where more is said, an absolute address; empty for none.</summary>
    public string Address { get; init; } = "";

    /// <summary>It won't take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>In whose name it is told; what receives a method asks for one.</summary>
    public required CalendarContact Organizer { get; init; }

    /// <summary>Who is invited; left out of a calendar that is only published (RFC 5546, 3.2.1).</summary>
    public IReadOnlyList<CalendarGuest> Guests { get; init; } = [];
}

/// <summary>A name and its address.</summary>
public sealed record CalendarContact(string Name, string Mail);

/// <summary>Somebody invited, and what they answered.</summary>
/// <param name="Accepted">Null while they have not said.</param>
/// <param name="AsksReply">The guest's programme may answer by mail to the organizer.</param>
public sealed record CalendarGuest(string Name, string Mail, bool? Accepted = null, bool AsksReply = false);

/// <summary>What a calendar file asks of who receives it (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Here it is; nothing is asked.</summary>
    Publish,

    /// <summary>You are invited, or something changed.</summary>
    Request,

    /// <summary>It is off, for those named.</summary>
    Cancel,
}
