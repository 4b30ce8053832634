using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A group of establishments under one direction.</summary>
public sealed class Pole : AggregateRoot
{
    private Pole() { }

    public Pole(string name)
        : base(ContactsModule.Pole)
        => Name = name.Trim();

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    public ICollection<Establishment> Establishments { get; } = new HashSet<Establishment>();

    public override SubjectFacts Describe() => new(Name);

    public void Rename(string name) => Name = name.Trim();
}

/// <summary>One of our houses: CHRS, CHU, CSAPA, ACT, LHSS, LAM, CSL…, or the head office.</summary>
public sealed class Establishment : AggregateRoot
{
    private Establishment() { }

    public Establishment(string name, string kind, int? poleId)
        : base(ContactsModule.Establishment)
        => (Name, Kind, PoleId) = (Required(name), kind.Trim(), poleId);

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>Acronym of the kind of establishment ("CHRS"); suggestions come from the reference list.</summary>
    [Display(Name = "Nature")]
    public string Kind { get; private set; } = "";

    [Display(Name = "Pôle")]
    public int? PoleId { get; private set; }
    public Pole? Pole { get; private set; }

    [Display(Name = "Adresse")]
    public string Street { get; private set; } = "";

    [Display(Name = "Code postal")]
    public string PostalCode { get; private set; } = "";

    [Display(Name = "Commune")]
    public string City { get; private set; } = "";

    /// <summary>Code of the département ("93", "2A", "971"); empty when unknown.</summary>
    [Display(Name = "Département")]
    public string Department { get; private set; } = "";

    [Display(Name = "Téléphone")]
    public string Phone { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    [Display(Name = "Astreinte")]
    public string OnCallPhone { get; private set; } = "";

    /// <summary>FINESS number, nine characters; imports recognise the establishment by it.</summary>
    [Display(Name = "FINESS")]
    public string Finess { get; private set; } = "";

    [Display(Name = "Fermé le")]
    public DateOnly? ClosedOn { get; private set; }

    public ICollection<Post> Posts { get; } = new HashSet<Post>();

    public override SubjectFacts Describe() => new($"{Kind} {Name}".Trim(), City, ParentId: PoleId)
    {
        Text = [Finess, DepartmentList.Names(Department), OnCallPhone],
    };

    public void Describe(string name, string kind, int? poleId) => (Name, Kind, PoleId) = (Required(name), kind.Trim(), poleId);

    public void Locate(string street, string postalCode, string city, string department)
        => (Street, PostalCode, City, Department) = (street.Trim(), postalCode.Trim(), city.Trim(), department.Trim());

    public void ReachBy(string phone, string email, string onCallPhone) => (Phone, Email, OnCallPhone) = (phone.Trim(), email.Trim(), onCallPhone.Trim());

    public void Identify(string finess) => Finess = finess.Trim();

    public void Close(DateOnly on) => ClosedOn = on;

    public void Reopen() => ClosedOn = null;

    private static string Required(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new BrokenRuleException("Indiquez le nom de l’établissement.", nameof(Name))
        : name.Trim();
}
