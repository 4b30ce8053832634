using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>
/// A page as a file: a few lines between « --- », then its Markdown. What is exported is read back the same. Only these keys are known: title, section, kind, tags,
/// summary; others are left aside.
/// </summary>
internal sealed partial record MarkdownFile(string Title, string Section, PageKind? Kind, string Tags, string Summary, string Text)
{
    public static string Write(DocumentPage page, string section)
    {
        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(Quoted(page.Title)).Append('\n')
            .Append("section: ").Append(Quoted(section)).Append('\n')
            .Append("kind: ").Append(Quoted(Labels.Of(page.Kind))).Append('\n')
            .Append("tags: [").AppendJoin(", ", CodeList.Split(page.Tags).Select(Quoted)).Append("]\n")
            .Append("summary: ").Append(Quoted(page.Summary)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"version: {page.Number}\n");
        if (page.PublishedOn is { } published)
            text.Append(CultureInfo.InvariantCulture, $"published: {published:yyyy-MM-dd}\n");
        if (page.ReviewedOn is { } reviewed)
            text.Append(CultureInfo.InvariantCulture, $"reviewed: {reviewed:yyyy-MM-dd}\n");
        return text.Append("---\n\n").Append(page.Text).Append('\n').ToString();
    }

    /// <param name="name">Of the file: the title when neither its head nor a first heading says it.</param>
    public static MarkdownFile Read(string name, string content)
    {
        var text = content.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (text.StartsWith("---\n", StringComparison.Ordinal) && text.IndexOf("\n---\n", 3, StringComparison.Ordinal) is var end and > 0)
        {
            Head(text[4..Math.Max(4, end)], head);
            text = text[(end + 5)..];
        }
        text = text.Trim();
        var title = head.GetValueOrDefault("title") ?? head.GetValueOrDefault("titre") ?? "";
        if (title.Length == 0 && text.StartsWith("# ", StringComparison.Ordinal))
        {
            var line = text.IndexOf('\n', StringComparison.Ordinal) is var first and > 0 ? first : text.Length;
            (title, text) = (text[2..line].Trim(), text[line..].Trim());
        }
        if (title.Length == 0)
            title = Path.GetFileNameWithoutExtension(name).Replace('-', ' ').Replace('_', ' ').Trim();
        var kind = head.GetValueOrDefault("kind") ?? head.GetValueOrDefault("nature") ?? "";
        return new(title, head.GetValueOrDefault("section") ?? head.GetValueOrDefault("rubrique") ?? "", KindOf(kind), head.GetValueOrDefault("tags") ?? "", head.GetValueOrDefault("summary") ?? "", text);
    }

    /// <summary>A name of a file or of an anchor: small letters, digits and dashes.</summary>
    public static string Slug(string text) => NotOfSlug().Replace(Folding.Fold(text), "-").Trim('-') is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, 80)] : "page";

    private static void Head(string lines, Dictionary<string, string> head)
    {
        string? list = null;
        foreach (var line in lines.Split('\n'))
        {
            if (list is not null && line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                head[list] = $"{head[list]}, {Plain(line.Trim()[2..])}";
                continue;
            }
            if (line.IndexOf(':', StringComparison.Ordinal) is not (var colon and > 0))
                continue;
            var (key, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            list = value.Length == 0 ? key : null;
            head[key] = value.StartsWith('[') && value.EndsWith(']') ? string.Join(", ", Item().Matches(value[1..^1]).Select(m => Plain(m.Value.Trim())).Where(t => t.Length > 0)) : Plain(value);
        }
    }

    private static PageKind? KindOf(string word)
        => Enum.GetValues<PageKind>().Where(k => Folding.Fold(Labels.Of(k)) == Folding.Fold(word) || string.Equals(k.ToString(), word, StringComparison.OrdinalIgnoreCase)).Select(k => (PageKind?)k).FirstOrDefault();

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static string Plain(string value)
        => value is ['"', .., '"'] ? Escaped().Replace(value[1..^1], "$1") : value is ['\'', .., '\''] ? value[1..^1] : value;

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotOfSlug();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|[^,]+", RegexOptions.None, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\\(.)", RegexOptions.None, 1000)]
    private static partial Regex Escaped();
}
