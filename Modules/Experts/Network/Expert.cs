using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Somebody, or an establishment, who accepts to be asked: on which topics, in which départements, how often. One sheet for each.</summary>
internal sealed class Expert : AggregateRoot, IHideable
{
    /// <summary>Requests a month, unless another ceiling is written.</summary>
    public const int UsualCeiling = 4;

    private Expert() { }

    private Expert(string name)
        : base(ExpertsModule.Expert)
        => Name = name.Trim();

    /// <summary>One of ours.</summary>
    public static Expert OfStaff(int personId, string name) => new(name) { PersonId = personId };

    /// <summary>Somebody of a partner's, without account: asked and answering by a signed link.</summary>
    public static Expert OfPartner(int personId, int partnerId, string name) => new(name) { PersonId = personId, PartnerId = partnerId };

    /// <summary>An « établissement ressource »: whoever works there answers for it.</summary>
    public static Expert OfHouse(int establishmentId, string name) => new(name) { EstablishmentId = establishmentId };

    [Display(Name = "Personne")]
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Établissement")]
    public int? EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    /// <summary>Whose somebody is; null for ours.</summary>
    [Display(Name = "Partenaire")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    /// <summary>The person's or the establishment's, as lists and search call the sheet.</summary>
    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>Codes of the départements covered, between bars; empty for all.</summary>
    [Display(Name = "Départements")]
    public string Departments { get; private set; } = "";

    /// <summary>What one offers, in a sentence or two; 500 characters.</summary>
    [Display(Name = "Ce que je peux apporter")]
    public string About { get; private set; } = "";

    /// <summary>Requests a month, 1 to 30.</summary>
    [Display(Name = "Demandes par mois, au plus")]
    public int Ceiling { get; private set; } = UsualCeiling;

    [Display(Name = "Indisponible jusqu’au")]
    public DateOnly? UnavailableUntil { get; private set; }

    [Display(Name = "Peut accueillir une visite ou une immersion")]
    public bool WelcomesVisits { get; private set; }

    /// <summary>Answers no more; earlier answers stay.</summary>
    [Display(Name = "Retirée du réseau le")]
    public DateOnly? WithdrawnOn { get; private set; }

    public ICollection<Expertise> Topics { get; } = new HashSet<Expertise>();

    public bool IsHouse => EstablishmentId is not null;

    public override SubjectFacts Describe() => new(Name, IsHouse ? "Établissement ressource" : "Réseau d’experts", Reach: WithdrawnOn is null ? Reach.Everyone : Reach.Hidden) { Text = [About] };

    /// <summary>What one offers, where and how often.</summary>
    public void Offer(string about, IEnumerable<string> departments, int ceiling, bool welcomesVisits)
    {
        if (ceiling is < 1 or > 30)
            throw new BrokenRuleException("Indiquez de 1 à 30 demandes par mois.", nameof(Ceiling));
        (About, Departments, Ceiling, WelcomesVisits) = (about.Trim(), CodeList.Join(departments), ceiling, welcomesVisits);
    }

    /// <summary>Nothing is asked until after that day; null to be asked again.</summary>
    public void Pause(DateOnly? until, DateOnly today)
    {
        if (until < today)
            throw new BrokenRuleException("Indiquez un jour à venir.", nameof(UnavailableUntil));
        UnavailableUntil = until;
    }

    /// <summary>Says that one knows a topic; the topics must be loaded. It waits for somebody to confirm it.</summary>
    public Expertise Declare(int topicId, ExpertiseLevel level, DateOnly? since, string by, DateOnly today)
    {
        if (since > today)
            throw new BrokenRuleException("Indiquez un jour passé.", nameof(Expertise.Since));
        if (Topics.FirstOrDefault(t => t.TopicId == topicId) is { } known)
        {
            known.Declare(level, since, by, today);
            return known;
        }
        var topic = new Expertise(topicId, level, since, by, today);
        Topics.Add(topic);
        return topic;
    }

    /// <summary>Takes over what another sheet of the same person knows; the topics of both must be loaded.</summary>
    public void TakeOver(Expert other)
    {
        if (About.Length == 0)
            About = other.About;
        foreach (var topic in other.Topics.ToList())
        {
            if (Topics.FirstOrDefault(t => t.TopicId == topic.TopicId) is not { } known)
                Topics.Add(topic.Copy());
            else
                known.Join(topic);
        }
    }

    /// <summary>The person has another sheet, which took this one over.</summary>
    public void GiveWay(DateOnly on) => (PersonId, WithdrawnOn) = (null, WithdrawnOn ?? on);

    /// <summary>No longer says that one knows it; the topics must be loaded.</summary>
    public void Drop(int topicId)
    {
        if (Topics.FirstOrDefault(t => t.TopicId == topicId) is { } known)
            Topics.Remove(known);
    }

    public void Withdraw(DateOnly on) => WithdrawnOn = on;

    public void ComeBack() => WithdrawnOn = null;

    /// <summary>The name that the person or the establishment bears now.</summary>
    public void Rename(string name) => Name = name.Trim();

    /// <summary>Forgets who it was; what was answered stays.</summary>
    public void Forget(DateOnly on) => (Name, About, WithdrawnOn) = (Contacts.Person.ErasedName, "", WithdrawnOn ?? on);
}
