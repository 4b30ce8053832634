namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface IFormPage
{
    ConventionInput Input { get; }
    ConventionChoices Choices { get; }

    /// <summary>After signature, only who follows the convention is shown.</summary>
    bool IsFrozen { get; }
}
