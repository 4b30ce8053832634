using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Where one expert stands with a request.</summary>
internal enum ExpertAnswer
{
    [Display(Name = "En attente")]
    Waiting = 1,

    [Display(Name = "Je prends")]
    Taken,

    [Display(Name = "Répondu")]
    Answered,

    [Display(Name = "Pas pour moi")]
    Declined,

    /// <summary>Somebody else took it, or it was withdrawn.</summary>
    [Display(Name = "Libérée")]
    Released,
}

internal enum ChosenBy
{
    [Display(Name = "Choix automatique")]
    Routing = 1,

    [Display(Name = "Choisie par la personne qui demande")]
    Asker,

    [Display(Name = "Choisie par la coordination")]
    Coordination,
}

/// <summary>An expert asked about a request, and what they did of it. Each has a state of their own, computed from facts.</summary>
[Display(Name = "Personne sollicitée")]
internal sealed class RequestedExpert : IPartOf
{
    private RequestedExpert() { }

    internal RequestedExpert(int expertId, string why, ChosenBy by, DateTime at, DateOnly on)
        => (ExpertId, Why, By, AskedAt, AskedOn) = (expertId, why, by, at, on);

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public SupportRequest? Request { get; private set; }
    public int RootId => RequestId;

    [Display(Name = "Experte ou expert")]
    public int ExpertId { get; private set; }
    public Expert? Expert { get; private set; }

    [Display(Name = "Pourquoi")]
    public string Why { get; private set; } = "";

    [Display(Name = "Choix")]
    public ChosenBy By { get; private set; }

    /// <summary>Real time, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    [Display(Name = "Sollicitée le")]
    public DateOnly AskedOn { get; private set; }

    [Display(Name = "Prise le")]
    public DateOnly? TakenOn { get; private set; }

    [Display(Name = "Répondue le")]
    public DateOnly? AnsweredOn { get; private set; }

    [Display(Name = "Déclinée le")]
    public DateOnly? DeclinedOn { get; private set; }

    [Display(Name = "Raison", AutoGenerateField = false)]
    public string DeclinedWhy { get; private set; } = "";

    [Display(Name = "Libérée le")]
    public DateOnly? ReleasedOn { get; private set; }

    public ExpertAnswer Answer => DeclinedOn is not null ? ExpertAnswer.Declined
        : ReleasedOn is not null ? ExpertAnswer.Released
        : AnsweredOn is not null ? ExpertAnswer.Answered
        : TakenOn is not null ? ExpertAnswer.Taken
        : ExpertAnswer.Waiting;

    internal void Take(DateOnly on)
    {
        Check(ExpertAnswer.Waiting);
        TakenOn = on;
    }

    /// <summary>Answers what was taken; a further answer changes nothing.</summary>
    internal void Reply(DateOnly on)
    {
        Check(ExpertAnswer.Taken, ExpertAnswer.Answered);
        AnsweredOn ??= on;
    }

    internal void Decline(string why, DateOnly on)
    {
        Check(ExpertAnswer.Waiting, ExpertAnswer.Taken);
        if (string.IsNullOrWhiteSpace(why))
            throw new BrokenRuleException("Dites pourquoi en quelques mots : la personne qui demande saura vers qui se tourner.", nameof(DeclinedWhy));
        (DeclinedOn, DeclinedWhy) = (on, why.Trim());
    }

    internal void Release(DateOnly on)
    {
        Check(ExpertAnswer.Waiting);
        ReleasedOn = on;
    }

    /// <summary>Leaves: what was waiting for them, or taken, waits for somebody else.</summary>
    internal void GiveBack(DateOnly on)
    {
        Check(ExpertAnswer.Waiting, ExpertAnswer.Taken);
        ReleasedOn = on;
    }

    /// <summary>Asked under another sheet of the same person.</summary>
    internal void PassTo(int expertId) => ExpertId = expertId;

    /// <summary>Forgets who was replaced.</summary>
    internal void ForgetName(string name) => Why = Why.Replace(name, Contacts.Person.ErasedName, StringComparison.Ordinal);

    private void Check(params ExpertAnswer[] allowed)
    {
        if (!allowed.Contains(Answer))
            throw new BrokenRuleException($"Ce n’est plus possible : cette demande est « {Labels.Of(Answer)} » pour vous.");
    }
}
