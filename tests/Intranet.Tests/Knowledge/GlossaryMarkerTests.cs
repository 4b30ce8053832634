using System.Diagnostics;

namespace Intranet.Tests.Knowledge;

/// <summary>Which words are explained, and where they never are.</summary>
public sealed class GlossaryMarkerTests
{
    [Theory]
    [InlineData("<p>Le JAP et le JAP</p>", "JAP=1")]
    [InlineData("<p>Le jap, le Jap</p>", "")]
    [InlineData("<p>Un PE, pas un pe</p>", "PE=2")]
    [InlineData("<p>Mettre le cap</p>", "")]
    [InlineData("<p>Le Juge de l'application des peines</p>", "Juge de l'application des peines=1")]
    [InlineData("<p>les juges de l’application des peines</p>", "juges de l’application des peines=1")]
    [InlineData("<p>juge de l&#x27;application&nbsp;des\n peines</p>", "juge de l&#x27;application&nbsp;des\n peines=1")]
    [InlineData("<p>un PLACEMENT EXTERIEUR</p>", "PLACEMENT EXTERIEUR=2")]
    [InlineData("<p>des placements ext&eacute;rieurs</p>", "placements ext&eacute;rieurs=2")]
    [InlineData("<p>placement à l’extérieur</p>", "placement à l’extérieur=2")]
    [InlineData("<p>l’USMP, puis l'USMP</p>", "USMP=3")]
    [InlineData("<p>l&#x27;USMP et d&#8217;USMP</p>", "USMP=3")]
    [InlineData("<p>«&nbsp;USMP&nbsp;»</p>", "USMP=3")]
    [InlineData("<p>JAP/PE, (USMP).</p>", "JAP=1|PE=2|USMP=3")]
    [InlineData("<p>SJAP JAPs JAP2 2JAP éJAP JAPé</p>", "")]
    [InlineData("<p>ex-JAP, JAP-référent, JAP.pdf, x@JAP.fr, www.JAP, JAP_1</p>", "")]
    [InlineData("<p>aujourd’hui JAP’s</p>", "")]
    [InlineData("<p>S<b>JAP</b>, <b>JAP</b>s, <b>ex-</b>JAP</p>", "")]
    [InlineData("<p><b>JAP</b>&nbsp;: juge</p>", "JAP=1|juge=6")]
    [InlineData("<p><strong>JAP</strong>. <em>l’</em><b>USMP</b></p>", "JAP=1|USMP=3")]
    [InlineData("<p>semi liberté</p><p>semi‑liberté</p>", "semi liberté=5")]
    [InlineData("<p>le juge, puis le juge de l’application des peines, puis le tribunal de grande instance</p>", "juge=6|juge de l’application des peines=1|tribunal de grande instance=4")]
    [InlineData("<p>le JAP est un juge de l’application des peines</p>", "JAP=1")]
    [InlineData("<p>les tribunaux</p>", "tribunaux=11")]
    [InlineData("<p>la levée d'écrou, un e\u0301crou</p>", "levée d'écrou=7")]
    [InlineData("<p>e\u0301crou</p>", "e\u0301crou=7")]
    [InlineData("<p>LS/CMI, LS CMI</p>", "LS/CMI=8")]
    [InlineData("<p>LS CMI, LS-CMI</p>", "")]
    [InlineData("<p>un quartier</p>", "")]
    [InlineData("<p>a &lt; b, 3 < 4, le JAP</p>", "JAP=1")]
    [InlineData("JAP", "JAP=1")]
    public void Whole_words_once_longest_first(string html, string marks) => Assert.Equal(marks, string.Join('|', Words.Marked(html)));

    [Theory]
    [InlineData("<h1>JAP</h1><h2>JAP</h2><h6><span>JAP</span></h6>")]
    [InlineData("<a href=\"#\">le <b>JAP</b></a><button>JAP</button><summary>JAP</summary>")]
    [InlineData("<code>JAP</code><pre>JAP</pre><kbd>JAP</kbd><samp>JAP</samp>")]
    [InlineData("<label>JAP <input value=\"JAP\"></label><select><option>JAP</option></select><textarea>JAP</textarea><form><p>JAP</p></form>")]
    [InlineData("<script>JAP</script><style>JAP{}</style><title>JAP</title><template><p>JAP</p></template><noscript>JAP</noscript>")]
    [InlineData("<svg><title>JAP</title><text>JAP</text><g/></svg><p title=\"JAP > PE\" data-x='JAP'></p><img alt=\"JAP\">")]
    [InlineData("<!-- JAP --><!-- > JAP --><?JAP?><!DOCTYPE JAP>")]
    [InlineData("<p hidden>JAP</p><div popover>JAP</div><span class=\"visually-hidden\">JAP</span><span aria-hidden=\"true\">JAP</span><div data-terms=\"off\">JAP</div><span class=\"badge-state is-ok\">JAP</span>")]
    [InlineData("<table>JAP<tr>JAP<th>JAP</th></tr></table><dl><dt>JAP</dt></dl><abbr>JAP</abbr><nav>JAP</nav>")]
    public void Never_in_forbidden_places(string html) => Assert.Equal(html, Words.Marker.Mark(html));

    [Fact]
    public void The_bubble_follows_the_text_and_says_what_the_word_became()
    {
        var page = Words.Parse(Words.Marker.Mark("<p>Le TGI</p>"));
        var mark = page.QuerySelector("p button.glossary-term")!;
        var card = page.GetElementById(mark.GetAttribute("popovertarget")!)!;
        Assert.True(card.HasAttribute("popover"));
        Assert.Equal("TGI\u00a0: tribunal de grande instance", card.QuerySelector(".tip-name")!.TextContent);
        Assert.Contains("Jusqu’au 31/12/2019, remplacé par TJ.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("/glossaire/4", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Du « texte » & des <balises>.", Words.Parse(Words.Marker.Mark("<p>r&amp;d &lt;sociale&gt; R&D sociale</p><p>R D sociale</p>")).QuerySelector("[popover] p:nth-child(2)")?.TextContent);
    }

    [Fact]
    public void A_term_is_not_explained_on_its_own_page_and_marking_again_adds_nothing()
    {
        Assert.DoesNotContain("terme-1\"", Words.Marker.Mark("<p>JAP, juge de l’application des peines</p>", except: 1), StringComparison.Ordinal);
        var once = Words.Marker.Mark("<article><p>JAP</p></article>");
        Assert.Equal(once, Words.Marker.Mark(once));
        Assert.Equal(["JAP=1", "PE=2"], Words.Marked($"<p>JAP</p>{once}<p>PE</p>"));
    }

    [Theory]
    [InlineData("<p>PE <b>JAP")]
    [InlineData("<p>PE</b> JAP")]
    [InlineData("<p>PE <a>JAP</p></a>")]
    [InlineData("<p>PE</p><!-- JAP")]
    [InlineData("<p>PE</p><a href=\"JAP")]
    [InlineData("<p>PE</p><script><!--<script></script>JAP</script>")]
    [InlineData("<p>PE</p><textarea>JAP")]
    [InlineData("<p>PE</p><plaintext>JAP")]
    public void Broken_HTML_is_left_as_it_is(string html) => Assert.Equal(html, Words.Marker.Mark(html));

    [Theory]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!")]
    [InlineData("<!-")]
    [InlineData("<!--->")]
    [InlineData("<p ")]
    [InlineData("<p =\"")]
    [InlineData("&#;&;&")]
    [InlineData("JAP &#")]
    [InlineData("<b>")]
    [InlineData("juge de l’application des ")]
    [InlineData("<p title=\"<\">JAP-</p>")]
    public void A_hostile_page_of_a_million_characters_takes_no_time(string bit)
    {
        var html = string.Concat(Enumerable.Repeat(bit, 1_000_000 / bit.Length));
        var watch = Stopwatch.StartNew();
        var marked = Words.Marker.Mark(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed.TotalSeconds:F1} s for « {bit} »");
        Assert.Equal(html, Words.Unmark(marked));
    }
}
