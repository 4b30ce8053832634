using System.Globalization;
using System.Text;
using System.Xml;

namespace Intranet.Shared;

/// <summary>Rows of one sheet, in one pass.</summary>
internal sealed class XlsxRows(XmlReader reader, XlsxParts parts, TableLimits limits)
{
    private readonly StringBuilder _text = new();

    internal IEnumerable<RawRow> Read()
    {
        var line = 0;
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;

            line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : line + 1;
            var cells = reader.IsEmptyElement ? [] : Cells(line);
            if (cells.Count > 0)
                yield return new RawRow(line, cells);
        }
    }

    private List<RawCell> Cells(int line)
    {
        var cells = new List<RawCell>();
        var column = -1;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"))
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;

            column = Column(reader.GetAttribute("r")) ?? column + 1;
            var cell = Cell(line);
            if (cell.Text.Length == 0)
                continue;

            // Only content counts: formats laid on the whole sheet reach its last column.
            if (column >= limits.Columns)
                throw TableErrors.TooManyColumns(limits, line);

            while (cells.Count <= column)
                cells.Add(RawCell.Empty);

            cells[column] = cell;
        }

        return cells;
    }

    private RawCell Cell(int line)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        _text.Clear();
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c"))
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
                    XlsxText.Value(reader, "v", _text, limits, line);
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
                    XlsxText.Append(reader, "is", _text, limits, line);
            }
        }

        return Value(type, style, _text.ToString().Trim());
    }

    private RawCell Value(string type, int style, string text) => type switch
    {
        "s" => new RawCell(Shared(text)),
        "b" => new RawCell(text is "1" or "true" ? "oui" : "non"),
        "d" when TableValues.Date(text) is { } date => new RawCell(French.Date(date.Day), date.Day),
        "n" when text.Length > 0 => Number(style, text),
        _ => new RawCell(text),
    };

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < parts.Texts.Count
            ? parts.Texts[i].Trim()
            : throw TableErrors.Damaged();

    private RawCell Number(int style, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e27)
            return new RawCell(text);

        var isDate = style < parts.DateStyles.Count && parts.DateStyles[style];
        if (isDate && XlsxDates.Day(number, parts.From1904) is { } day)
            return new RawCell(French.Date(day), day);

        // Through double, as the spreadsheet computes: 0.1 + 0.2 is stored with seventeen digits and shown with fifteen.
        var value = (decimal)number;
        return new RawCell(value.ToString("0.###############", CultureInfo.InvariantCulture).Replace('.', ','), null, value);
    }

    private static int? Column(string? reference)
    {
        if (reference is null)
            return null;

        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z' || column > 100_000)
                break;

            column = column * 26 + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
