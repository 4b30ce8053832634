using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Intranet.Shared;

/// <summary>
/// A fenced block « graphique » as bars, with its figures in a table behind them: « titre: » and « unité: », a line of names between bars,
/// then a line for each group. What doesn't read as one stays code.
/// </summary>
internal sealed class ChartRenderer : HtmlObjectRenderer<CodeBlock>
{
    private readonly CodeBlockRenderer code = new();

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (block is FencedCodeBlock { Info: "graphique" } && ChartBlock.Read(block.Lines.ToString()) is { } chart)
            chart.Write(renderer);
        else
            code.Write(renderer, block);
    }
}

/// <param name="Names">Of the groups, then of each series.</param>
internal sealed record ChartBlock(string Title, string Unit, IReadOnlyList<string> Names, IReadOnlyList<(string Group, IReadOnlyList<decimal> Values)> Rows)
{
    public const int MostRows = 40;
    public const int MostSeries = 3;
    private const int Left = 210, Room = 290, NamedRoom = 220, Width = 720, Bar = 14, Step = 20, Gap = 10;

    private static readonly string[] Fills = ["fill-primary", "fill-violet", "fill-neutral"];

    public static ChartBlock? Read(string text)
    {
        var (title, unit, lines) = ("", "", new List<string[]>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (lines.Count == 0 && Said(line, "titre") is { } t)
                title = t;
            else if (lines.Count == 0 && Said(line, "unité") is { } u)
                unit = u;
            else
                lines.Add(line.Split('|', StringSplitOptions.TrimEntries));
        }
        if (title.Length == 0 || lines.Count is < 2 or > MostRows + 1 || lines[0].Length is < 2 or > MostSeries + 1 || lines.Exists(l => l.Length != lines[0].Length))
            return null;
        List<(string, IReadOnlyList<decimal>)> rows = [];
        foreach (var line in lines.Skip(1))
        {
            var values = line.Skip(1).Select(French.ReadNumber).ToList();
            if (values.Exists(v => v is null or < 0 or > 1_000_000_000))
                return null;
            rows.Add((line[0], [.. values.Select(v => v!.Value)]));
        }
        return new(title, unit, lines[0], rows);
    }

    private static string? Said(string line, string key)
        => line.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && line[..at].Trim() == key ? line[(at + 1)..].Trim() : null;

    public void Write(HtmlRenderer renderer)
    {
        var (top, series) = (Math.Max(1, Rows.Max(r => r.Values.Max())), Names.Count - 1);
        var height = Rows.Count * ((series * Step) + Gap);
        renderer.EnsureLine();
        renderer.Write("<figure class=\"article-chart\"><figcaption>").WriteEscape(Unit.Length > 0 ? $"{Title} ({Unit})" : Title).Write("</figcaption><div class=\"chart-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"").WriteEscape(Title);
        renderer.Write($"\"><svg class=\"chart\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"");
        renderer.WriteEscape($"{Title} : {string.Join(" ; ", Rows.Select(r => $"{r.Group} {string.Join(", ", r.Values.Select((v, i) => series > 1 ? $"{Number(v)} {Names[i + 1]}" : Number(v)))}"))}").Write("\">");
        for (var (row, y) = (0, 0); row < Rows.Count; row++, y += (series * Step) + Gap)
        {
            renderer.Write($"<text x=\"0\" y=\"{y + 12}\">").WriteEscape(Short(Rows[row].Group)).Write("</text>");
            for (var i = 0; i < series; i++)
            {
                var (value, at) = (Rows[row].Values[i], y + (i * Step));
                var width = Math.Max(2, (int)((series > 1 ? NamedRoom : Room) * value / top));
                renderer.Write($"<rect class=\"{Fills[i]}\" x=\"{Left}\" y=\"{at}\" width=\"{width}\" height=\"{Bar}\" rx=\"2\" /><text class=\"strong\" x=\"{Left + width + 6}\" y=\"{at + 12}\">");
                renderer.WriteEscape(series > 1 ? $"{Number(value)} {Short(Names[i + 1])}" : Number(value)).Write("</text>");
            }
        }
        renderer.WriteLine("</svg></div>");
        WriteTable(renderer);
        renderer.WriteLine("</figure>");
    }

    private void WriteTable(HtmlRenderer renderer)
    {
        renderer.Write("<details><summary>Voir les chiffres</summary><table><thead><tr>");
        foreach (var name in Names)
            renderer.Write("<th scope=\"col\">").WriteEscape(name).Write("</th>");
        renderer.Write("</tr></thead><tbody>");
        foreach (var (group, values) in Rows)
        {
            renderer.Write("<tr><th scope=\"row\">").WriteEscape(group).Write("</th>");
            foreach (var value in values)
                renderer.Write("<td class=\"num\">").WriteEscape(Number(value)).Write("</td>");
            renderer.Write("</tr>");
        }
        renderer.Write("</tbody></table></details>");
    }

    private static string Number(decimal value) => value == decimal.Truncate(value) ? French.Number((long)value) : French.Number(value, value.Scale);

    private static string Short(string text) => text.Length > 32 ? $"{text[..31]}…" : text;
}
