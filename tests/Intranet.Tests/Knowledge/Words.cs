using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Intranet.Knowledge;

namespace Intranet.Tests.Knowledge;

/// <summary>A small glossary for the tests of marking, and how they read what it wrote.</summary>
internal static partial class Words
{
    public static IReadOnlyList<CompiledTerm> Terms { get; } =
    [
        new(1, "juge de l’application des peines", ["JAP"], [], "Suit les peines.", true),
        new(2, "placement extérieur", ["PE"], ["placement à l’extérieur"], "Une peine hors les murs.", true),
        new(3, "unité sanitaire en milieu pénitentiaire", ["USMP"], [], "Les soins.", true),
        new(4, "tribunal de grande instance", ["TGI"], [], "L’ancien tribunal.", true) { Until = new(2019, 12, 31), ReplacedBy = "TJ" },
        new(5, "semi-liberté", [], [], "Sortir le jour.", true),
        new(6, "juge", [], [], "Rend des décisions.", true),
        new(7, "écrou", [], ["levée d’écrou"], "L’acte d’entrée en prison.", true),
        new(8, "évaluation LS/CMI", ["LS/CMI"], [], "Une méthode.", true),
        new(9, "quartier", [], [], "Un mot de tout le monde.", false),
        new(10, "R&D <sociale>", [], [], "Du « texte » & des <balises>.", true),
        new(11, "tribunal", [], [], "Juge les litiges.", true),
        new(12, "commission d’application des peines", ["CAP"], [], "Se réunit en prison.", true),
    ];

    public static GlossaryMarker Marker { get; } = new(Terms);

    /// <summary>The marked words of a page, in order: « JAP=1 ».</summary>
    public static IReadOnlyList<string> Marked(string html) => [.. Marks().Matches(Marker.Mark(html)).Select(m => $"{m.Groups[2].Value}={m.Groups[1].Value}")];

    /// <summary>What was there before marking.</summary>
    public static string Unmark(string html) => Cards().Replace(Marks().Replace(html, "$2"), "");

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument($"<!doctype html><title>t</title><body><main>{html}</main>");

    [GeneratedRegex("<button type=\"button\" class=\"glossary-term\" popovertarget=\"terme-([0-9]+)\">([^<]*)</button>")]
    private static partial Regex Marks();

    [GeneratedRegex("<div class=\"glossary-tips no-print\">.*</div>\\z", RegexOptions.Singleline)]
    private static partial Regex Cards();
}
