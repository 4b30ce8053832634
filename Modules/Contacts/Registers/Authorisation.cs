using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>What the day makes of an authorisation.</summary>
public enum AuthorisationState
{
    /// <summary>Starts later.</summary>
    [Display(Name = "À venir")] Coming = 1,
    [Display(Name = "Valide")] Valid = 2,

    /// <summary>The day to ask for renewal has come and nothing was asked.</summary>
    [Display(Name = "À demander")] ToRenew = 3,
    [Display(Name = "Expirée")] Expired = 4,
}

/// <summary>An authorisation of ours: agrément placement extérieur, habilitation TIG, CPOM, evaluation…</summary>
public sealed class Authorisation : AggregateRoot
{
    /// <summary>Months between the day to ask for renewal and the end, unless another day is chosen.</summary>
    public const int RenewalMonths = 6;

    private Authorisation() { }

    public Authorisation(string kind, int establishmentId, DateOnly from, DateOnly? until)
        : base(ContactsModule.Authorisation)
    {
        Grant(kind, establishmentId, from, until, null);
    }

    /// <summary>Code in the list "authorisation-kinds".</summary>
    [Display(Name = "Nature")]
    public string Kind { get; private set; } = "";

    [Display(Name = "Établissement titulaire")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Autorité (partenaire)")]
    public int? AuthorityId { get; private set; }
    public Partner? Authority { get; private set; }

    /// <summary>The authority in words, when it is no partner or needs a precision.</summary>
    [Display(Name = "Autorité (en clair)")]
    public string AuthorityText { get; private set; } = "";

    [Display(Name = "Référence")]
    public string Reference { get; private set; } = "";

    [Display(Name = "Places")]
    public int? Places { get; private set; }

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    /// <summary>Last day; null when it was granted without an end.</summary>
    [Display(Name = "Au")]
    public DateOnly? Until { get; private set; }

    [Display(Name = "Renouvellement à demander le")]
    public DateOnly? AskOn { get; private set; }

    [Display(Name = "Renouvellement demandé le")]
    public DateOnly? AskedOn { get; private set; }

    [Display(Name = "Notes")]
    public string Notes { get; private set; } = "";

    /// <summary>Our staff named in the file.</summary>
    public ICollection<ListedStaff> Listed { get; } = new HashSet<ListedStaff>();

    public override SubjectFacts Describe() => new(Kind, Reference, From, EstablishmentId, Reach.Establishments) { Text = [AuthorityText] };

    /// <summary>Sets holder and dates; the day to ask for renewal is six months before the end unless one is given. The subject's links must be loaded.</summary>
    public void Grant(string kind, int establishmentId, DateOnly from, DateOnly? until, DateOnly? askOn)
    {
        if (string.IsNullOrWhiteSpace(kind))
            throw new BrokenRuleException("Choisissez la nature de l’autorisation.", nameof(Kind));
        if (until < from)
            throw new BrokenRuleException("La fin précède le début.", nameof(Until));
        if (askOn is not null && (until is null || askOn > until))
            throw new BrokenRuleException("Le renouvellement se demande avant la fin de l’autorisation.", nameof(AskOn));
        (Kind, EstablishmentId, From, Until, AskOn) = (kind.Trim(), establishmentId, from, until, askOn ?? DefaultAskOn(until));
        SetLinks(LinkRole.Establishment, [establishmentId]);
    }

    /// <summary>Names the authority and the act. The subject's links must be loaded.</summary>
    public void GrantedBy(int? authorityId, string authorityText, string reference, int? places, string notes)
    {
        if (places is < 0 or > 5000)
            throw new BrokenRuleException("Le nombre de places va de 0 à 5 000.", nameof(Places));
        (AuthorityId, AuthorityText, Reference, Places, Notes) = (authorityId, authorityText.Trim(), reference.Trim(), places, notes.Trim());
        SetLinks(LinkRole.Partner, authorityId is { } id ? [id] : []);
    }

    /// <summary>Makes the list of named staff hold exactly these people. The list must be loaded.</summary>
    public void List(IEnumerable<int> people)
    {
        var wanted = people.ToHashSet();
        foreach (var listed in Listed.Where(l => !wanted.Remove(l.PersonId)).ToList())
            Listed.Remove(listed);
        foreach (var id in wanted)
            Listed.Add(new ListedStaff(id));
    }

    /// <summary>The renewal was asked for that day; null takes it back.</summary>
    public void Ask(DateOnly? on)
    {
        if (on < From)
            throw new BrokenRuleException($"La demande ne peut pas précéder l’autorisation, du {French.Date(From)}.", nameof(AskedOn));
        AskedOn = on;
    }

    public AuthorisationState StateOn(DateOnly day) => State(From, Until, AskOn, AskedOn, day);

    /// <summary>The state by dates; all days are inclusive.</summary>
    public static AuthorisationState State(DateOnly from, DateOnly? until, DateOnly? askOn, DateOnly? askedOn, DateOnly day)
        => until < day ? AuthorisationState.Expired
        : from > day ? AuthorisationState.Coming
        : askOn <= day && askedOn is null ? AuthorisationState.ToRenew
        : AuthorisationState.Valid;

    /// <summary>Six months before the end.</summary>
    public static DateOnly? DefaultAskOn(DateOnly? until) => until?.AddMonths(-RenewalMonths);
}

/// <summary>An employee named in an authorisation's file; when they leave, the list is to be brought up to date.</summary>
[Display(Name = "Liste nominative")]
public sealed class ListedStaff : IPartOf
{
    private ListedStaff() { }

    internal ListedStaff(int personId) => PersonId = personId;

    public int Id { get; private set; }
    public int AuthorisationId { get; private set; }
    public Authorisation? Authorisation { get; private set; }
    public int RootId => AuthorisationId;

    [Display(Name = "Personne")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
}
