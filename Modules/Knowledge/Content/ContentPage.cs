using System.Globalization;
using Intranet.Shared;

namespace Intranet.Knowledge.Content;

/// <summary>One page of the first content: a Markdown file with a few « key: value » lines at its head, between two lines of dashes.</summary>
/// <param name="Slug">Name of its file; other pages link to it by <c>(page:slug)</c>.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="Source">What it was written from.</param>
/// <param name="SourcedOn">The date of that source, in words: « automne 2019 ».</param>
/// <param name="WrittenOn">When it was last found true; it ages from this day, whenever the database was made.</param>
/// <param name="Laws">Keys of <see cref="ContentLaws"/>.</param>
/// <param name="See">Slugs of pages to read beside it.</param>
internal sealed record ContentPage(
    string Slug, string Title, string Section, PageKind Kind, int Order, string Summary, string Tags, IReadOnlyList<string> Topics, int Months,
    string Source, string SourcedOn, DateOnly WrittenOn, IReadOnlyList<string> Laws, IReadOnlyList<string> See, string Text)
{
    private const string Rule = "---";

    public static ContentPage Parse(string slug, string content)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Rule ? Array.IndexOf(lines, Rule, 1) : -1;
        if (end < 0)
            throw new FormatException($"{slug}: no head between two lines of dashes.");
        var head = ContentLines.Read(slug, lines[1..end]);
        return new(slug, head.Need("title"), head.Need("section"), Enum.Parse<PageKind>(head.Need("kind"), ignoreCase: true), int.Parse(head.Need("order"), CultureInfo.InvariantCulture),
            head.Need("summary"), head.Get("tags"), head.List("topics"), int.Parse(head.Need("months"), CultureInfo.InvariantCulture),
            head.Need("source"), head.Need("sourced"), DateOnly.ParseExact(head.Need("written"), "yyyy-MM-dd", CultureInfo.InvariantCulture), head.List("laws"), head.List("see"),
            string.Join('\n', lines[(end + 1)..]).Trim());
    }

    /// <summary>The text with its links to other pages of the first content led to their addresses.</summary>
    public string TextWith(IReadOnlyDictionary<string, int> ids)
        => ids.Aggregate(Text, (text, page) => text.Replace($"(page:{page.Key})", $"(/{KnowledgeModule.Page.Path}/{page.Value.ToString(CultureInfo.InvariantCulture)})", StringComparison.Ordinal));
}

/// <summary>« key: value » lines; a key is said once, an unknown one is a fault of whoever wrote the file.</summary>
internal sealed class ContentLines
{
    private readonly string name;
    private readonly Dictionary<string, string> values = [];

    private ContentLines(string name) => this.name = name;

    public static ContentLines Read(string name, IEnumerable<string> lines)
    {
        var read = new ContentLines(name);
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            var (key, value) = line.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (line[..at].Trim(), line[(at + 1)..].Trim()) : throw new FormatException($"{name}: « {line} » has no key.");
            if (!read.values.TryAdd(key, value))
                throw new FormatException($"{name}: « {key} » is said twice.");
        }
        return read;
    }

    public IEnumerable<string> Keys => values.Keys;

    public string Get(string key) => values.GetValueOrDefault(key, "");

    public string Need(string key) => Get(key) is { Length: > 0 } value ? value : throw new FormatException($"{name}: « {key} » is missing.");

    /// <summary>Values between semicolons, which titles don't hold.</summary>
    public IReadOnlyList<string> List(string key) => Get(key).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public DateOnly? Day(string key) => Get(key) is { Length: > 0 } value ? DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
