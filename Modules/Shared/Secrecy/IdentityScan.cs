using System.Text.RegularExpressions;

namespace Intranet.Shared;

internal readonly record struct IdentityHit(IdentityKind Kind, int Start, int Length);

internal static partial class IdentityScan
{
    private const int NameReach = 60;

    /// <param name="shadow">The text as read.</param>
    /// <param name="firstOnly">Stop at the first identity of each kind, when the text will be refused anyway.</param>
    internal static List<IdentityHit> Run(ShadowText shadow, bool firstOnly)
    {
        var hits = new List<IdentityHit>();
        foreach (var (start, length) in NumberNeighbourhoods.Of(shadow.Text))
        {
            var stretch = length == shadow.Text.Length ? shadow.Text : shadow.Text.Substring(start, length);
            new Stretch(shadow, stretch, start, firstOnly, hits).Search();
            if (firstOnly && hits.Count > 0)
                break;
        }

        hits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return hits;
    }

    private sealed class Stretch(ShadowText shadow, string text, int offset, bool firstOnly, List<IdentityHit> hits)
    {
        internal void Search()
        {
            Add(IdentityKind.SocialSecurityNumber, IdentityPatterns.Nir(), m => SocialSecurityNumber.IsPlausible(m, text));
            if (Says("nir", "nss", "secu"))
                Add(IdentityKind.SocialSecurityNumber, IdentityPatterns.AnnouncedNir());

            if (Says("ecrou"))
                Add(IdentityKind.PrisonNumber, IdentityPatterns.PrisonNumber(), m => IsPrisonNumber(text, m));

            if (Says("ne"))
            {
                Add(IdentityKind.BirthDate, IdentityPatterns.BornOn(), m => !IsThingBorn(text, m.Index));
                Add(IdentityKind.BirthDate, IdentityPatterns.BornIn(), m => HasName(text, m.Index));
            }

            Add(IdentityKind.BirthDate, IdentityPatterns.NameAndDate());
            if (Says("naissance", "ddn", "d.d.n", "nais."))
                Add(IdentityKind.BirthDate, IdentityPatterns.BirthDate());

            if (Says("agdref", "etranger", "sejour", "resident"))
                Add(IdentityKind.ForeignerNumber, IdentityPatterns.ForeignerNumber());

            if (!Says("appi", "ipp", "genesis"))
                return;

            Add(IdentityKind.CaseFile, IdentityPatterns.CaseFile());
            Add(IdentityKind.CaseFile, IdentityPatterns.CaseFileBare());
        }

        private void Add(IdentityKind kind, Regex pattern, Func<Match, bool>? accept = null)
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                if (accept is not null && !accept(match))
                    continue;

                var (start, length) = shadow.Original(offset + match.Index, match.Length);
                hits.Add(new IdentityHit(kind, start, length));
                if (firstOnly)
                    return;
            }
        }

        private bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }

    private static bool IsPrisonNumber(string text, Match match)
    {
        if (Date().IsMatch(match.Groups["id"].Value))
            return false;

        // « 86 229 personnes sous écrou » is a figure, « levée d'écrou 2026 » a procedure.
        var before = text[Math.Max(0, match.Index - 20)..match.Index];
        return IdentityPatterns.EndsWithNumberOf().IsMatch(before)
            || IdentityPatterns.SaysNumber().IsMatch(match.Value)
            || !IdentityPatterns.EndsWithState().IsMatch(before);
    }

    private static bool HasName(string text, int at) =>
        Before(text, at) is var before && before.AsSpan().ContainsAnyInRange('A', 'Z')
        && IdentityPatterns.SomeName().IsMatch(before) && !Thing().IsMatch(before);

    // « Le partenariat est né le 12 mars 2019 »: services and agreements are born too.
    private static bool IsThingBorn(string text, int at) => Thing().IsMatch(Before(text, at));

    private static string Before(string text, int at)
    {
        var from = Math.Max(0, at - NameReach);
        var stretch = text[from..at];
        var sentence = stretch.LastIndexOfAny(['\n', '?', '!', ';']);
        return stretch[(sentence + 1)..];
    }

    [GeneratedRegex(@"^\d\d?[ .]\d\d?[ .](\d\d|\d{4})$", RegexOptions.CultureInvariant, IdentityPatterns.Milliseconds)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(association|dispositif|projet|convention|service|loi|idee|partenariat|etablissement|structure|reseau|collectif|"
        + @"groupe|protocole|accord|programme|experimentation|demarche|comite|federation|fondation|mission|action|atelier|unite)s?\b"
        + @"(?!.*\b(M\.|Mme|Mlle|Monsieur|Madame|personne|detenu|usager|resident|patient))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, IdentityPatterns.Milliseconds)]
    private static partial Regex Thing();
}
