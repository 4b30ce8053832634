using Intranet.Shared;

namespace Intranet.Tests.Shared;

public class MarkdownTests
{
    private static string Html(string text, int top = 3)
    {
        var writer = new StringWriter();
        MarkdownText.Html(text, top).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("texte <img src=x onerror=alert(1)> suite", "<img")]
    [InlineData("[clic](javascript:alert(1))", "href")]
    [InlineData("[clic](data:text/html,<b>)", "href")]
    [InlineData("[clic](//ailleurs.fr)", "href")]
    [InlineData("<javascript:alert(1)>", "href")]
    [InlineData("![plan](https://ailleurs.fr/p.png)", "<img")]
    [InlineData("[clic][x]\n\n[x]: vbscript:a", "href")]
    public void What_could_run_or_call_elsewhere_is_only_text(string text, string refused)
        => Assert.DoesNotContain(refused, Html(text), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("https://passerelle.fr")]
    [InlineData("http://passerelle.fr")]
    [InlineData("mailto:permanence@justice.fr")]
    public void Honest_links_stay(string address)
        => Assert.Contains($"""<a href="{address}" rel="noopener noreferrer">ici</a>""", Html($"[ici]({address})"), StringComparison.Ordinal);

    [Fact]
    public void Words_of_a_refused_link_or_picture_stay()
    {
        Assert.Contains("clic", Html("[clic](javascript:alert(1))"), StringComparison.Ordinal);
        Assert.Contains("plan", Html("![plan](https://ailleurs.fr/p.png)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Un\n## Deux\n### Trois", "h3 h4 h5")]
    [InlineData("## Un\n#### Deux\n## Trois", "h3 h4 h3")]
    [InlineData("### Bas\n# Haut\n## Milieu", "h3 h3 h4")]
    public void Headings_begin_at_the_pages_level_and_skip_none(string text, string levels)
        => Assert.Equal(levels, string.Join(' ', System.Text.RegularExpressions.Regex.Matches(Html(text), "<(h[1-6])").Select(m => m.Groups[1].Value)));

    [Fact]
    public void A_letter_has_its_plain_sentences()
        => Assert.Equal(["Bilan", "Une année & demie, gras et lien (https://a.fr).", "• un", "• deux", "1. d’abord", "2. ensuite"],
            MarkdownText.Paragraphs("## Bilan\n\nUne année & demie, **gras** et [lien](https://a.fr).\n\n- un\n- deux\n\n1. d’abord\n2. ensuite"));
}
