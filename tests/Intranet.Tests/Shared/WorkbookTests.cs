using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class WorkbookTests
{
    private static readonly Column<Item>[] Columns =
    [
        new("Nom", i => i.Name, 40),
        new("Début", i => i.Start),
        new("Prix", i => i.Price),
        new("Suivi", i => i.Followed),
        new("Vide", _ => null),
    ];

    private static readonly Item[] Items =
    [
        new("SPIP de la Seine-Saint-Denis", new(2026, 11, 30), 1234.5m, true),
        new("=HYPERLINK(\"http://x\")", new(1900, 3, 1), -12m, false),
        new("+33 1 45 67 89 10", new(2024, 2, 29), 0m, false),
        new("'déjà", new(2026, 1, 1), 0.1m, true),
        new("ligne 1\nligne 2; \"cité\"", new(2026, 1, 1), 100_000m, true),
        new("nul\u0000\uFFFE supprimé", new(2026, 1, 1), 1m, true),
    ];

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "Filtre : en vigueur, édité le 21/11/2026")]
    [InlineData(false, null)]
    public void What_is_written_is_read_back(bool xlsx, string? note)
    {
        using var file = new MemoryStream();
        if (xlsx)
            Workbook.Write(file, "Conventions", Columns, Items, note);
        else
            CsvFile.Write(file, Columns, Items);

        file.Position = 0;
        using var table = TableReader.Open(file, "x");
        Assert.Equal(xlsx ? TableFormat.Xlsx : TableFormat.Csv, table.Format);
        Assert.Equal(["Nom", "Début", "Prix", "Suivi", "Vide"], table.Header);
        var rows = table.Rows.ToList();
        Assert.Equal(Items.Select(i => TableWriter.Clean(i.Name)), rows.Select(r => r.Text(0)));
        Assert.Equal(Items.Select(i => (DateOnly?)i.Start), rows.Select(r => r.Date(1)?.Day));
        Assert.All(rows, r => Assert.Null(r.Decimal(1)));
        Assert.Equal(Items.Select(i => (decimal?)i.Price), rows.Select(r => r.Decimal(2)));
        Assert.Equal(Items.Select(i => i.Followed ? "oui" : "non"), rows.Select(r => r.Text(3)));
        Assert.Equal(table.HeaderLine + 1, rows[0].Line);
    }

    [Fact]
    public void A_workbook_is_ready_to_use()
    {
        using var file = new MemoryStream();
        Workbook.Write(file, "Suivi: 2026/2027 [tout] et bien plus encore", Columns, Items);
        using var book = new XLWorkbook(file);
        var sheet = book.Worksheets.Single();
        Assert.Equal("Suivi  2026 2027  tout  et bien", sheet.Name);
        Assert.True(sheet.Cell(1, 1).Style.Font.Bold);
        Assert.True(sheet.AutoFilter.IsEnabled);
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.Equal(40, sheet.Column(1).Width, 1);
        Assert.Equal(XLDataType.DateTime, sheet.Cell(2, 2).DataType);
        Assert.Equal(XLDataType.Number, sheet.Cell(2, 3).DataType);
        Assert.All(sheet.CellsUsed(), c => Assert.False(c.HasFormula));
        Assert.Equal("=HYPERLINK(\"http://x\")", sheet.Cell(3, 1).GetString());
        Assert.True(sheet.Cell(3, 1).Style.IncludeQuotePrefix);
    }

    [Fact]
    public void Risky_texts_get_an_apostrophe_in_a_csv()
    {
        using var file = new MemoryStream();
        CsvFile.Write(file, Columns, Items);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith("\uFEFFNom;Début;", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("'+33", text, StringComparison.Ordinal);
        Assert.Contains(";-12;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("[$-40C]d mmmm yyyy;@", true)]
    [InlineData("mmm-yy", true)]
    [InlineData("General", false)]
    [InlineData("0.00", false)]
    [InlineData("#,##0.00\\ \"jours du\"", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("hh:mm", false)]
    public void Number_formats_tell_dates(string code, bool date) => Assert.Equal(date, XlsxDates.IsDateCode(code));

    [Theory]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(61, false, "1900-03-01")]
    [InlineData(46356.75, false, "2026-11-30")]
    [InlineData(44894, true, "2026-11-30")]
    [InlineData(0.5, false, null)]
    [InlineData(9e9, false, null)]
    public void Serial_numbers_are_days(double serial, bool from1904, string? day) =>
        Assert.Equal(day, XlsxDates.Day(serial, from1904)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Other_software_writes_otherwise()
    {
        const string sheet = """
            <worksheet xmlns="x"><sheetData>
            <row/><row r="3"><c t="inlineStr"><is><t>Titre</t></is></c></row>
            <row r="5"><c r="B5" t="s"><v>0</v></c><c r="C5" t="str"><v>Date</v></c></row>
            <row r="6"><c r="B6" t="b"><v>1</v></c><c r="C6" t="d"><v>2026-11-30T00:00:00</v></c><c r="XFD6" s="0"/></row>
            <row><c r="B7" t="e"><v>#N/A</v></c><c s="1"><v>46356</v></c><c s="9"><v>1.1000000000000001</v></c></row>
            </sheetData></worksheet>
            """;
        using var table = TableReader.Open(new MemoryStream(Book(sheet)), "x.xlsx");
        Assert.Equal("Feuille", table.Sheet);
        Assert.Equal(5, table.HeaderLine);
        Assert.Equal(["", "Nom riche", "Date"], table.Header);
        var rows = table.Rows.ToList();
        Assert.Equal([6, 7], rows.Select(r => r.Line));
        Assert.Equal(["oui", "#N/A"], rows.Select(r => r.Text(1)));
        Assert.All(rows, r => Assert.Equal(new DateOnly(2026, 11, 30), r.Date(2)?.Day));
        Assert.Equal("1,1", rows[1].Text(3));
    }

    [Theory]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c><v>1</v>", "endommagé")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>", "endommagé")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>", "endommagé")]
    [InlineData("<worksheet><sheetData/></worksheet>", "vide")]
    [InlineData("<worksheet><sheetData><row><c r=\"ZZ1\"><v>1</v></c></row></sheetData></worksheet>", "200 colonnes")]
    public void Damaged_workbooks_are_said(string sheet, string word)
    {
        var refused = Assert.Throws<TableException>(() => TableReader.Open(new MemoryStream(Book(sheet)), "x.xlsx"));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_bombs_are_stopped()
    {
        var bomb = Book("<worksheet><sheetData>" + new string(' ', 3_000_000) + "</sheetData></worksheet>");
        Assert.True(bomb.Length < 20_000);
        var limits = new TableLimits { UnzippedBytes = 1_000_000 };
        Assert.Contains("décompressé", Refused(bomb, limits), StringComparison.Ordinal);

        // The sizes that the directory declares are a lie: what is unzipped is counted or found damaged.
        var lie = Lie(bomb);
        using (var zip = new ZipArchive(new MemoryStream(lie)))
            Assert.True(zip.Entries.Sum(e => e.Length) < 1_000_000);

        Refused(lie, limits);
        var cell = Book("<worksheet><sheetData><row><c t=\"str\"><v>" + new string('x', 40_000) + "</v></c></row></sheetData></worksheet>");
        Assert.Contains("caractères", Refused(cell, TableLimits.Default), StringComparison.Ordinal);
    }

    [Fact]
    public void File_names_are_safe() => Assert.Equal(
        "conventions-de-l-ete-2026-11-21.xlsx", TableWriter.FileName("Conventions de l’été / ../", new(2026, 11, 21), "xlsx"));

    private static string Refused(byte[] book, TableLimits limits) => Assert.Throws<TableException>(() =>
    {
        using var table = TableReader.Open(new MemoryStream(book), "x.xlsx", limits);
        Assert.Empty(table.Rows);
    }).Message;

    private static byte[] Lie(byte[] book)
    {
        var size = BitConverter.GetBytes(3_000_000 + "<worksheet><sheetData></sheetData></worksheet>".Length);
        var told = (byte[])book.Clone();
        for (var at = told.AsSpan().IndexOf(size); at >= 0; at = told.AsSpan().IndexOf(size))
            BitConverter.GetBytes(1000).CopyTo(told, at);

        return told;
    }

    private static byte[] Book(string sheet) => TableReaderTests.Zip(
        ("xl/workbook.xml", """<workbook xmlns:r="r"><sheets><sheet name="Cachée" state="hidden" r:id="a"/><sheet name="Absente" r:id="z"/><sheet name="Feuille" r:id="a"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/styles.xml", """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", """<sst><si><r><t>Nom</t></r><r><t xml:space="preserve"> riche</t></r><rPh><t>x</t></rPh></si></sst>"""),
        ("xl/worksheets/sheet1.xml", sheet));

    private sealed record Item(string Name, DateOnly Start, decimal Price, bool Followed);
}
