using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>The authorisation of one of ours to enter a prison.</summary>
internal sealed class PrisonAccess : AggregateRoot
{
    private PrisonAccess() { }

    public PrisonAccess(int personId, int establishmentId, int partnerId, DateOnly from, DateOnly? until)
        : base(ContactsModule.PrisonAccess)
        => Allow(personId, establishmentId, partnerId, from, until);

    [Display(Name = "Personne")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Établissement pénitentiaire")]
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Délivrée par")]
    public string IssuedBy { get; private set; } = "";

    [Display(Name = "Délivrée le")]
    public DateOnly From { get; private set; }

    [Display(Name = "Valable jusqu’au")]
    public DateOnly? Until { get; private set; }

    public override SubjectFacts Describe() => new("Autorisation d’accès", IssuedBy, From, EstablishmentId, Reach.Establishments);

    /// <summary>Says who may enter where, and when. The subject's links must be loaded.</summary>
    public void Allow(int personId, int establishmentId, int partnerId, DateOnly from, DateOnly? until)
    {
        if (until < from)
            throw new BrokenRuleException("La fin précède le début.", nameof(Until));
        (PersonId, EstablishmentId, PartnerId, From, Until) = (personId, establishmentId, partnerId, from, until);
        SetLinks(LinkRole.Establishment, [establishmentId]);
        SetLinks(LinkRole.Partner, [partnerId]);
        SetLinks(LinkRole.Person, [personId]);
    }

    public void IssuedUnder(string issuedBy) => IssuedBy = issuedBy.Trim();

    /// <summary>Ends it; <paramref name="lastDay"/> is the last day of access.</summary>
    public void End(DateOnly lastDay) => Until = Until < lastDay ? Until : lastDay < From ? From : lastDay;

    public bool IsValidOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}
