using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>Who held a post, from when to when (inclusive days).</summary>
[Display(Name = "Titulaire")]
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

    /// <summary>Mends dates that were typed wrong.</summary>
    public void Correct(DateOnly from, DateOnly? to)
    {
        if (to < from)
            throw new BrokenRuleException("La fin précède le début.", nameof(To));
        (From, To) = (from, to);
    }

    /// <summary>Moves to the record kept when a duplicate is merged.</summary>
    internal void PassTo(int personId) => PersonId = personId;
}
