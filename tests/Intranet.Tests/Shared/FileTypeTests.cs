using System.IO.Compression;
using System.Text;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

/// <summary>What a document is, by its content.</summary>
public sealed class FileTypeTests
{
    private const string Program = "MZ\u0090\0\u0003\0 This program cannot be run in DOS mode";

    [Theory]
    [InlineData("%PDF-1.7", "pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n", "png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "jpg")]
    [InlineData(Program, null)]
    [InlineData("\u007fELF\u0002", null)]
    [InlineData("#!/bin/sh", null)]
    [InlineData("<html><script>alert(1)</script>", null)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", null)]
    [InlineData("GIF89a", null)]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", null)] // the old .doc and .xls, which carry macros
    [InlineData("PK\u0003\u0004 damaged", null)]
    [InlineData("", null)]
    public void A_type_is_told_by_its_first_bytes(string content, string? extension) => Assert.Equal(extension, FileType.Find(Encoding.Latin1.GetBytes(content))?.Extension);

    [Fact]
    public void Office_documents_are_told_by_what_they_hold_and_macros_and_plain_archives_refused()
    {
        (string, string) types = ("[Content_Types].xml", "<Types/>");
        Assert.Equal("docx", Of(types, ("word/document.xml", "")));
        Assert.Equal("xlsx", Of(types, ("xl/workbook.xml", "")));
        Assert.Equal("odt", Of(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")));
        Assert.Null(Of(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")));
        Assert.Null(Of(types, ("word/document.xml", ""), ("word/vbaProject.bin", "")));
        Assert.Null(Of(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "")));
        Assert.Null(Of(("programme.exe", Program)));
        Assert.Null(Of(types, ("ppt/presentation.xml", "")));
    }

    [Fact]
    public void Every_extension_offered_has_its_type()
    {
        Assert.All(FileType.Accept.Split(','), e => Assert.Contains(FileType.All, t => t.Fits("a" + e)));
        Assert.True(FileType.Of("jpg").Fits("PHOTO.JPEG"));
        Assert.False(FileType.Of("pdf").Fits("a.pdf.exe"));
    }

    private static string? Of(params (string Name, string Content)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return FileType.Find(content.ToArray())?.Extension;
    }
}
