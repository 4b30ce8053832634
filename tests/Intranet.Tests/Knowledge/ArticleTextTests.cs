using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Intranet.Shared;

namespace Intranet.Tests.Knowledge;

/// <summary>Pages in Markdown: what is offered is shown as promised, what is hostile is words and takes no time.</summary>
public sealed class ArticleTextTests
{
    private static IElement Shown(string text, IReadOnlySet<int>? pictures = null) => new HtmlParser().ParseDocument(ArticleText.Read(text, pictures).Markup).Body!;

    [Fact]
    public void Headings_are_anchors_of_a_table_of_contents()
    {
        var article = ArticleText.Read("# Quand y penser ?\n\nUn [renvoi](#quand-y-penser).\n\n### Détail\n\n# Quand y penser ?");
        Assert.Equal([("s-quand-y-penser", 2), ("s-detail", 3), ("s-quand-y-penser-2", 2)], article.Headings.Select(h => (h.Id, h.Level)));
        Assert.Equal("Quand y penser ?", article.Headings[0].Text);
        var body = Shown("# Quand y penser ?\n\nUn [renvoi](#quand-y-penser).");
        Assert.Equal(body.QuerySelector("h2")!.Id, body.QuerySelector("a")!.GetAttribute("href")![1..]);
    }

    [Fact]
    public void Tables_have_header_cells_and_no_style()
    {
        var table = Shown("| Acteur | Délai |\n| --- | ---: |\n| SPIP | 4 mois |").QuerySelector("table")!;
        Assert.All(table.QuerySelectorAll("thead th"), c => Assert.Equal("col", c.GetAttribute("scope")));
        Assert.Equal("4 mois", table.QuerySelector("td.num")!.TextContent);
        Assert.Empty(table.QuerySelectorAll("[style]"));
        Assert.Equal("0", table.ParentElement!.GetAttribute("tabindex"));
    }

    [Fact]
    public void A_long_table_is_read() => Assert.Equal(400, Shown("| a | b | c | d |\n| - | - | - | - |\n" + string.Concat(Enumerable.Repeat("| 1 | 2 | 3 | 4 |\n", 400))).QuerySelectorAll("tbody tr").Length);

    [Fact]
    public void Tasks_are_boxes_that_cannot_be_ticked_with_their_label()
    {
        var boxes = Shown("- [x] Appeler le **SPIP**\n- [ ] Prévenir").QuerySelectorAll("input");
        Assert.Equal([true, false], boxes.Select(b => b.HasAttribute("checked")));
        Assert.All(boxes, b => Assert.True(b.HasAttribute("disabled")));
        Assert.Equal(["Appeler le SPIP", "Prévenir"], boxes.Select(b => b.Closest("label")!.TextContent.Trim()));
    }

    [Theory]
    [InlineData("NOTE", "À noter")]
    [InlineData("TIP", "Conseil")]
    [InlineData("IMPORTANT", "Important")]
    [InlineData("WARNING", "Attention")]
    public void Callouts_have_French_titles(string kind, string title)
    {
        var note = Shown($"> [!{kind}]\n> La *nuit*, appelez l’astreinte.").QuerySelector("[role=note]")!;
        Assert.Equal(title, note.QuerySelector("strong")!.TextContent);
        Assert.Contains("La nuit, appelez l’astreinte.", note.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_into_the_house_to_sites_and_to_mail_only()
    {
        var article = ArticleText.Read("[a](/connaissances/12) [b](/glossaire/3#x) [c](https://example.org/x) [d](mailto:a@example.org) [e](//example.org) [f](ftp://example.org) [g](page.md) [h](/\\example.org) [i](#ailleurs)");
        var body = new HtmlParser().ParseDocument(article.Markup).Body!;
        Assert.Equal(["/connaissances/12", "/glossaire/3#x", "https://example.org/x", "mailto:a@example.org"], body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("a b c d e f g h i", body.TextContent.Trim());
        Assert.Equal(["/connaissances/12", "/glossaire/3#x"], article.Links);
        Assert.Equal("noopener noreferrer", body.QuerySelector("a[href^=https]")!.GetAttribute("rel"));
    }

    [Fact]
    public void Pictures_are_documents_of_the_page()
    {
        const string Text = "![Plan](/fichiers/7) ![Autre](/fichiers/8) ![Ailleurs](https://example.org/x.png) ![Donnée](data:image/png;base64,AAAA)";
        var body = Shown(Text, new HashSet<int> { 7 });
        var picture = Assert.Single(body.QuerySelectorAll("img"));
        Assert.Equal(("/fichiers/7", "Plan"), (picture.GetAttribute("src"), picture.GetAttribute("alt")));
        Assert.Contains("Autre Ailleurs Donnée", body.TextContent, StringComparison.Ordinal);
        Assert.Equal([7, 8], ArticleText.PicturesIn(Text));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onmouseover=\"alert(1)\">gras</b>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[x](https://example.org/\"onmouseover=\"alert(1))")]
    [InlineData("![x\" onerror=\"alert(1)](/fichiers/7)")]
    [InlineData("[x](/connaissances/1 \"a\\\" onclick=\\\"alert(1)\")")]
    [InlineData("# a\" onclick=\"alert(1)")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("| <script>a</script> | b |\n| --- | --- |\n| <i onclick=x> | c |")]
    [InlineData("> [!<script>]\n> x")]
    [InlineData("- [ ] <script>alert(1)</script>")]
    [InlineData("<!-- --><iframe src=//example.org></iframe>")]
    public void What_is_hostile_is_words(string text)
    {
        var body = Shown(text, new HashSet<int> { 7 });
        Assert.Empty(body.QuerySelectorAll("script, iframe, object, embed, style, form, [style]"));
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var leads = (element.GetAttribute("href") ?? element.GetAttribute("src") ?? "#").Trim();
            Assert.Matches("^(#|/|https?:|mailto:)", leads);
        }
    }

    public static TheoryData<string, string> Heavy => new()
    {
        { "10 Mo", new string('a', 10_000_000) },
        { "citations", string.Concat(Enumerable.Repeat("> ", 10_000)) + "x" },
        { "listes", string.Concat(Enumerable.Repeat("- ", 10_000)) + "x" },
        { "listes numérotées", string.Concat(Enumerable.Repeat("1. ", 10_000)) + "x" },
        { "crochets", new string('[', 10_000) + "x" + new string(']', 10_000) },
        { "crochets ouverts", string.Concat(Enumerable.Repeat("[a](", 10_000)) },
        { "images", string.Concat(Enumerable.Repeat("![", 10_000)) },
        { "parenthèses", "[a](" + new string('(', 20_000) },
        { "étoiles", string.Concat(Enumerable.Repeat("*a **b ", 5_000)) },
        { "accents graves", string.Concat(Enumerable.Range(1, 300).Select(n => new string('`', n) + " ")) },
        { "barres", string.Concat(Enumerable.Repeat("|", 20_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 10_000)) },
        { "lignes de tableau", "|a|\n|-|\n" + string.Concat(Enumerable.Repeat("|a|\n", 10_000)) },
        { "références", string.Concat(Enumerable.Range(1, 3_000).Select(n => $"[{n}]: /a\n")) + string.Concat(Enumerable.Repeat("[x][y]", 3_000)) },
        { "chevrons", new string('<', 30_000) },
        { "entités", string.Concat(Enumerable.Repeat("&amp;", 10_000)) },
        { "retraits", string.Concat(Enumerable.Range(0, 300).Select(n => new string(' ', n * 2) + "- a\n")) },
        { "titres pareils", string.Concat(Enumerable.Repeat("# a\n", 10_000)) },
        { "encarts", string.Concat(Enumerable.Repeat("> [!NOTE]\n> a\n\n", 3_000)) },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public void What_is_heavy_takes_no_time(string name, string text)
    {
        Assert.NotEmpty(name);
        ArticleText.Read("chauffe");
        var watch = Stopwatch.StartNew();
        var article = ArticleText.Read(text);
        // A guard against hanging, wide because test machines are slow.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{name} : {watch.Elapsed}");
        Assert.True(article.Markup.Length < 12 * ArticleText.Longest, $"{name} : {article.Markup.Length}");
        new HtmlParser().ParseDocument(article.Markup);
    }

    [Fact]
    public void Reading_time_counts_words() => Assert.Equal((1, 5), (ArticleText.Read("").Minutes, ArticleText.Read(string.Concat(Enumerable.Repeat("mot ", 1_000))).Minutes));
}
