namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What the shared fields of New, Edit and Rectification read.</summary>
internal interface IFormPage
{
    ConventionInput Input { get; }
    ConventionChoices Choices { get; }

    /// <summary>Words typed to find a further partner.</summary>
    string? Search { get; }

    /// <summary>After signature, only who follows the convention and how it is evaluated is shown.</summary>
    bool IsFrozen { get; }

    ConventionKind? Kind => Choices.KindRows.FirstOrDefault(k => k.Id == Input.KindId);

    /// <summary>Tacit renewal with State money: said, never refused (trade.md).</summary>
    bool IsTacitWithStateMoney => Input.Renewal == RenewalMode.Tacit && Kind is { IsStateFunded: true };
}
