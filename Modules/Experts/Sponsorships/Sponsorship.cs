using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>« Parrainage »: an establishment that seldom meets a topic leans on one that often does; renewed each year.</summary>
internal sealed class Sponsorship : AggregateRoot
{
    /// <summary>Months that it holds without being renewed.</summary>
    public const int Lasts = 12;

    private Sponsorship() { }

    public Sponsorship(int generalistId, int resourceId, int topicId, DateOnly from)
        : base(ExpertsModule.Sponsorship)
    {
        if (generalistId == resourceId)
            throw new BrokenRuleException("Un établissement ne se parraine pas lui-même.", nameof(ResourceId));
        (GeneralistId, ResourceId, TopicId, From) = (generalistId, resourceId, topicId, from);
        SetLinks(LinkRole.Establishment, [generalistId, resourceId]);
    }

    /// <summary>Who leans.</summary>
    [Display(Name = "Établissement parrainé")]
    public int GeneralistId { get; private set; }
    public Establishment? Generalist { get; private set; }

    /// <summary>Who is leant on.</summary>
    [Display(Name = "Établissement ressource")]
    public int ResourceId { get; private set; }
    public Establishment? Resource { get; private set; }

    [Display(Name = "Thème")]
    public int TopicId { get; private set; }
    public Topic? Topic { get; private set; }

    [Display(Name = "Depuis le")]
    public DateOnly From { get; private set; }

    [Display(Name = "Renouvelé le")]
    public DateOnly? RenewedOn { get; private set; }

    [Display(Name = "Terminé le")]
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What the two agreed: whom to call, visits, days of immersion; 500 characters.</summary>
    [Display(Name = "Ce qui est convenu")]
    public string Terms { get; private set; } = "";

    /// <summary>Last day, unless renewed or ended before.</summary>
    public DateOnly Until => (RenewedOn ?? From).AddMonths(Lasts).AddDays(-1);

    public bool IsOn(DateOnly day) => From <= day && day <= Until && (EndedOn is null || EndedOn >= day);

    public override SubjectFacts Describe() => new("Parrainage entre établissements", EndedOn is { } ended ? $"Terminé le {French.Date(ended)}" : $"Depuis le {French.Date(From)}", From) { Text = [Terms] };

    /// <summary>Days before the end from which one renews.</summary>
    public const int RenewedWithin = 30;

    /// <summary>Its end comes near, or is past, and nobody renewed it.</summary>
    public bool IsToRenew(DateOnly day) => EndedOn is null && Until <= day.AddDays(RenewedWithin);

    public void Agree(DateOnly from, string terms)
    {
        if (from > RenewedOn || from > EndedOn)
            throw new BrokenRuleException("Le début vient avant le renouvellement et la fin.", nameof(From));
        (From, Terms) = (from, terms.Trim());
    }

    public void Renew(DateOnly on)
    {
        if (EndedOn is not null)
            throw new BrokenRuleException("Ce parrainage est terminé.");
        if (on < From)
            throw new BrokenRuleException("Ce parrainage n’a pas commencé.");
        RenewedOn = on;
    }

    public void End(DateOnly on)
    {
        if (EndedOn is not null)
            throw new BrokenRuleException("Ce parrainage est terminé.");
        if (on < From)
            throw new BrokenRuleException("La fin vient après le début.", nameof(EndedOn));
        EndedOn = on;
    }
}
