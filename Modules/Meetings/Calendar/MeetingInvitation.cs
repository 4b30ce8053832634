using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum InvitationAnswer
{
    [Display(Name = "En attente")]
    None = 0,

    [Display(Name = "Viendra")]
    Accepted = 1,

    [Display(Name = "Ne viendra pas")]
    Declined = 2,
}

/// <summary>What one address was told of a meeting, so that somebody taken off the list gets a cancellation.</summary>
internal sealed class MeetingInvitation : IUnaudited
{
    private MeetingInvitation() { }

    public MeetingInvitation(int meetingId, string email, string name, int? personId)
        => (MeetingId, Email, Name, PersonId) = (meetingId, email.Trim(), name, personId);

    public int Id { get; private set; }
    public int MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public int? PersonId { get; private set; }

    /// <summary>Real time, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>SEQUENCE last sent to this address.</summary>
    public int Sequence { get; private set; }

    /// <summary>They were told that it is off for them.</summary>
    public bool IsCancelled { get; private set; }

    public InvitationAnswer Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    public void Sent(int sequence, bool isCancelled, DateTime now) => (Sequence, IsCancelled, SentAt) = (sequence, isCancelled, now);

    public void Reply(InvitationAnswer answer, DateTime now) => (Answer, AnsweredAt) = (answer, now);

    /// <summary>Forgets who was told. A meeting has one row an address: the number stands for it, and nothing is sent there.</summary>
    public void Forget() => (Name, Email) = (Person.ErasedName, $"efface-{Id}");

    /// <summary>A new day asks the question anew.</summary>
    public void AskAgain() => (Answer, AnsweredAt) = (InvitationAnswer.None, null);
}
