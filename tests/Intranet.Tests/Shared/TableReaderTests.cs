using System.IO.Compression;
using System.Text;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class TableReaderTests
{
    private const string Simple = "Nom;Début\r\nTribunal d’Évry;12/03/2026\r\n";

    [Theory]
    [InlineData("utf-8", "utf-8", false)]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-16", "utf-16", true)]
    [InlineData("utf-16BE", "utf-16BE", true)]
    [InlineData("windows-1252", "windows-1252", false)]
    public void Encodings_are_found(string encoding, string expected, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var codec = Encoding.GetEncoding(encoding);
        using var table = Open([.. mark ? codec.GetPreamble() : [], .. codec.GetBytes(Simple)]);
        Assert.Equal(["Nom", "Début"], table.Header);
        Assert.Equal("Tribunal d’Évry", Assert.Single(table.Rows).Text(0));
        Assert.Equal(expected, table.Encoding);
    }

    [Fact]
    public void An_accent_that_comes_late_still_tells_the_encoding()
    {
        var text = "nom;ville\n" + string.Concat(Enumerable.Repeat("abc;def\n", 20_000)) + "Évry;é\n";
        using var latin = Open(Encoding.Latin1.GetBytes(text));
        Assert.Equal("Évry", latin.Rows.Last().Text(0));
        using var utf8 = Open(Encoding.UTF8.GetBytes(text));
        Assert.Equal("Évry", utf8.Rows.Last().Text(0));
        Assert.Equal("utf-8", utf8.Encoding);
    }

    [Theory]
    [InlineData("a;b;c\n1;2,5;3\n", ';')]
    [InlineData("a,b,c\n1,\"x;y;z;t;u\",3\n", ',')]
    [InlineData("a\tb\n1\t2,3\n", '\t')]
    [InlineData("a|b\n1|2;3;4\n", '|')]
    [InlineData("spip,ressort\nAin,Bourg|Nantua\nAisne,Laon\n", ',')]
    [InlineData("Seul\nx\n", ';')]
    public void Separators_are_found(string text, char separator)
    {
        using var table = Open(text);
        Assert.Equal(separator, table.Separator);
    }

    [Fact]
    public void Quotes_hold_line_breaks_and_lines_are_those_of_a_spreadsheet()
    {
        using var table = Open("nom;note\n\"a \"\"b\"\"\";\"un\ndeux;trois\"\n\n ; \nc;d\"e\"\n\"f\"g;h");
        var rows = table.Rows.ToList();
        Assert.Equal(["a \"b\"", "c", "fg"], rows.Select(r => r.Text(0)));
        Assert.Equal(["un\ndeux;trois", "d\"e\"", "h"], rows.Select(r => r.Text(1)));
        Assert.Equal([2, 5, 6], rows.Select(r => r.Line));
    }

    [Fact]
    public void The_header_is_the_first_row_with_two_cells()
    {
        using var table = Open("Liste des partenaires\n\nÉdité le 21/11/2026;\nNom;Code postal\nSPIP;93000\n");
        Assert.Equal(4, table.HeaderLine);
        Assert.Equal(0, table.Column("Intitulé", "NOM"));
        Assert.Equal(1, table.Column("code-postal"));
        Assert.Equal(-1, table.Column("Ville"));
        var row = Assert.Single(table.Rows);
        Assert.Equal("", row.Text(-1));
        Assert.Equal("", row.Text(99));
        Assert.Throws<InvalidOperationException>(() => table.Rows);
    }

    [Fact]
    public void A_single_column_is_a_table()
    {
        using var table = Open("Nom\na\nb\n");
        Assert.Equal(["Nom"], table.Header);
        Assert.Equal(["a", "b"], table.Rows.Select(r => r.Text(0)));
    }

    [Theory]
    [InlineData("12/03/2026", "2026-03-12", false)]
    [InlineData("1/3/2026", "2026-03-01", false)]
    [InlineData("12-03-26", "2026-03-12", false)]
    [InlineData("12.03.85", "1985-03-12", false)]
    [InlineData("2026-03-12", "2026-03-12", false)]
    [InlineData("2026-03-12T10:00:00Z", "2026-03-12", false)]
    [InlineData("12/03/2026 00:00:00", "2026-03-12", false)]
    [InlineData("12 mars 2026", "2026-03-12", false)]
    [InlineData("jeudi 12 mars 2026", "2026-03-12", false)]
    [InlineData("1er août 2026", "2026-08-01", false)]
    [InlineData("mars 2026", "2026-03-01", true)]
    [InlineData("Févr. 2026", "2026-02-01", true)]
    [InlineData("03/2026", "2026-03-01", true)]
    public void Dates(string text, string day, bool approximate)
    {
        var date = TableValues.Date(text);
        Assert.Equal(day, date?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(approximate, date?.Approximate);
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("00/03/2026")]
    [InlineData("45000")]
    [InlineData("2026")]
    [InlineData("12 truc 2026")]
    [InlineData("03/13/2026")]
    [InlineData("bientôt")]
    public void No_dates(string text) => Assert.Null(TableValues.Date(text));

    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u202F234,5", 1234.5)]
    [InlineData("0.986", 0.986)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("-12", -12)]
    [InlineData("200 €", 200)]
    [InlineData("42 %", 42)]
    public void Numbers(string text, double number) => Assert.Equal((decimal)number, TableValues.Decimal(text));

    [Theory]
    [InlineData("NC")]
    [InlineData("12/03/2026")]
    [InlineData("1.2.3,4,5")]
    [InlineData("1e5")]
    public void No_numbers(string text) => Assert.Null(TableValues.Decimal(text));

    [Theory]
    [InlineData("", "vide")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("\uFEFF  <!DOCTYPE html><html>", "page web")]
    [InlineData("<table><tr><td>a</td></tr></table>", "page web")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData("[{\"a\":1}]", "JSON")]
    [InlineData("[\n  { \"a\": 1,\n \"b\": 2 }\n]", "JSON")]
    [InlineData("{\\rtf1 a;b}", "RTF")]
    [InlineData("a;b\n1;\0\0\n", "binaire")]
    public void What_is_no_table_is_named(string content, string word) => Refused(Encoding.UTF8.GetBytes(content), word);

    [Fact]
    public void Binary_files_are_named_whatever_their_name()
    {
        Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "image PNG");
        Refused([0xFF, 0xD8, 0xFF, 0xE0], "image JPEG");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ".xls");
        Refused([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "mot de passe");
        Refused(Zip(("word/document.xml", "<a/>")), "document Word");
        Refused(Zip(("mimetype", "x"), ("content.xml", "<a/>")), "OpenDocument");
        Refused(Zip(("photo.txt", "x")), "archive ZIP");
        Refused("PK\u0003\u0004 then nothing"u8.ToArray(), "endommagé");
    }

    [Fact]
    public void Limits_are_said()
    {
        var small = new TableLimits { Rows = 2, Columns = 3, CellLength = 10, FileBytes = 1000 };
        Assert.Contains("plus de 2 lignes", Fails("a;b\n1;2\n1;2\n1;2\n", small), StringComparison.Ordinal);
        Assert.Contains("plus de 3 colonnes", Fails("a;b\n1;2;3;4\n", small), StringComparison.Ordinal);
        Assert.Contains("plus de 10 caractères", Fails("a;b\n1;\"23456789012345\n", small), StringComparison.Ordinal);
        Assert.Contains("dépasse", Fails(new string('x', 2000), small), StringComparison.Ordinal);
        Assert.Contains("100\u202F000 lignes", TableErrors.TooManyRows(TableLimits.Default).Message, StringComparison.Ordinal);
        using var wide = Open("a;b;;;;;;\n1;2;;;;;;\n", small);
        Assert.Equal(2, Assert.Single(wide.Rows).Count);
    }

    [Fact]
    public void A_stream_that_cannot_be_sought_is_copied_within_the_limit()
    {
        using var forward = new CountedStream(new MemoryStream(Encoding.UTF8.GetBytes(Simple)), _ => { });
        using var table = TableReader.Open(forward, "a.csv");
        Assert.Single(table.Rows);
        using var big = new CountedStream(new MemoryStream(new byte[5000]), _ => { });
        Assert.Throws<TableException>(() => TableReader.Open(big, "a.csv", new TableLimits { FileBytes = 1000 }));
    }

    [Fact]
    public void A_hundred_thousand_lines_are_read_in_bounded_memory()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, ["nom;ville;date", .. Enumerable.Range(0, 100_000).Select(i => $"Établissement {i};Saint-Denis;12/03/2026")]);
            using var file = File.OpenRead(path);
            using var table = TableReader.Open(file, "gros.csv");
            var (count, most, before) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
            foreach (var row in table.Rows)
            {
                Assert.NotNull(row.Date(2));
                if (++count % 20_000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            Assert.Equal(100_000, count);

            // The file itself is over 4 MB, its rows as objects over 30; other tests run meanwhile.
            Assert.InRange(most, long.MinValue, 12_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static TableReader Open(string text, TableLimits? limits = null) => Open(Encoding.UTF8.GetBytes(text), limits);

    private static TableReader Open(byte[] bytes, TableLimits? limits = null) =>
        TableReader.Open(new MemoryStream(bytes), "fichier.csv", limits);

    private static string Fails(string text, TableLimits limits) => Assert.Throws<TableException>(() =>
    {
        using var table = Open(text, limits);
        foreach (var row in table.Rows)
            Assert.True(row.Line > 1);
    }).Message;

    private static void Refused(byte[] content, string word)
    {
        var refused = Assert.Throws<TableException>(() => Open(content));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }
}
