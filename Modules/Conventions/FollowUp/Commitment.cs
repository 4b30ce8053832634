using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

internal enum CommitmentState
{
    [Display(Name = "En cours")] Open = 0,
    [Display(Name = "Tenu")] Fulfilled = 1,

    /// <summary>Its due date, or the convention's end, passed without it: said by the day, not typed.</summary>
    [Display(Name = "Non tenu à l’échéance")] Lapsed = 2,
}

/// <summary>What one side promised in the text.</summary>
[Display(Name = "Engagement")]
internal sealed class Commitment : IPartOf
{
    private Commitment() { }

    public Commitment(string text, bool isOurs, DateOnly? dueOn) => (Text, IsOurs, DueOn) = (Required(text), isOurs, dueOn);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Engagement")]
    public string Text { get; private set; } = "";

    [Display(Name = "De notre côté")]
    public bool IsOurs { get; private set; }

    [Display(Name = "Échéance")]
    public DateOnly? DueOn { get; private set; }

    [Display(Name = "Tenu le")]
    public DateOnly? FulfilledOn { get; private set; }

    [Display(Name = "Commentaire")]
    public string Comment { get; private set; } = "";

    /// <param name="conventionEnd">Last day of the convention; an undated commitment lapses with it.</param>
    public CommitmentState StateOn(DateOnly day, DateOnly? conventionEnd) => FulfilledOn <= day ? CommitmentState.Fulfilled
        : (DueOn ?? conventionEnd) < day ? CommitmentState.Lapsed
        : CommitmentState.Open;

    internal void Describe(string text, bool isOurs, DateOnly? dueOn) => (Text, IsOurs, DueOn) = (Required(text), isOurs, dueOn);

    /// <summary>Kept even after signature: a promise is fulfilled while the convention lives.</summary>
    public void Fulfil(DateOnly? on, string comment, DateOnly today)
    {
        if (on > today)
            throw new BrokenRuleException("Un engagement se tient au plus tard aujourd’hui.", nameof(FulfilledOn));
        (FulfilledOn, Comment) = (on, comment.Trim());
    }

    private static string Required(string text) => string.IsNullOrWhiteSpace(text)
        ? throw new BrokenRuleException("Écrivez l’engagement.", nameof(Text))
        : text.Trim();
}
