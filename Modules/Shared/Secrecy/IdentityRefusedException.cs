namespace Intranet.Shared;

/// <summary>A text was about to be stored with the identity of an accompanied person.</summary>
/// <param name="field">The field, as its form names it.</param>
/// <param name="finding">What was found; the text itself is never kept, since exceptions are logged.</param>
public sealed class IdentityRefusedException(string field, IdentityFinding finding) : Exception(finding.Sentence)
{
    /// <summary>The field, as its form names it.</summary>
    public string Field { get; } = field;

    /// <summary>What was found.</summary>
    public IdentityFinding Finding { get; } = finding;
}
