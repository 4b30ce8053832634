using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A professional, ours or a partner's; professional data only.</summary>
public sealed class Person : AggregateRoot
{
    private Person() { }

    public Person(string firstName, string lastName, string source)
        : base(ContactsModule.Person)
    {
        Rename(firstName, lastName);
        Source = source;
    }

    [Display(Name = "Prénom")]
    public string FirstName { get; private set; } = "";

    [Display(Name = "Nom")]
    public string LastName { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    [Display(Name = "Téléphone")]
    public string Phone { get; private set; } = "";

    /// <summary>Where the data came from (rules.md, secrecy): "rencontre du…", "annuaire", "import".</summary>
    [Display(Name = "Source")]
    public string Source { get; private set; } = "";

    [Display(Name = "Coordonnées vérifiées le")]
    public DateOnly? VerifiedOn { get; private set; }

    [Display(Name = "Vérifiées par")]
    public string VerifiedBy { get; private set; } = "";

    /// <summary>Last day of work, as far as known; erasure counts from it.</summary>
    [Display(Name = "Partie le")]
    public DateOnly? DepartedOn { get; private set; }

    /// <summary>The record into which this one, a duplicate, was merged.</summary>
    public int? MergedIntoId { get; private set; }

    /// <summary>When the person's data were erased; ids and dates of holdings stay.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public ICollection<Holding> Holdings { get; } = new HashSet<Holding>();
    public ICollection<Absence> Absences { get; } = new HashSet<Absence>();
    public ICollection<StaffMember> Employments { get; } = new HashSet<StaffMember>();

    public string FullName => $"{FirstName} {LastName}".Trim();

    public override SubjectFacts Describe() => new(FullName, Reach: MergedIntoId is null && ErasedOn is null ? Reach.Everyone : Reach.Hidden)
    {
        Text = [Email, Phone],
    };

    public void Rename(string firstName, string lastName)
        => (FirstName, LastName) = (firstName.Trim(), string.IsNullOrWhiteSpace(lastName) ? throw new BrokenRuleException("Indiquez le nom de la personne.", nameof(LastName)) : lastName.Trim());

    public void ReachBy(string phone, string email) => (Phone, Email) = (phone.Trim(), email.Trim());

    public void CameFrom(string source) => Source = source.Trim();

    public void Verify(DateOnly on, string by) => (VerifiedOn, VerifiedBy) = (on, by);

    public void Depart(DateOnly lastDay) => DepartedOn = lastDay;

    public void Return() => DepartedOn = null;
}

/// <summary>Days away, and who stands in.</summary>
public sealed class Absence : IPartOf
{
    private Absence() { }

    public Absence(DateOnly from, DateOnly to, int? substituteId)
    {
        if (to < from)
            throw new BrokenRuleException("La fin de l’absence précède son début.", nameof(To));
        (From, To, SubstituteId) = (from, to, substituteId);
    }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int RootId => PersonId;

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Au")]
    public DateOnly To { get; private set; }

    [Display(Name = "Remplacé par")]
    public int? SubstituteId { get; private set; }
    public Person? Substitute { get; private set; }
}

/// <summary>An employment by us: establishment, function, from–to (inclusive days).</summary>
public sealed class StaffMember : IPartOf
{
    private StaffMember() { }

    public StaffMember(int establishmentId, string function, DateOnly from) => (EstablishmentId, Function, From) = (establishmentId, function.Trim(), from);

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int RootId => PersonId;

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Fonction")]
    public string Function { get; private set; } = "";

    [Display(Name = "Depuis le")]
    public DateOnly From { get; private set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    /// <summary>Foreseen end of a fixed-term contract; the person is still there until <see cref="To"/> is written.</summary>
    [Display(Name = "Terme du contrat")]
    public DateOnly? FixedTermEnd { get; private set; }

    /// <summary>Long leave: dates only, nowhere to write a reason.</summary>
    [Display(Name = "Absence longue, du")]
    public DateOnly? LongLeaveFrom { get; private set; }

    [Display(Name = "Absence longue, au")]
    public DateOnly? LongLeaveTo { get; private set; }

    public void Work(int establishmentId, string function, DateOnly from, DateOnly? fixedTermEnd)
        => (EstablishmentId, Function, From, FixedTermEnd) = (establishmentId, function.Trim(), from, fixedTermEnd);

    public void TakeLongLeave(DateOnly? from, DateOnly? to)
    {
        if (from is null ? to is not null : to < from)
            throw new BrokenRuleException("La fin de l’absence longue précède son début.", nameof(LongLeaveTo));
        (LongLeaveFrom, LongLeaveTo) = (from, to);
    }

    public void Leave(DateOnly lastDay)
        => To = lastDay >= From ? lastDay : throw new BrokenRuleException($"Le départ ne peut pas précéder l’arrivée, le {French.Date(From)}.", nameof(To));

    public void Stay() => To = null;
}
