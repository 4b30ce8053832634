using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>
/// What identities look like, over a <see cref="ShadowText"/>. Every repetition is bounded and each pattern begins with
/// a rare word or digit, so that a hostile text costs a constant per character; a time limit stands behind.
/// </summary>
internal static partial class IdentityPatterns
{
    internal const int Milliseconds = 1000;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string MonthName =
        "(?i:janvier|janv\\.?|fevrier|fevr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|aout|septembre|sept\\.?|"
        + "octobre|oct\\.?|novembre|nov\\.?|decembre|dec\\.?)";

    private const string DayMonth = "\\d{1,2}(er)?(?> ?[/.\\-] ?\\d{1,2} ?[/.\\-] ?|[ \\n]" + MonthName + "[ \\n])";

    private const string FullDate = "(" + DayMonth + "(\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d\\d-\\d\\d(?!\\d))";

    // A meeting of this decade beside a name is no birth date: without « né » the year must be an adult's.
    private const string AdultDate = "(" + DayMonth + "(?:19\\d\\d|200\\d|[3-9]\\d)(?!\\d)|(?:19\\d\\d|200\\d)-\\d\\d-\\d\\d(?!\\d))";

    private const string Civility = "(?:M\\.|Mr\\.?|MM\\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|M)";

    private const string Name = "[A-Z][A-Za-z'\\-]{0,30}(?:\\.{1,3}|\\u2026)?";

    private const string Is = "[ \\t]{0,3}(?:(?i:est|le|etait|:|=|n°|n\\b|no\\b|numero|num\\.?|\\#|\\(|-)[ \\t.:]{0,3}){0,4}";

    // Sex, year, month (01–12, or 20 and more when unknown), département, commune, order; the key when it is there.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?<sex>[123478])[ .\-]{0,2}(?<year>\d\d)[ .\-]{0,2}(?<month>\d\d)[ .\-]{0,2}"
        + @"(?<dept>\d\d|2[ABab])[ .\-]{0,2}(?<town>\d{3})[ .\-]{0,2}(?<order>\d{3})"
        + @"(?:[ .\-/|]{0,3}(?<label>(?i:cle)[ :]{0,3})?(?<key>\d\d)(?!\d))?(?!\d)", Options, Milliseconds)]
    internal static partial Regex Nir();

    [GeneratedRegex(
        @"\b(?i:nir|nss|securite sociale|secu)\b[^0-9\n]{0,15}(?<id>[1-8](?:[ .\-]?\d|[ .\-]?[ABab]){10,14})(?!\d)", Options, Milliseconds)]
    internal static partial Regex AnnouncedNir();

    // The pattern begins with the word itself, which the engine finds fast; what stands before is looked at backwards.
    [GeneratedRegex(
        @"(?i:ecrous?)\b" + Is + @"(?<id>[A-Z]{0,2}\d[\d .]{1,9}\d[A-Za-z]?)", Options, Milliseconds)]
    internal static partial Regex PrisonNumber();

    [GeneratedRegex(
        @"(?i:\bn ?°|\bn\.|\bno|\bnum\.?|\bnumeros?|№)[ \t]{0,3}(?i:de |du |d'|de l')?[ \t]?$", Options, Milliseconds)]
    internal static partial Regex EndsWithNumberOf();

    [GeneratedRegex(@"(?i:sous|levees? d'|levees? de l'|mises? a l') ?$", Options, Milliseconds)]
    internal static partial Regex EndsWithState();

    [GeneratedRegex(@"^(?i:ecrous?)[ \t]{0,3}(?i:n ?°|n\.|no\b|num|№|\#)", Options, Milliseconds)]
    internal static partial Regex SaysNumber();

    [GeneratedRegex(
        @"\b(?:(?i:nee?s?|nee?\(e\)|ne\.e|ne-e|ne/e))(?![A-Za-z])(?:\(e\)|\.e)?(?:[ \t]{1,2}(?i:a|au|aux|en)[ \t][A-Z][A-Za-z' \-]{1,40}?(?:\(\d{2,3}\))?)?,?[ \t\n]{1,3}(?:(?i:le|un)[ \t\n]{1,2})?"
        + "(?<id>" + FullDate + ")", Options, Milliseconds)]
    internal static partial Regex BornOn();

    [GeneratedRegex(
        @"\b(?i:date de naissance|naissance|ddn|d\.d\.n\.?|nais\.)[ \t]{0,3}(?:(?i:est|le|:|=|du|au|\()[ \t]{0,3}){0,3}(?<id>" + FullDate + ")", Options, Milliseconds)]
    internal static partial Regex BirthDate();

    [GeneratedRegex(
        @"\b(?i:nee?)(?:\(e\)|\.e)?(?:[ \t]{1,2}(?i:a|au|aux|en)[ \t][A-Z][A-Za-z' \-]{1,40}?)?,?[ \t\n]{1,2}(?i:en)[ \t\n]{1,2}(?:" + MonthName + @"[ \t]{1,2})?(?<id>(?:19|20)\d\d)(?!\d)", Options, Milliseconds)]
    internal static partial Regex BornIn();

    [GeneratedRegex(
        @"\b" + Civility + @"[ \t]{1,2}" + Name + @"(?:[ \t]{1,2}" + Name + @"){0,3}[ \t]{0,2}[,(:;\-]?[ \t]{0,2}(?<id>" + AdultDate + ")", Options, Milliseconds)]
    internal static partial Regex NameAndDate();

    [GeneratedRegex(@"\b" + Civility + @"[ \t]{1,2}" + Name + @"|\b[A-Z]\.[ \t]?[A-Z]\.|\b[A-Z][a-z'\-]{1,30}[ \t]{1,2}(?:[A-Z][A-Za-z'\-]{1,30}|[A-Z]\.)", Options, Milliseconds)]
    internal static partial Regex SomeName();

    [GeneratedRegex(
        @"\b(?i:agdref|(?:n°|numero|num\.?)[ \t]?(?:d')?[ \t]?etrangere?|titre de sejour|carte de sejour|carte de resident)\b" + Is + @"(?<id>[0-9](?:[ .]?[0-9]){8,11})(?![0-9])",
        Options, Milliseconds)]
    internal static partial Regex ForeignerNumber();

    [GeneratedRegex(
        @"\b(?:(?i:dossier|identifiant|n°|numero|num\.?)[ \t]{0,2}(?:de |d')?)?(?:dossier )?(?:APPI|appi|Appi|IPP|ipp|GENESIS|Genesis)\b[ \t]{0,3}"
        + @"(?:(?i:n°|no\b|numero|num\.?|:|=|\#|est le)[ \t.:]{0,3}){1,3}(?<id>[A-Z]{0,3}\d[\d./\-]{2,14})", Options, Milliseconds)]
    internal static partial Regex CaseFile();

    [GeneratedRegex(
        @"\b(?i:dossier|identifiant|n°|numero)[ \t]{0,2}(?i:de |d')?(?i:dossier )?(?:APPI|appi|Appi|IPP|ipp|GENESIS|Genesis)[ \t]{1,3}(?<id>[A-Z]{0,3}\d[\d./\-]{3,14})"
        + @"|\b(?:IPP|ipp)[ \t]{1,3}(?<id>\d{5,12})\b", Options, Milliseconds)]
    internal static partial Regex CaseFileBare();
}
