using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>
/// What calendars were told of a meeting, apart from the meeting so that telling never disturbs somebody who edits it. Edits within ten
/// minutes make one mail: the first sets <see cref="NotifyAt"/>, the job that comes after it tells everybody the latest.
/// </summary>
internal sealed class MeetingNotice : IUnaudited
{
    /// <summary>Several edits soon after one another are one mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private MeetingNotice() { }

    public MeetingNotice(Meeting meeting) => Meeting = meeting;

    public int MeetingId { get; private set; }
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>SEQUENCE of RFC 5545: grows each time the event is told anew.</summary>
    public int Sequence { get; private set; }

    /// <summary>Real time, UTC, from which the invitations leave; null when nothing is to be told.</summary>
    public DateTime? NotifyAt { get; private set; }

    /// <summary>Hash of what was last told, so that an edit that changes nothing for a calendar sends nothing.</summary>
    public string Told { get; private set; } = "";

    public void Wait(DateTime now) => NotifyAt ??= now + Patience;

    public void Forget() => NotifyAt = null;

    /// <summary>Without the ten minutes: somebody asked for it by name.</summary>
    public void Hurry(DateTime now) => NotifyAt = now;

    public void Tell(string told)
    {
        Sequence += Told.Length == 0 ? 0 : 1;
        (Told, NotifyAt) = (told, null);
    }
}
