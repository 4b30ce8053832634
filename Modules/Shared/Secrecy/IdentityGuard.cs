using System.Text;
using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>
/// Finds in a free text what looks like the identity of an accompanied person. It runs before every store; a refused
/// text goes back to its author's form and nowhere else.
/// </summary>
/// <remarks>
/// It is a net, not a proof: a bare name can't be told from a professional's. Numbers and dates of birth can, and they
/// are what makes a person found again. A text of 1 MB is read in well under a second.
/// </remarks>
public static class IdentityGuard
{
    private const string Mark = "•••";

    /// <summary>The first identity in a text.</summary>
    /// <param name="text">A text of any length.</param>
    /// <returns>What was found, or <see langword="null"/> when the text may be stored.</returns>
    public static IdentityFinding? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        var found = All(text, firstOnly: true);
        return found.Count == 0 ? null : Finding(text, found[0]);
    }

    /// <summary>The text with every identity replaced by « ••• »; empty for <see langword="null"/>.</summary>
    /// <remarks>For reports of imports and logs. A text that can't be read in time is masked whole.</remarks>
    public static string Mask(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var hit in All(text, firstOnly: false))
        {
            if (hit.Start + hit.Length <= at)
                continue;

            masked.Append(text, at, Math.Max(0, hit.Start - at)).Append(Mark);
            at = hit.Start + hit.Length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Throws when a text holds an identity.</summary>
    /// <param name="text">The text about to be stored.</param>
    /// <param name="field">The field, as its form names it.</param>
    /// <exception cref="IdentityRefusedException">An identity was found.</exception>
    public static void Refuse(string? text, string field)
    {
        if (Find(text) is { } finding)
            throw new IdentityRefusedException(field, finding);
    }

    private static List<IdentityHit> All(string text, bool firstOnly)
    {
        try
        {
            return IdentityScan.Run(ShadowText.Of(text), firstOnly);
        }
        catch (RegexMatchTimeoutException)
        {
            return [new IdentityHit(IdentityKind.Unreadable, 0, text.Length)];
        }
    }

    private static IdentityFinding Finding(string text, IdentityHit hit) => new(
        hit.Kind, hit.Start, hit.Length, IdentitySentences.Of(hit.Kind), IdentitySentences.Excerpt(text, hit));
}
