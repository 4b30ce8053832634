using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;

namespace Intranet.Tests.Knowledge;

/// <summary>Whatever the HTML, well made or hostile, marking it changes nothing but the marks.</summary>
public sealed partial class GlossaryMarkerProperties
{
    private const string Forbidden = "h1,h2,h3,h4,h5,h6,a,button:not(.glossary-term),code,pre,label,select,option,textarea,title,script,style,svg,summary,form,[popover],[hidden]";
    private static readonly string[] Bits =
    [
        "JAP", "jap", "PE", "USMP", "l’USMP", "juge", "juges de l’application des peines", "placement&nbsp;extérieur", "TGI", "CAP", "tribunaux", "semi-liberté", "LS/CMI", "l&#x27;USMP", "&eacute;crou",
        " ", "\n", ", ", "-", "’", ".", "é", "3", "&amp;", "&lt;", "&", "<", ">", "\"", "</", "<!", "<!-- JAP -->", "<!--", "-->", "<![CDATA[", "]]>", "\u00a0", "\u00ad", "\ud83d\ude00", "<br>", "<hr/>", "<img alt='JAP'>", "<input value=JAP>", "<use/>", "<p title=\"JAP > \">",
    ];
    private static readonly string[] Names = ["p", "div", "b", "em", "span", "a", "code", "pre", "h2", "button", "label", "ul", "li", "table", "tr", "td", "svg", "title", "script", "style", "textarea", "select", "option", "summary", "form", "dl", "dt", "dd", "blockquote", "sup", "math", "template"];

    /// <summary>Bits of text and tags in any order, unclosed and misnested.</summary>
    private static Gen<string> Hostile => Gen.OneOf(Gen.Elements(Bits), Gen.Elements(Names).Select(n => $"<{n}>"), Gen.Elements(Names).Select(n => $"</{n}>")).ListOf().Select(string.Concat);

    /// <summary>Elements that close each other, of those that may hold text.</summary>
    private static Gen<string> WellMade(int depth)
    {
        var text = Gen.Elements(Bits.Where(b => !b.Contains('<', StringComparison.Ordinal)).ToArray());
        if (depth == 0)
            return text;
        var element = from name in Gen.Elements("p", "div", "b", "em", "span", "a", "code", "pre", "h2", "button", "label", "section", "summary", "blockquote", "sup")
                      from inner in WellMade(depth - 1)
                      select $"<{name}>{inner}</{name}>";
        return Gen.OneOf(text, text, element).ListOf().Select(string.Concat);
    }

    [Fact]
    public void Taking_the_marks_away_gives_the_page_back() => Holds(2000, Hostile, html => Words.Unmark(Words.Marker.Mark(html)) == html);

    [Fact]
    public void What_is_read_stays_the_same_and_forbidden_places_stay_plain() => Holds(2000, Gen.OneOf(Hostile, WellMade(3)), html =>
    {
        var marked = Words.Marker.Mark(html);
        var (before, after) = (Words.Parse(html), Words.Parse(marked));
        var marks = after.QuerySelectorAll("button.glossary-term");
        var isPlain = marks.All(m => m.ParentElement!.Closest(Forbidden) is null);
        var isOnce = marks.Select(m => m.GetAttribute("popovertarget")).Distinct().Count() == marks.Length;
        foreach (var cards in after.QuerySelectorAll(".glossary-tips"))
            cards.Remove();
        return isPlain && isOnce && Text(before) == Text(after) && Shape(before) == Shape(after);
    });

    [Fact]
    public void Marking_twice_is_marking_once() => Holds(1000, Gen.OneOf(Hostile, WellMade(3)), html =>
    {
        var once = Words.Marker.Mark(html);
        return Words.Marker.Mark(once) == once;
    });

    [Fact]
    public void Each_word_of_a_sound_page_is_marked_as_soon_as_it_may_be() => Holds(500, WellMade(2), html =>
    {
        var marked = Words.Marker.Mark($"{html}<p>TGI </p>");
        return Words.Parse(marked).QuerySelectorAll("[popovertarget=terme-4]").Length == 1;
    });

    [Fact]
    public void Text_of_other_words_is_left_as_it_is() => Holds(1000, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => t.Get), text => Known().IsMatch(text) || Words.Marker.Mark(text) == text);

    private static void Holds(int tests, Gen<string> pages, Func<string, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(pages.ToArbitrary(), property));

    private static string Text(IDocument page) => page.Body!.TextContent;

    /// <summary>The elements of a page in order, without the marks.</summary>
    private static string Shape(IDocument page) => string.Join(' ', page.All.Where(e => !e.ClassList.Contains("glossary-term")).Select(e => e.LocalName));

    [GeneratedRegex("(?i)jap|pe|usmp|tgi|juge|semi|crou|ls|tribuna|cap|placement|unit|commission|valuation|r")]
    private static partial Regex Known();
}
