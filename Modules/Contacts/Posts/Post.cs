using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A function at a partner or at one of our establishments. It exists while vacant and keeps its former holders.</summary>
public sealed class Post : AggregateRoot
{
    private Post() { }

    private Post(string title, PostLevel level)
        : base(ContactsModule.Post)
        => (Title, Level) = (Required(title), level);

    public static Post AtPartner(int partnerId, string title, PostLevel level) => new(title, level) { PartnerId = partnerId };

    public static Post AtEstablishment(int establishmentId, string title, PostLevel level) => new(title, level) { EstablishmentId = establishmentId };

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Niveau")]
    public PostLevel Level { get; private set; }

    [Display(Name = "Partenaire")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Établissement")]
    public int? EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    /// <summary>One level up, for reminders and absences.</summary>
    [Display(Name = "Poste supérieur")]
    public int? SuperiorId { get; private set; }
    public Post? Superior { get; private set; }

    /// <summary>A line rather than a person's post (permanence CPIP, greffe, astreinte): it has hours and is never vacant.</summary>
    [Display(Name = "Ligne de service")]
    public bool IsServiceLine { get; private set; }

    [Display(Name = "Horaires")]
    public string Hours { get; private set; } = "";

    [Display(Name = "Quartier ou site")]
    public string Site { get; private set; } = "";

    [Display(Name = "Téléphone")]
    public string Phone { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    /// <summary>When somebody last made sure of the line and its holder.</summary>
    [Display(Name = "Coordonnées vérifiées le")]
    public DateOnly? VerifiedOn { get; private set; }

    [Display(Name = "Vérifiées par")]
    public string VerifiedBy { get; private set; } = "";

    /// <summary>Months between two verifications; advised when they have passed, mandatory at twice that.</summary>
    [Display(Name = "Vérifier tous les (mois)")]
    public int VerifyEveryMonths { get; private set; } = 12;

    [Display(Name = "Supprimé le")]
    public DateOnly? ClosedOn { get; private set; }

    public ICollection<Holding> Holdings { get; } = new HashSet<Holding>();

    public override SubjectFacts Describe() => new(Title, Site, ParentId: PartnerId ?? EstablishmentId) { Text = [Hours, Phone, Email] };

    public void Describe(string title, PostLevel level, string site, int? superiorId)
    {
        if (superiorId is not null && superiorId == Id)
            throw new BrokenRuleException("Un poste ne peut pas être son propre supérieur.", nameof(SuperiorId));
        (Title, Level, Site, SuperiorId) = (Required(title), level, site.Trim(), superiorId);
    }

    public void ReachBy(string phone, string email) => (Phone, Email) = (phone.Trim(), email.Trim());

    public void BecomeServiceLine(string hours) => (IsServiceLine, Hours) = (true, hours.Trim());

    public void BecomePersonPost() => (IsServiceLine, Hours) = (false, "");

    public void Verify(DateOnly on, string by) => (VerifiedOn, VerifiedBy) = (on, by);

    public void VerifyEvery(int months)
        => VerifyEveryMonths = months is >= 1 and <= 60 ? months : throw new BrokenRuleException("Une vérification se fait tous les 1 à 60 mois.", nameof(VerifyEveryMonths));

    /// <summary>A new holder; the post's other holdings are untouched, since several people may hold it.</summary>
    public Holding Appoint(int personId, DateOnly from)
    {
        if (IsServiceLine)
            throw new BrokenRuleException("Une ligne de service n’a pas de titulaire.");
        var holding = new Holding(personId, from);
        Holdings.Add(holding);
        return holding;
    }

    public void Close(DateOnly on) => ClosedOn = on;

    private static string Required(string title) => string.IsNullOrWhiteSpace(title)
        ? throw new BrokenRuleException("Indiquez l’intitulé du poste.", nameof(Title))
        : title.Trim();
}

/// <summary>Who held a post, from when to when (inclusive days).</summary>
public sealed class Holding : IPartOf
{
    private Holding() { }

    internal Holding(int personId, DateOnly from) => (PersonId, From) = (personId, from);

    public int Id { get; private set; }
    public int PostId { get; private set; }
    public Post? Post { get; private set; }
    public int RootId => PostId;

    [Display(Name = "Titulaire")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Depuis le")]
    public DateOnly From { get; private set; }

    /// <summary>Last day in the post.</summary>
    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    /// <summary>Three lines of relay, left when handing over.</summary>
    [Display(Name = "Relais")]
    public string Relay { get; private set; } = "";

    /// <summary>True when the person holds the post that day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);

    /// <summary>Ends the holding; <paramref name="lastDay"/> is the last day in the post.</summary>
    public void End(DateOnly lastDay, string relay = "")
    {
        if (lastDay < From)
            throw new BrokenRuleException($"Le départ ne peut pas précéder l’arrivée, le {French.Date(From)}.", nameof(To));
        (To, Relay) = (lastDay, relay.Trim());
    }
}
