using System.ComponentModel.DataAnnotations;

namespace Intranet.Shared;

/// <summary>Refuses a text, or a list of texts, in which the identity of an accompanied person is found.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class NoIdentityAttribute : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var texts = value switch
        {
            string text => [text],
            IEnumerable<string?> several => several,
            _ => [],
        };
        var finding = texts.Select(IdentityGuard.Find).FirstOrDefault(f => f is not null);
        if (finding is null)
            return ValidationResult.Success;

        return new ValidationResult(finding.Sentence, validationContext.MemberName is { } name ? [name] : []);
    }
}
