using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using French = Intranet.Shared.French;

namespace Intranet.Conventions;

/// <summary>
/// A text on A4 sheets in French, written from top to bottom: title, headings, paragraphs, lists, tables, numbered pages. What stands
/// between « [à compléter » and « ] » is highlighted; spaces and apostrophes are set right. Texts are plain: whatever they hold is shown, never obeyed.
/// </summary>
internal sealed partial class WordText
{
    /// <summary>Between the margins, in twentieths of a point.</summary>
    private const int Width = 9638;

    private readonly Body body = new();

    /// <summary>Where the record is silent.</summary>
    public static string ToFill(string what) => $"[à compléter : {what}]";

    public void Title(string text) => body.Append(Of(text, "Title"));

    public void Subtitle(string text) => body.Append(Of(text, "Subtitle"));

    /// <param name="level">1 or 2.</param>
    public void Heading(int level, string text) => body.Append(Of(text, level == 1 ? "Heading1" : "Heading2"));

    /// <summary>Each line typed is a paragraph.</summary>
    public void Write(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            body.Append(Of(line));
    }

    public void Item(string text) => body.Append(Of(text, WordStyles.Bullets));

    public void NewPage() => body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>A grid whose head is repeated on each page.</summary>
    /// <param name="columns">Name and share of the width of each, the shares making 100.</param>
    public void Table(IReadOnlyList<(string Name, int Share)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = Grid([.. columns.Select(c => Width * c.Share / 100)]);
        table.Append(Row([.. columns.Select(c => Cell(c.Name, Width * c.Share / 100, isHead: true))], isHead: true));
        foreach (var row in rows)
            table.Append(Row([.. row.Select((text, i) => Cell(text, Width * columns[i].Share / 100))]));
        body.Append(table, new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "0" })));
    }

    /// <summary>A box to sign in for each, two a row.</summary>
    public void Signatures(IReadOnlyList<string> signatories)
    {
        var table = Grid([Width / 2, Width / 2]);
        foreach (var pair in signatories.Chunk(2))
        {
            var row = Row([.. pair.Append("").Take(2).Select(text => Cell(text, Width / 2))]);
            row.TableRowProperties!.Append(new TableRowHeight { Val = 2000, HeightType = HeightRuleValues.AtLeast });
            table.Append(row);
        }
        body.Append(table);
    }

    /// <param name="footer">Said at the foot of each page, before its number.</param>
    public void Save(Stream stream, string title, string author, string footer, DateTime now)
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.Language) = (Clean(title), author, "fr-FR");
        document.PackageProperties.Created = now;
        var main = document.AddMainDocumentPart();
        WordStyles.Add(main);
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }, new Tabs(new TabStop { Val = TabStopValues.Right, Position = Width })),
            Run(footer), new Run(new TabChar()), Run("page "), Field("PAGE"), Run(" sur "), Field("NUMPAGES")));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        main.Document = new Document(body);
        main.Document.Save();
    }

    private static Table Grid(IReadOnlyList<int> widths) => new(
        new TableProperties(new TableStyle { Val = WordStyles.Grid }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = "0420", FirstRow = true, NoVerticalBand = true }),
        new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(System.Globalization.CultureInfo.InvariantCulture) })));

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new TableRow([properties, .. cells]);
    }

    private static TableCell Cell(string text, int width, bool isHead = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (isHead)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E7ECF1" });
        return new TableCell(properties, new Paragraph(Runs(text, isHead)));
    }

    private static Paragraph Of(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null)
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(Runs(text));
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Runs(string text, bool isBold = false)
        => ToFillPattern().Split(French.Typography(Clean(text))).Where(part => part.Length > 0).Select(part => Run(part, isBold, part.StartsWith("[à compléter", StringComparison.Ordinal)));

    private static Run Run(string text, bool isBold = false, bool isToFill = false)
    {
        var run = new Run();
        var properties = new RunProperties();
        if (isBold)
            properties.Append(new Bold());
        if (isToFill)
            properties.Append(new Highlight { Val = HighlightColorValues.Yellow });
        if (properties.HasChildren)
            run.Append(properties);
        foreach (var (line, i) in text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static SimpleField Field(string name) => new(new Run(new Text("1"))) { Instruction = $" {name} " };

    /// <summary>What XML can't hold (control characters, halves of surrogate pairs) goes.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' or >= 0x20 and <= 0xFFFC or >= 0x10000))
            clean.Append(rune);
        return clean.ToString();
    }

    [GeneratedRegex(@"(\[à compléter[^\]]*\])", RegexOptions.None, 1000)]
    private static partial Regex ToFillPattern();
}
