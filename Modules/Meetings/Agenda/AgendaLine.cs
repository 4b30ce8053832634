using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum LineFate
{
    [Display(Name = "Au programme")]
    Open = 0,

    [Display(Name = "Traité")]
    Treated = 1,

    /// <summary>Carried to the next meeting, or to the partner's topics when there is none.</summary>
    [Display(Name = "Renvoyé à la prochaine rencontre")]
    Moved = 2,
}

/// <summary>One point of a meeting's agenda.</summary>
[Display(Name = "Point à l’ordre du jour")]
internal sealed class AgendaLine : IPartOf
{
    private AgendaLine() { }

    public AgendaLine(string title, int? minutes, int? ownerPostId, int order, bool isFromTopic = false)
    {
        Describe(title, minutes, ownerPostId, order);
        IsFromTopic = isFromTopic;
    }

    public int Id { get; private set; }
    public int MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }
    public int RootId => MeetingId;

    public int Order { get; private set; }

    [Display(Name = "Point")]
    public string Title { get; private set; } = "";

    /// <summary>Time foreseen, in minutes, 1 to 480.</summary>
    [Display(Name = "Minutes")]
    public int? Minutes { get; private set; }

    /// <summary>Who brings the point: a post of either side.</summary>
    [Display(Name = "Porté par")]
    public int? OwnerPostId { get; private set; }
    public Post? OwnerPost { get; private set; }

    [Display(Name = "Suite")]
    public LineFate Fate { get; private set; }

    /// <summary>Brought by a topic rather than written there: taking the topic back takes it away.</summary>
    public bool IsFromTopic { get; private set; }

    public void Describe(string title, int? minutes, int? ownerPostId, int order)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Écrivez le point à l’ordre du jour.", nameof(Title));
        if (minutes is < 1 or > 480)
            throw new BrokenRuleException("Un point dure de 1 à 480 minutes.", nameof(Minutes));
        (Title, Minutes, OwnerPostId, Order) = (title.Trim(), minutes, ownerPostId, order);
    }

    public void Become(LineFate fate) => Fate = fate;
}
