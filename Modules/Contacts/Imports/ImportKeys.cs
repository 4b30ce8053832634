using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>By what imports recognise a partner: a scheme and a value of <see cref="PartnerIdentifier"/>. The demo's partners bear the same.</summary>
public static partial class ImportKeys
{
    public const string Spip = "spip-a44";
    public const string Court = "judilibre";
    public const string Prison = "prison";
    public const string Disp = "disp";
    public const string Finess = "finess";

    /// <summary>« SPIP de Seine-Saint-Denis » and the long official name give "seine-saint-denis".</summary>
    public static string SpipOf(string name) => Slug(SpipName().Replace(Folding.Fold(name), ""));

    /// <summary>« Antenne de Melun » of the SPIP of Seine-et-Marne gives "seine-et-marne/melun".</summary>
    public static string AntennaOf(string spip, string antenna) => $"{SpipOf(spip)}/{Slug(AntennaName().Replace(Folding.Fold(antenna), ""))}";

    /// <summary>The code of the Cour de cassation's directory ("tj93008", "ca_paris").</summary>
    public static string CourtOf(string code) => code.Trim().ToLowerInvariant();

    /// <summary>« CP SEINE SAINT DENIS » and « CP Seine-Saint-Denis » give "cp seine saint denis".</summary>
    public static string PrisonOf(string name) => SaintWord().Replace(Folding.Fold(name), "saint");

    /// <summary>« DISP PARIS » gives "paris"; the two overseas labels give "outre-mer".</summary>
    public static string DispOf(string label)
    {
        var folded = Folding.Fold(label);
        return folded == "mom" || folded.Contains("mspom", StringComparison.Ordinal) || folded.Contains("outre mer", StringComparison.Ordinal)
            ? "outre-mer"
            : Slug(folded.StartsWith("disp ", StringComparison.Ordinal) ? folded[5..] : folded);
    }

    private static string Slug(string text) => Folding.Fold(text).Replace(' ', '-');

    [GeneratedRegex("^(spip|service penitentiaire d insertion et de probation) (de la |de l |de |du |des |d )?", RegexOptions.None, 1000)]
    private static partial Regex SpipName();

    [GeneratedRegex("^(antenne )?(de la |de l |de |du |des |d )?", RegexOptions.None, 1000)]
    private static partial Regex AntennaName();

    [GeneratedRegex(@"\bst\b", RegexOptions.None, 1000)]
    private static partial Regex SaintWord();
}
