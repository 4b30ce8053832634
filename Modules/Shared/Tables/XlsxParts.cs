using System.Globalization;
using System.Text;
using System.Xml;

namespace Intranet.Shared;

internal sealed record XlsxSheet(string Name, string Path, bool Hidden);

/// <summary>The small parts of a workbook that its sheets refer to.</summary>
internal sealed class XlsxParts
{
    // Texts are kept while the sheet is read: this many characters take 100 MB at most.
    private const int MostSharedCharacters = 50_000_000;
    private const int MostStyles = 65_536;

    internal required IReadOnlyList<XlsxSheet> Sheets { get; init; }

    internal required bool From1904 { get; init; }

    internal required IReadOnlyList<bool> DateStyles { get; init; }

    internal required IReadOnlyList<string> Texts { get; init; }

    internal static XlsxParts Read(XlsxPackage package, TableLimits limits)
    {
        var paths = Relations(package);
        var sheets = new List<XlsxSheet>();
        var from1904 = false;
        using var reader = package.Part("xl/workbook.xml")!;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;

            if (reader.LocalName == "workbookPr")
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet" && paths.TryGetValue(RelationId(reader), out var path))
                sheets.Add(new XlsxSheet(reader.GetAttribute("name") ?? "", path, reader.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return new XlsxParts
        {
            Sheets = sheets,
            From1904 = from1904,
            DateStyles = Styles(package),
            Texts = SharedTexts(package, limits),
        };
    }

    private static string RelationId(XmlReader reader)
    {
        // The namespace differs between the transitional and the strict form of the standard.
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader is { LocalName: "id", Prefix.Length: > 0 })
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }

        reader.MoveToElement();
        return "";
    }

    private static Dictionary<string, string> Relations(XlsxPackage package)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = package.Part("xl/_rels/workbook.xml.rels") ?? throw TableErrors.Damaged();
        while (reader.Read())
        {
            if (reader.LocalName != "Relationship" || reader.GetAttribute("Target") is not { } target)
                continue;

            if (reader.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true)
                paths[reader.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return paths;
    }

    private static List<bool> Styles(XlsxPackage package)
    {
        var formats = new Dictionary<int, string>();
        var styles = new List<bool>();
        using var reader = package.Part("xl/styles.xml");
        var inCells = false;
        while (reader?.Read() == true && styles.Count < MostStyles)
        {
            if (reader.LocalName == "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element;
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && formats.Count < MostStyles)
                formats[Id(reader)] = reader.GetAttribute("formatCode") ?? "";
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                styles.Add(XlsxDates.IsDate(Id(reader), formats));
        }

        return styles;
    }

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static List<string> SharedTexts(XlsxPackage package, TableLimits limits)
    {
        var texts = new List<string>();
        var total = 0L;
        using var reader = package.Part("xl/sharedStrings.xml");
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;

            var text = new StringBuilder();
            XlsxText.Append(reader, "si", text, limits, 0);
            total += text.Length + 10;
            if (total > MostSharedCharacters)
                throw TableErrors.TooBigUnzipped(limits);

            texts.Add(text.ToString());
        }

        return texts;
    }
}
