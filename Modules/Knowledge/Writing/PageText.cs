using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>What is looked at in a text before it is kept.</summary>
internal static partial class PageText
{
    public const string TooLong = "Le texte dépasse 60\u00a0000 caractères\u00a0: partagez-le en plusieurs pages.";

    /// <summary>« Récit de démarche »: what another team needs to try the same.</summary>
    public const string Story = """
        ## Le besoin

        Qui, combien, qu’est-ce qui manquait ?

        ## Les partenaires

        Qui a dit oui, à quel niveau, par quelle convention ?

        ## Le calendrier

        | Quand | Quoi |
        | --- | --- |
        | Mois, année | Première rencontre |

        ## Le coût

        Temps passé, argent, qui l’a payé.

        ## Ce qui n’a pas marché

        Ce que nous ne referions pas, et pourquoi.

        ## L’évaluation

        Les indicateurs, qui les a relevés, ce qu’ils disent.

        ## Ce que nous conseillons

        - [ ] À faire avant de commencer
        """;

    /// <exception cref="BrokenRuleException">The text can't be kept as it is.</exception>
    public static void Check(string? text)
    {
        if (text is { Length: > KnowledgePage.LongestText })
            throw new BrokenRuleException(TooLong, nameof(KnowledgePage.Text));
        if (ArticleText.Read(text).IsTooDeep)
            throw new BrokenRuleException("Des listes, des citations ou des crochets s’emboîtent trop profondément pour être lus : simplifiez le texte.", nameof(KnowledgePage.Text));
    }

    /// <summary>Addresses of pages and words that the text leads to and that nobody will find: said, not refused. One command for each kind met.</summary>
    public static async Task<IReadOnlyList<string>> DeadLinksAsync(IntranetDb db, string? text, CancellationToken cancellation)
    {
        var links = ArticleText.Read(text).Links.Select(l => (Address: l, Match: Target().Match(l))).Where(l => l.Match.Success)
            .Select(l => (l.Address, IsPage: l.Match.Groups[1].Value == "connaissances", Id: int.Parse(l.Match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))).Distinct().ToList();
        var (pages, terms) = (links.Where(l => l.IsPage).Select(l => l.Id).ToList(), links.Where(l => !l.IsPage).Select(l => l.Id).ToList());
        var found = pages.Count == 0 ? [] : await db.Set<KnowledgePage>().Where(p => pages.Contains(p.Id) && p.PublishedNumber != null && p.BinnedOn == null).Select(p => p.Id).ToListAsync(cancellation);
        var known = terms.Count == 0 ? [] : await db.Set<GlossaryTerm>().Where(t => terms.Contains(t.Id) && t.RetiredOn == null).Select(t => t.Id).ToListAsync(cancellation);
        return [.. links.Where(l => !(l.IsPage ? found : known).Contains(l.Id)).Select(l => l.Address)];
    }

    [GeneratedRegex("^/(connaissances|glossaire)/([0-9]{1,9})(#.*)?$", RegexOptions.None, 1000)]
    private static partial Regex Target();
}
