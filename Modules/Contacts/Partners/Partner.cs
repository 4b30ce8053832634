using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>An outside organisation: a SPIP or its antenna, a court, a prison, an association…</summary>
public sealed class Partner : AggregateRoot, IHideable
{
    private Partner() { }

    public Partner(string name, int kindId)
        : base(ContactsModule.Partner)
        => (Name, KindId) = (Required(name), kindId);

    /// <summary>As people write it ("Tribunal judiciaire d’Évry").</summary>
    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>Other names, one a line; searched, and matched by imports.</summary>
    [Display(Name = "Autres noms")]
    public string Aliases { get; private set; } = "";

    [Display(Name = "Nature")]
    public int KindId { get; private set; }
    public PartnerKind Kind { get; private set; } = null!;

    [Display(Name = "Rattaché à")]
    public int? ParentId { get; private set; }
    public Partner? Parent { get; private set; }

    /// <summary>Département codes, separated and surrounded by a bar ("|93|75|"), so that one LIKE finds one code; empty when unknown.</summary>
    [Display(Name = "Départements")]
    public string Departments { get; private set; } = "";

    [Display(Name = "Adresse")]
    public string Street { get; private set; } = "";

    [Display(Name = "Code postal")]
    public string PostalCode { get; private set; } = "";

    [Display(Name = "Commune")]
    public string City { get; private set; } = "";

    [Display(Name = "Téléphone")]
    public string Phone { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    /// <summary>The territory as its source words it; links to courts and prisons stand beside it.</summary>
    [Display(Name = "Ressort")]
    public string Territory { get; private set; } = "";

    /// <summary>Post of ours that keeps the relation; a partner is followed when it has one.</summary>
    [Display(Name = "Responsable de la relation")]
    public int? RelationOwnerId { get; private set; }
    public Post? RelationOwner { get; private set; }

    /// <summary>Since when the relation has an owner: the day on which a partner never seen was due.</summary>
    [Display(Name = "Suivi depuis le")]
    public DateOnly? FollowedOn { get; private set; }

    /// <summary>Wished time between meetings, in months; the kind's when null.</summary>
    [Display(Name = "Délai souhaité entre deux rencontres (mois)")]
    public int? WishedMonths { get; private set; }

    /// <summary>Maximum time between meetings, in months; the kind's when null.</summary>
    [Display(Name = "Délai maximal entre deux rencontres (mois)")]
    public int? MaximumMonths { get; private set; }

    /// <summary>Lowest level at which a meeting counts; the kind's when null.</summary>
    [Display(Name = "Niveau attendu")]
    public PostLevel? ExpectedLevel { get; private set; }

    [Display(Name = "Fermé le")]
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The record into which this one, a duplicate, was merged; its address leads there.</summary>
    [Display(Name = "Réuni avec")]
    public int? MergedIntoId { get; private set; }
    public Partner? MergedInto { get; private set; }

    [Display(Name = "Notes")]
    public string Notes { get; private set; } = "";

    /// <summary>Keys of this partner in outside directories; imports recognise it by them.</summary>
    public ICollection<PartnerIdentifier> Identifiers { get; } = new HashSet<PartnerIdentifier>();

    /// <summary>Wings of a prison, with the last known figures.</summary>
    public ICollection<PrisonWing> Wings { get; } = new HashSet<PrisonWing>();

    public ICollection<Post> Posts { get; } = new HashSet<Post>();

    public override SubjectFacts Describe() => new(Name, City, ParentId: ParentId, Reach: MergedIntoId is null ? Reach.Everyone : Reach.Hidden)
    {
        Text = [Aliases, City, DepartmentList.Names(Departments)],
    };

    public void Rename(string name, string aliases) => (Name, Aliases) = (Required(name), aliases.Trim());

    public void Classify(int kindId, int? parentId, IEnumerable<string> departments)
    {
        if (parentId is not null && parentId == Id)
            throw new BrokenRuleException("Un partenaire ne peut pas être rattaché à lui-même.", nameof(ParentId));
        (KindId, ParentId, Departments) = (kindId, parentId, DepartmentList.Join(departments));
    }

    public void Locate(string street, string postalCode, string city, string phone, string email)
        => (Street, PostalCode, City, Phone, Email) = (street.Trim(), postalCode.Trim(), city.Trim(), phone.Trim(), email.Trim());

    public void DescribeTerritory(string territory) => Territory = territory.Trim();

    public void Annotate(string notes) => Notes = notes.Trim();

    /// <summary>Names the post of ours that keeps the relation; null stops following.</summary>
    /// <param name="today">Kept as the beginning when nobody followed before.</param>
    public void Follow(int? postId, DateOnly? today = null)
        => (RelationOwnerId, FollowedOn) = (postId, postId is null ? null : FollowedOn ?? today);

    /// <summary>Sets this partner's own delays and level; null takes the kind's.</summary>
    /// <param name="kind">Its kind, whose maximum holds when none is given.</param>
    public void MeetEvery(int? wishedMonths, int? maximumMonths, PostLevel? expectedLevel, PartnerKind? kind = null)
    {
        if (wishedMonths is < 1 or > 60 || maximumMonths is < 1 or > 60)
            throw new BrokenRuleException("Un délai entre deux rencontres va de 1 à 60 mois.", nameof(MaximumMonths));
        if (wishedMonths > (maximumMonths ?? kind?.MaximumMonths))
            throw new BrokenRuleException("Le délai souhaité ne peut pas dépasser le délai maximal.", nameof(WishedMonths));
        (WishedMonths, MaximumMonths, ExpectedLevel) = (wishedMonths, maximumMonths, expectedLevel);
    }

    public void Close(DateOnly on) => ClosedOn = on;

    public void Reopen() => ClosedOn = null;

    /// <summary>Gives way to the record of the same partner: takes over nothing itself, see <see cref="PartnerMerge"/>.</summary>
    internal void GiveWayTo(Partner kept)
    {
        if (kept.Id == Id || kept.MergedIntoId is not null)
            throw new BrokenRuleException("Choisissez une autre fiche à garder.");
        (MergedIntoId, RelationOwnerId, FollowedOn) = (kept.Id, null, null);
    }

    /// <summary>Keeps what the duplicate says and this record doesn't; the duplicate's names become aliases.</summary>
    internal void Absorb(Partner duplicate)
    {
        (Street, PostalCode, City) = Street.Length + City.Length > 0 ? (Street, PostalCode, City) : (duplicate.Street, duplicate.PostalCode, duplicate.City);
        (Phone, Email, Territory) = (Or(Phone, duplicate.Phone), Or(Email, duplicate.Email), Or(Territory, duplicate.Territory));
        Departments = DepartmentList.Join(DepartmentList.Split(Departments).Concat(DepartmentList.Split(duplicate.Departments)));
        var names = Lines(Aliases).Append(duplicate.Name).Concat(Lines(duplicate.Aliases)).Where(n => n != Name).Distinct(StringComparer.OrdinalIgnoreCase);
        Aliases = string.Join('\n', names);
        Notes = string.Join("\n\n", new[] { Notes, duplicate.Notes }.Where(n => n.Length > 0).Distinct());
        ParentId ??= duplicate.ParentId == Id ? null : duplicate.ParentId;

        static string Or(string own, string other) => own.Length > 0 ? own : other;
        static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Required(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new BrokenRuleException("Indiquez le nom du partenaire.", nameof(Name))
        : name.Trim();
}

/// <summary>The key of a partner in an outside directory.</summary>
[Display(Name = "Identifiant")]
public sealed class PartnerIdentifier : IPartOf
{
    private PartnerIdentifier() { }

    public PartnerIdentifier(string scheme, string value) => (Scheme, Value) = (scheme, value);

    public int Id { get; private set; }
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }
    public int RootId => PartnerId;

    /// <summary>Which directory: <c>spip-a44</c>, <c>judilibre</c>, <c>prison</c>, <c>finess</c>, <c>siret</c>…</summary>
    [Display(Name = "Répertoire")]
    public string Scheme { get; private set; } = "";

    [Display(Name = "Valeur")]
    public string Value { get; private set; } = "";
}

/// <summary>A wing ("quartier") of a prison and its figures on a day.</summary>
[Display(Name = "Quartier")]
public sealed class PrisonWing : IPartOf
{
    private PrisonWing() { }

    public PrisonWing(string name) => Name = name;

    public int Id { get; private set; }
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }
    public int RootId => PartnerId;

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>The day of the figures.</summary>
    [Display(Name = "Chiffres du")]
    public DateOnly AsOf { get; private set; }

    /// <summary>Places by the norm; null when the source says "NC".</summary>
    [Display(Name = "Capacité norme")]
    public int? Capacity { get; private set; }

    [Display(Name = "Capacité opérationnelle")]
    public int? OperationalCapacity { get; private set; }

    [Display(Name = "Personnes détenues")]
    public int? Inmates { get; private set; }

    public void Measure(DateOnly asOf, int? capacity, int? operationalCapacity, int? inmates)
        => (AsOf, Capacity, OperationalCapacity, Inmates) = (asOf, capacity, operationalCapacity, inmates);

    public override string ToString() => Name;
}
