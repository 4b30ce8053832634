using Intranet.Shared;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Intranet.Tests.Shared;

public sealed class ChartBlockTests
{
    private const string Costs = "titre: Coût d’une journée\nunité: €\nRégime | Coût\nDétention | 105\nPlacement extérieur | 33";

    [Fact]
    public void Figures_become_bars_with_their_table_behind()
    {
        var html = Html($"```graphique\n{Costs}\n```");
        Assert.Contains("<figcaption>Coût d’une journée (€)</figcaption>", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split("<rect").Length);
        Assert.Contains("width=\"290\"", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Détention</th><td class=\"num\">105</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_several_series_stand_beside_their_bars()
    {
        var chart = ChartBlock.Read("titre: T\nMois | Dedans | Dehors\nMars | 325 | 609")!;
        Assert.Equal(["Mois", "Dedans", "Dehors"], chart.Names);
        Assert.Equal([325m, 609m], chart.Rows[0].Values);
        Assert.Contains("609 Dehors", Html("```graphique\ntitre: T\nMois | Dedans | Dehors\nMars | 325 | 609\n```"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_in_it_cannot_run()
    {
        var html = Html("```graphique\ntitre: <script>alert(1)</script>\n<b>\" onload=\"x | V\n<img src=x> | 3\n```");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mois | V\nMars | 3")]
    [InlineData("titre: T\nMois | V")]
    [InlineData("titre: T\nMois | V\nMars | beaucoup")]
    [InlineData("titre: T\nMois | V\nMars | -3")]
    [InlineData("titre: T\nMois | V\nMars | 3 | 4")]
    [InlineData("titre: T\nMois | A | B | C | D\nMars | 1 | 2 | 3 | 4")]
    [InlineData("")]
    public void What_is_no_chart_stays_as_written(string block)
    {
        Assert.Null(ChartBlock.Read(block));
        Assert.Contains("<pre>", Html($"```graphique\n{block}\n```"), StringComparison.Ordinal);
    }

    private static string Html(string markdown)
    {
        var (writer, pipeline) = (new StringWriter(), new MarkdownPipelineBuilder().DisableHtml().Build());
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ChartRenderer());
        renderer.Render(Markdown.Parse(markdown, pipeline));
        return writer.ToString();
    }
}
