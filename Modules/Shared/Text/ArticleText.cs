using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Intranet.Shared;

/// <param name="Id">Of the heading, for the table of contents.</param>
/// <param name="Level">From 2.</param>
public sealed record ArticleHeading(string Id, string Text, int Level);

/// <summary>A long text ready to be shown.</summary>
/// <param name="Markup">Written by us from checked Markdown: it can't run.</param>
/// <param name="Headings">In order.</param>
/// <param name="Links">Addresses of the house that it leads to.</param>
/// <param name="Minutes">To read it, one at least.</param>
/// <param name="IsTooDeep">Its lists or quotes hold one another beyond sense: it is shown as typed.</param>
public sealed record Article(string Markup, IReadOnlyList<ArticleHeading> Headings, IReadOnlyList<string> Links, int Minutes, bool IsTooDeep)
{
    public IHtmlContent Content => new HtmlString(Markup);
}

/// <summary>
/// Pages written in Markdown: beside what <see cref="MarkdownText"/> reads, tables, lists of tasks, callouts (« &gt; [!NOTE] »), anchors, links to addresses of the house and
/// pictures that the record keeps. HTML is shown as text; everything else that would lead or load elsewhere becomes its words.
/// </summary>
public static partial class ArticleText
{
    /// <summary>Characters that are read; what is longer is refused before it is saved.</summary>
    public const int Longest = 60_000;

    private const int WordsAMinute = 220;
    private const int MostBrackets = 3_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().UseAlertBlocks().Build();

    private static readonly Dictionary<string, (string Look, string Icon, string Title)> Callouts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTE"] = ("is-info", "info-circle", "À noter"),
        ["TIP"] = ("is-ok", "bulb", "Conseil"),
        ["IMPORTANT"] = ("is-info", "alert-circle", "Important"),
        ["WARNING"] = ("is-warn", "alert-triangle", "Attention"),
        ["CAUTION"] = ("is-bad", "alert-triangle", "Attention"),
    };

    /// <param name="pictures">Documents of the record that are pictures: no other is shown.</param>
    /// <param name="top">Level of its highest headings.</param>
    /// <param name="anchor">Starts the ids of headings, which differ where several texts are shown together.</param>
    public static Article Read(string? text, IReadOnlySet<int>? pictures = null, int top = 2, string anchor = "s")
    {
        var source = text is { Length: > Longest } ? text[..Longest] : text ?? "";
        var minutes = Math.Max(1, (int)Math.Ceiling(source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length / (double)WordsAMinute));
        // Each opening bracket may begin a link, looked for to the end of the text: thousands of them are nobody's page.
        if (source.AsSpan().Count('[') > MostBrackets)
            return AsTyped();
        try
        {
            var document = Markdown.Parse(source, Pipeline);
            MarkdownText.Order(document, top);
            var headings = Anchor(document, anchor);
            var links = Check(document, headings, pictures, anchor);
            Dress(document);
            return new(Write(document), headings, links, minutes, false);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that quotes, lists or brackets hold one another beyond its limit.
            return AsTyped();
        }

        Article AsTyped() => new($"<p class=\"pre-line\">{WebUtility.HtmlEncode(source)}</p>\n", [], [], minutes, true);
    }

    /// <summary>Ids of documents that the text shows as pictures.</summary>
    public static IReadOnlyCollection<int> PicturesIn(string text)
        => [.. Shown().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    private static List<ArticleHeading> Anchor(MarkdownDocument document, string anchor)
    {
        List<ArticleHeading> headings = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = Words(heading.Inline);
            var slug = $"{anchor}-{NotOfSlug().Replace(Folding.Fold(text), "-").Trim('-')}";
            var id = slug;
            // Thousands may be alike: the next number is remembered rather than looked for.
            while (!seen.TryAdd(id, 1))
                id = $"{slug}-{++seen[slug]}";
            heading.GetAttributes().Id = id;
            headings.Add(new(id, text, heading.Level));
        }
        return headings;
    }

    private static string Words(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
            text.Append(inline switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, LineBreakInline => " ", HtmlEntityInline entity => entity.Transcoded.ToString(), _ => "" });
        return text.ToString().Trim();
    }

    private static List<string> Check(MarkdownDocument document, List<ArticleHeading> headings, IReadOnlySet<int>? pictures, string anchor)
    {
        List<string> links = [];
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var url = link.Url ?? "";
            if (link.IsImage)
            {
                if (Picture().Match(url) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var id) && pictures?.Contains(id) == true)
                    link.GetAttributes().AddProperty("loading", "lazy");
                else
                    MarkdownText.Unlink(link);
            }
            else if (url.StartsWith('#') && headings.FirstOrDefault(h => h.Id == $"{anchor}-{url[1..]}" || h.Id == url[1..]) is { } heading)
                link.Url = $"#{heading.Id}";
            else if (House().IsMatch(url))
                links.Add(url);
            else if (MarkdownText.IsAllowed(url))
                link.GetAttributes().AddProperty("rel", "noopener noreferrer");
            else
                MarkdownText.Unlink(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !MarkdownText.IsAllowed(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
            else if (!link.IsEmail)
                link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        }
        return links;
    }

    /// <summary>What our policy and readers who don't see ask for: no style attribute, headers with their scope, boxes with their label.</summary>
    private static void Dress(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
            {
                var index = 0;
                foreach (var cell in row.OfType<TableCell>())
                {
                    if (index < table.ColumnDefinitions.Count && table.ColumnDefinitions[index].Alignment is TableColumnAlign.Right)
                        cell.GetAttributes().AddClass("num");
                    if (row.IsHeader)
                        cell.GetAttributes().AddProperty("scope", "col");
                    index++;
                }
            }
            foreach (var column in table.ColumnDefinitions)
                (column.Alignment, column.Width) = (null, 0);
        }
        foreach (var task in document.Descendants<TaskList>().ToList())
        {
            var line = task.Parent!;
            task.ReplaceBy(new HtmlInline($"<label class=\"task\"><input class=\"form-check-input\" type=\"checkbox\" disabled{(task.Checked ? " checked" : "")}> <span>"));
            line.AppendChild(new HtmlInline("</span></label>"));
        }
    }

    private static string Write(MarkdownDocument document)
    {
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new CalloutRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new TableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ChartRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private sealed class CalloutRenderer : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock block)
        {
            var (look, icon, title) = Callouts.GetValueOrDefault(block.Kind.ToString(), Callouts["NOTE"]);
            renderer.EnsureLine();
            renderer.Write($"<div class=\"banner callout {look}\" role=\"note\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#{icon}\"/></svg><div class=\"banner-text\"><p><strong>{title}</strong></p>");
            renderer.WriteChildren(block);
            renderer.WriteLine("</div></div>");
        }
    }

    /// <summary>A wide table scrolls in its own frame, by the keyboard too.</summary>
    private sealed class TableRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"table-card table-scroll\" role=\"group\" aria-label=\"Tableau\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }

    [GeneratedRegex("^/fichiers/([0-9]{1,9})$", RegexOptions.None, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"!\[[^\]\n]*\]\(/fichiers/([0-9]{1,9})[ )]", RegexOptions.None, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^/([a-z0-9][a-z0-9/._-]*)?(\?[a-zA-Z0-9=&%+._-]*)?(#[a-zA-Z0-9-]*)?$", RegexOptions.None, 1000)]
    private static partial Regex House();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotOfSlug();
}
