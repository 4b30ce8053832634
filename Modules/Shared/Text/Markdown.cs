using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Intranet.Shared;

/// <summary>
/// Long texts that people write with a few signs (« ## titre », « - point », « **gras** »). HTML typed in them is shown as text,
/// pictures are only their description, and links lead to http, https and mailto addresses only: what is written can't run.
/// </summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>For a page.</summary>
    /// <param name="top">Level of its highest headings, 2 to 6, so that the page's order of headings holds; none is skipped.</param>
    public static IHtmlContent Html(string? text, int top = 3)
    {
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(Parse(text, top));
        return new HtmlString(writer.ToString());
    }

    /// <summary>For a letter: plain sentences, one a paragraph; items start with « • », headings stand alone.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text)
    {
        List<string> lines = [];
        Write(Parse(text, 2), "");
        return lines;

        void Write(ContainerBlock blocks, string sign)
        {
            foreach (var block in blocks)
            {
                if (block is ListBlock list)
                {
                    var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
                    foreach (var item in list.OfType<ListItemBlock>())
                        Write(item, list.IsOrdered ? $"{number++}. " : "• ");
                }
                else if (block is ContainerBlock inner)
                    Write(inner, sign);
                else if (block is LeafBlock leaf && Plain(leaf) is { Length: > 0 } sentence)
                    lines.Add(sign + sentence);
            }
        }
    }

    private static string Plain(LeafBlock leaf)
    {
        if (leaf.Inline is null)
            return leaf.Lines.ToString().Trim();
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForInline = false, EnableHtmlForBlock = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        foreach (var link in leaf.Inline.Descendants<LinkInline>().Where(l => l.Url is { Length: > 0 } url && l.FirstChild is LiteralInline { Content: var shown } && shown.ToString() != url).ToList())
            link.InsertAfter(new LiteralInline($" ({link.Url})"));
        renderer.WriteLeafInline(leaf);
        return writer.ToString().Replace('\n', ' ').Trim();
    }

    private static MarkdownDocument Parse(string? text, int top)
    {
        var document = Markdown.Parse(text ?? "", Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsAllowed(l.Url)).ToList())
            Unlink(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsAllowed(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var link in document.Descendants<LinkInline>())
            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        Order(document, top);
        return document;
    }

    /// <summary>The words stay, the link goes.</summary>
    internal static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    internal static bool IsAllowed(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);

    /// <summary>The levels used become consecutive ones, from the top; none is skipped on the way down.</summary>
    internal static void Order(MarkdownDocument document, int top)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var used = headings.Select(h => h.Level).Distinct().Order().ToList();
        var before = top - 1;
        foreach (var heading in headings)
            before = heading.Level = Math.Min(6, Math.Min(top + used.IndexOf(heading.Level), before + 1));
    }
}
