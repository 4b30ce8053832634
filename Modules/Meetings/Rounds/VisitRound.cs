using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>Several of our houses shown to one visitor in a day; each leg is a visit of its own.</summary>
internal sealed class VisitRound : AggregateRoot
{
    private VisitRound() { }

    public VisitRound(string title, int partnerId, DateOnly on, string purpose)
        : base(MeetingsModule.Round)
    {
        PartnerId = partnerId;
        Describe(title, on, purpose);
    }

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Visiteur")]
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Date")]
    public DateOnly On { get; private set; }

    [Display(Name = "Objet")]
    public string Purpose { get; private set; } = "";

    public ICollection<Meeting> Legs { get; } = new HashSet<Meeting>();

    public override SubjectFacts Describe() => new(Title, $"Tournée du {French.Date(On)}", On, Reach: Reach.Establishments) { Text = [Purpose] };

    public void Describe(string title, DateOnly on, string purpose)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de la tournée.", nameof(Title));
        (Title, On, Purpose) = (title.Trim(), on, purpose.Trim());
    }
}
