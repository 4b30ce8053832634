using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum Attendance
{
    [Display(Name = "Invité·e")]
    Invited = 1,

    [Display(Name = "Présent·e")]
    Present = 2,

    [Display(Name = "Excusé·e")]
    Excused = 3,
}

/// <summary>Who takes part, with the post held that day and its level then: what the post becomes later changes nothing.</summary>
[Display(Name = "Participant")]
internal sealed class MeetingParticipant : IPartOf
{
    private MeetingParticipant() { }

    /// <summary>Somebody of the directory, through the post held that day.</summary>
    public MeetingParticipant(Holding holding, Post post, string name, Attendance attendance)
    {
        (PersonId, PostId, PartnerId) = (holding.PersonId, post.Id, post.PartnerId);
        (Name, Function, Level, Attendance) = (name, post.Title, post.Level, attendance);
    }

    /// <summary>Somebody who isn't in the directory: named, but at no known level.</summary>
    /// <param name="partnerId">Null for one of ours.</param>
    public MeetingParticipant(string name, string function, int? partnerId, Attendance attendance, string email = "")
        => (Name, Function, PartnerId, Attendance, Email) = (name.Trim(), function.Trim(), partnerId, attendance, email.Trim());

    public int Id { get; private set; }
    public int MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }
    public int RootId => MeetingId;

    [Display(Name = "Personne")]
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Poste")]
    public int? PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>Whose side; null for ours.</summary>
    [Display(Name = "Partenaire")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    [Display(Name = "Fonction")]
    public string Function { get; private set; } = "";

    /// <summary>Where to write to somebody outside the directory; others are written to at their post, else at their own address.</summary>
    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    [Display(Name = "Niveau")]
    public PostLevel? Level { get; private set; }

    [Display(Name = "Présence")]
    public Attendance Attendance { get; private set; }

    internal (int?, int?, int?, string) Key => (PersonId, PostId, PartnerId, PersonId is null ? Folding.Fold(Name) : "");

    public void Attend(Attendance attendance) => Attendance = attendance;

    /// <summary>Forgets who it was; the function stays, since it is the post's.</summary>
    public void Forget() => (Name, Email) = (Contacts.Person.ErasedName, "");

    /// <summary>The same person, written anew; the post and its level that day stay as they were.</summary>
    internal void Become(MeetingParticipant same)
    {
        Attendance = same.Attendance;
        if (PersonId is null)
            (Function, Email) = (same.Function, same.Email);
    }
}
