using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum SolicitationAnswer
{
    [Display(Name = "Sans réponse")]
    None = 0,

    [Display(Name = "Acceptée")]
    Accepted = 1,

    [Display(Name = "Refusée")]
    Refused = 2,
}

/// <summary>An invitation sent to a partner and what became of it: late, and visibly not the coordinator's fault (trade.md, "Meetings").</summary>
[Display(Name = "Sollicitation")]
internal sealed class Solicitation : IPartOf
{
    private Solicitation() { }

    public Solicitation(int partnerId, DateOnly on, string means, string comment, string author)
        => (PartnerId, On, Means, Comment, Author) = (partnerId, on, means.Trim(), comment.Trim(), author);

    public int Id { get; private set; }
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }
    public int RootId => PartnerId;

    [Display(Name = "Sollicité le")]
    public DateOnly On { get; private set; }

    /// <summary>Mail, telephone, letter: in words.</summary>
    [Display(Name = "Moyen")]
    public string Means { get; private set; } = "";

    [Display(Name = "Commentaire")]
    public string Comment { get; private set; } = "";

    [Display(Name = "Par")]
    public string Author { get; private set; } = "";

    [Display(Name = "Réponse")]
    public SolicitationAnswer Answer { get; private set; }

    [Display(Name = "Réponse du")]
    public DateOnly? AnsweredOn { get; private set; }

    [Display(Name = "Motif du refus")]
    public string Reason { get; private set; } = "";

    public void Answered(SolicitationAnswer answer, DateOnly? on, string reason, DateOnly today)
    {
        if (answer != SolicitationAnswer.None && (on is null || on < On || on > today))
            throw new BrokenRuleException($"La réponse est datée entre le {French.Date(On)} et aujourd’hui.", nameof(AnsweredOn));
        (Answer, AnsweredOn, Reason) = (answer, answer == SolicitationAnswer.None ? null : on, reason.Trim());
    }
}
