using System.Collections.Frozen;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What founds a sharing of information. The list is edited by administrators and « à valider par le siège ».</summary>
internal static class SharingBasis
{
    /// <summary>Said wherever bases are chosen or shown, until the head office has validated the list.</summary>
    public const string Warning = "Fondements à valider par le siège.";

    private static readonly FrozenSet<string> Hollow = new[] { "secret", "partage", "professionnel", "le", "du", "au", "de", "la", "regle", "principe", "notion", "titre", "simple" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Refuses "secret partagé" alone, whatever the words around it: it is an exception that a law opens between people it names
    /// (CASF L. 345-1 within a CHRS), not a leave to speak to a partner (trade.md, "Conventions").
    /// </summary>
    /// <param name="basis">A code of the list, or its label.</param>
    /// <exception cref="BrokenRuleException">It is "secret partagé" and nothing more.</exception>
    public static void Check(string basis)
    {
        var words = Folding.Fold(basis).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Contains("secret") && words.Contains("partage") && words.All(Hollow.Contains))
            throw new BrokenRuleException("Le « secret partagé » seul n’est pas un fondement : il ne vaut qu’entre les professionnels qu’une loi désigne. Choisissez l’accord de la personne, la décision de justice, une clause rappelée à la personne ou l’article de loi qui vous nomme.", nameof(SharingLine.Basis));
    }
}
