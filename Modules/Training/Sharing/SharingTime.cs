using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

internal enum SharingKind
{
    [Display(Name = "Analyse des pratiques")]
    PracticeAnalysis = 1,

    [Display(Name = "Intervision avec un partenaire")]
    Intervision = 2,

    [Display(Name = "Groupe de travail")]
    WorkingGroup = 3,
}

/// <summary>« Temps de partage » (trade.md): a series, its regularity and its head-counts; what is said there is never recorded.</summary>
internal sealed class SharingTime : AggregateRoot
{
    private SharingTime() { }

    public SharingTime(SharingKind kind, string title, int everyWeeks, DateOnly from)
        : base(TrainingModule.Sharing)
        => Be(kind, title, everyWeeks, from, null, null);

    [Display(Name = "Nature")]
    public SharingKind Kind { get; private set; }

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    /// <summary>Weeks from one to the next, 1 to 26.</summary>
    [Display(Name = "Toutes les (semaines)")]
    public int EveryWeeks { get; private set; }

    [Display(Name = "Depuis le")]
    public DateOnly From { get; private set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    [Display(Name = "Avec")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    public ICollection<SharingHeld> Held { get; } = new HashSet<SharingHeld>();

    public override SubjectFacts Describe() => new(Title, Labels.Of(Kind), Reach: Reach.Establishments);

    public void Be(SharingKind kind, string title, int everyWeeks, DateOnly from, DateOnly? to, int? partnerId)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé.", nameof(Title));
        if (everyWeeks is < 1 or > 26)
            throw new BrokenRuleException("Le rythme va de 1 à 26 semaines.", nameof(EveryWeeks));
        if (to < from)
            throw new BrokenRuleException("La fin vient après le début.", nameof(To));
        (Kind, Title, EveryWeeks, From, To, PartnerId) = (kind, title.Trim(), everyWeeks, from, to, partnerId);
    }

    /// <summary>Whose teams it gathers; the subject's links must be loaded.</summary>
    public void Gather(IReadOnlyCollection<int> establishments)
    {
        if (establishments.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un établissement.", "Establishments");
        SetLinks(LinkRole.Establishment, establishments);
        SetLinks(LinkRole.Partner, PartnerId is { } partner ? [partner] : []);
    }

    /// <summary>It took place that day with so many people; said again, the number is put right. Those held must be loaded.</summary>
    public void Note(DateOnly on, int headCount, DateOnly today)
    {
        if (on > today || on < From)
            throw new BrokenRuleException($"Indiquez un jour entre le {French.Date(From)} et aujourd’hui.", nameof(SharingHeld.On));
        if (headCount is < 1 or > 500)
            throw new BrokenRuleException("Indiquez de 1 à 500 personnes.", nameof(SharingHeld.HeadCount));
        if (Held.FirstOrDefault(h => h.On == on) is { } known)
            known.Count(headCount);
        else
            Held.Add(new SharingHeld(on, headCount));
    }

    /// <summary>How many were expected between two days, both included.</summary>
    public int Expected(DateOnly from, DateOnly to)
    {
        var first = From > from ? From : from;
        var last = To < to ? To.Value : to;
        return last < first ? 0 : ((last.DayNumber - first.DayNumber) / (EveryWeeks * 7)) + 1;
    }
}

/// <summary>One that took place: a day and a head-count, nothing of what was said.</summary>
[Display(Name = "Séance")]
internal sealed class SharingHeld : IPartOf
{
    private SharingHeld() { }

    public SharingHeld(DateOnly on, int headCount) => (On, HeadCount) = (on, headCount);

    public int Id { get; private set; }
    public int SharingId { get; private set; }
    public SharingTime? Sharing { get; private set; }
    public int RootId => SharingId;

    [Display(Name = "Date")]
    public DateOnly On { get; private set; }

    [Display(Name = "Personnes présentes")]
    public int HeadCount { get; private set; }

    public void Count(int headCount) => HeadCount = headCount;
}
