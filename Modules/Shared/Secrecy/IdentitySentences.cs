using System.Text.RegularExpressions;

namespace Intranet.Shared;

internal static partial class IdentitySentences
{
    private const int Around = 24;
    private const string Mark = "•••";

    internal static string Of(IdentityKind kind) => French.Typography(kind switch
    {
        IdentityKind.SocialSecurityNumber =>
            "Ce texte semble contenir un numéro de sécurité sociale. Retirez-le : aucune identité de personne accompagnée n'est conservée ici.",
        IdentityKind.PrisonNumber =>
            "Ce texte semble contenir un numéro d'écrou. Retirez-le : aucune identité de personne accompagnée n'est conservée ici.",
        IdentityKind.BirthDate =>
            "Ce texte semble contenir la date de naissance d'une personne. Retirez-la : aucune identité de personne accompagnée n'est conservée ici.",
        IdentityKind.ForeignerNumber =>
            "Ce texte semble contenir un numéro d'étranger ou de titre de séjour. Retirez-le : aucune identité de personne accompagnée n'est conservée ici.",
        IdentityKind.CaseFile =>
            "Ce texte semble contenir un numéro de dossier individuel. Retirez-le : aucune identité de personne accompagnée n'est conservée ici.",
        _ => "Ce texte n'a pas pu être vérifié. Raccourcissez-le, puis enregistrez à nouveau.",
    });

    internal static string Excerpt(string text, IdentityHit hit)
    {
        if (hit.Kind == IdentityKind.Unreadable)
            return Mark;

        // Whole words only: half a name is still a name.
        var start = Math.Max(0, hit.Start - Around);
        while (start > 0 && start < hit.Start && !char.IsWhiteSpace(text[start - 1]))
            start++;

        var after = hit.Start + hit.Length;
        var end = Math.Min(text.Length, after + Around);
        while (end < text.Length && end > after && !char.IsWhiteSpace(text[end]))
            end--;

        var head = (start > 0 ? "…" : "") + Hide(text[start..hit.Start]);
        return head + Mark + Hide(text[after..end]) + (end < text.Length ? "…" : "");
    }

    private static string Hide(string text) => Telling().Replace(text, Mark).ReplaceLineEndings(" ");

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}'’.\-]*|\w*\d[\w./\-]*", RegexOptions.None, IdentityPatterns.Milliseconds)]
    private static partial Regex Telling();
}
