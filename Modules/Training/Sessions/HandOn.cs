using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

/// <summary>After a session, what a team that sent people gives to the others: a recap at a team meeting, or a page.</summary>
[Display(Name = "Transmission")]
internal sealed class HandOn : IPartOf
{
    private HandOn() { }

    public HandOn(int establishmentId, DateOnly due) => (EstablishmentId, Due) = (establishmentId, due);

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public TrainingSession? Session { get; private set; }
    public int RootId => SessionId;

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "À faire avant le")]
    public DateOnly Due { get; private set; }

    /// <summary>Who does it; the head of service answers for it until somebody is named.</summary>
    [Display(Name = "Confiée à")]
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Faite le")]
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What was handed on and how, in a few lines; an address when it is a page.</summary>
    [Display(Name = "Ce qui a été transmis")]
    public string Summary { get; private set; } = "";

    public void Entrust(int? personId) => PersonId = personId;

    public void Do(DateOnly on, string summary)
    {
        if (string.IsNullOrWhiteSpace(summary))
            throw new BrokenRuleException("Dites en quelques mots ce qui a été transmis, et comment.", nameof(Summary));
        (DoneOn, Summary) = (on, summary.Trim());
    }

    public void Reopen() => DoneOn = null;
}
