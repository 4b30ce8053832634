using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A delegation of signature: who of ours, by post or by name, may sign what, from when to when.</summary>
public sealed class Delegation : AggregateRoot
{
    private Delegation() { }

    private Delegation(string what, DateOnly from, DateOnly? until)
        : base(ContactsModule.Delegation)
        => Allow(what, from, until);

    /// <summary>Whoever holds the post may sign.</summary>
    public static Delegation ToPost(int postId, string what, DateOnly from, DateOnly? until) => new(what, from, until) { PostId = postId };

    /// <summary>This person may sign, whatever the post.</summary>
    public static Delegation ToPerson(int personId, string what, DateOnly from, DateOnly? until) => new(what, from, until) { PersonId = personId };

    [Display(Name = "Poste")]
    public int? PostId { get; private set; }
    public Post? Post { get; private set; }

    [Display(Name = "Personne")]
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>What may be signed: "conventions de placement extérieur", "contrats de séjour"…</summary>
    [Display(Name = "Peut signer")]
    public string What { get; private set; } = "";

    /// <summary>Who delegates: "le président", "la directrice générale".</summary>
    [Display(Name = "Par délégation de")]
    public string GivenBy { get; private set; } = "";

    [Display(Name = "Référence de l’acte")]
    public string Reference { get; private set; } = "";

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    /// <summary>Last day; null when it runs until revoked.</summary>
    [Display(Name = "Au")]
    public DateOnly? Until { get; private set; }

    public override SubjectFacts Describe() => new(What, GivenBy, From) { Text = [Reference] };

    public void GiveTo(int? postId, int? personId)
    {
        if (postId is null == personId is null)
            throw new BrokenRuleException("Choisissez un poste ou une personne, pas les deux.", nameof(PostId));
        (PostId, PersonId) = (postId, personId);
    }

    public void Allow(string what, DateOnly from, DateOnly? until)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new BrokenRuleException("Indiquez ce qui peut être signé.", nameof(What));
        if (until < from)
            throw new BrokenRuleException("La fin précède le début.", nameof(Until));
        (What, From, Until) = (what.Trim(), from, until);
    }

    public void GivenUnder(string givenBy, string reference) => (GivenBy, Reference) = (givenBy.Trim(), reference.Trim());

    /// <summary>Ends it; <paramref name="lastDay"/> is the last day on which it allows to sign.</summary>
    public void End(DateOnly lastDay) => Allow(What, From, Until < lastDay ? Until : lastDay < From ? From : lastDay);

    /// <summary>True when it allows to sign that day; first and last days count.</summary>
    public bool IsValidOn(DateOnly day) => IsValid(From, Until, day);

    /// <inheritdoc cref="IsValidOn"/>
    public static bool IsValid(DateOnly from, DateOnly? until, DateOnly day) => from <= day && (until is null || until >= day);
}

/// <summary>Reading the register.</summary>
public static class Delegations
{
    /// <summary>What a person may sign that day, by name or through a post held that day.</summary>
    public static IQueryable<Delegation> HeldBy(this IQueryable<Delegation> delegations, int personId, DateOnly day)
        => delegations.Where(d => d.From <= day && (d.Until == null || d.Until >= day)
            && (d.PersonId == personId || (d.Post != null && d.Post.Holdings.Any(h => h.PersonId == personId && h.From <= day && (h.To == null || h.To >= day)))));
}
