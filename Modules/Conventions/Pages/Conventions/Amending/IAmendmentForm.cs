namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>What the shared fields of an amendment read.</summary>
internal interface IAmendmentForm
{
    AmendmentInput Input { get; }
    AmendmentChoices Choices { get; }

    /// <summary>The convention as it reads without the amendment.</summary>
    ConventionReading Before { get; }

    /// <summary>Words typed to find a partner.</summary>
    string? Search { get; }
}
