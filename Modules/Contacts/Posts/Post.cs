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

    /// <summary>Partners whose relation this post of ours keeps.</summary>
    public ICollection<Partner> Followed { get; } = new HashSet<Partner>();

    public override SubjectFacts Describe() => new(Title, Site, ParentId: PartnerId ?? EstablishmentId) { Text = [Hours, Phone, Email], VerifiedOn = VerifiedOn };

    public void Describe(string title, PostLevel level, string site, int? superiorId)
    {
        if (superiorId is not null && superiorId == Id)
            throw new BrokenRuleException("Un poste ne peut pas être son propre supérieur.", nameof(SuperiorId));
        (Title, Level, Site, SuperiorId) = (Required(title), level, site.Trim(), superiorId);
    }

    public void ReachBy(string phone, string email) => (Phone, Email) = (phone.Trim(), email.Trim());

    /// <summary>Becomes a line that nobody holds by name; the post's former holders stay in its history.</summary>
    public void BecomeServiceLine(string hours)
    {
        if (Holdings.Any(h => h.To is null))
            throw new BrokenRuleException("Ce poste a un titulaire : mettez fin à son occupation avant d’en faire une ligne de service.", nameof(IsServiceLine));
        (IsServiceLine, Hours) = (true, hours.Trim());
    }

    public void BecomePersonPost() => (IsServiceLine, Hours) = (false, "");

    public void Verify(DateOnly on, string by) => (VerifiedOn, VerifiedBy) = (on, by);

    public void VerifyEvery(int months)
        => VerifyEveryMonths = months is >= 1 and <= 60 ? months : throw new BrokenRuleException("Une vérification se fait tous les 1 à 60 mois.", nameof(VerifyEveryMonths));

    /// <summary>A new holder; the post's other holdings are untouched, since several people may hold it.</summary>
    public Holding Appoint(int personId, DateOnly from)
    {
        if (IsServiceLine)
            throw new BrokenRuleException("Une ligne de service n’a pas de titulaire.");
        if (ClosedOn is not null)
            throw new BrokenRuleException("Ce poste est supprimé.");
        if (Holdings.Any(h => h.PersonId == personId && (h.To is null || h.To >= from)))
            throw new BrokenRuleException("Cette personne occupe déjà ce poste.", nameof(Holding.PersonId));
        var holding = new Holding(personId, from);
        Holdings.Add(holding);
        return holding;
    }

    /// <summary>Ends one holding; those of other people, and later ones of the same person, are untouched.</summary>
    public void EndHolding(int holdingId, DateOnly lastDay, string relay = "")
        => Holdings.Single(h => h.Id == holdingId).End(lastDay, relay);

    /// <summary>Gives back a holding that has not begun.</summary>
    public void Withdraw(int holdingId, DateOnly today)
    {
        var holding = Holdings.Single(h => h.Id == holdingId);
        if (holding.From <= today)
            throw new BrokenRuleException("Cette occupation a commencé : mettez-y fin.");
        Holdings.Remove(holding);
    }

    /// <summary>The last day of the post; whoever holds it holds it until then.</summary>
    public void Close(DateOnly on)
    {
        if (Holdings.Any(h => h.From > on))
            throw new BrokenRuleException("Quelqu’un prend ce poste après cette date.", nameof(ClosedOn));
        ClosedOn = on;
        foreach (var holding in Holdings.Where(h => h.To is null || h.To > on))
            holding.End(on, holding.Relay);
    }

    public void Reopen() => ClosedOn = null;

    private static string Required(string title) => string.IsNullOrWhiteSpace(title)
        ? throw new BrokenRuleException("Indiquez l’intitulé du poste.", nameof(Title))
        : title.Trim();
}
