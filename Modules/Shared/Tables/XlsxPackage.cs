using System.IO.Compression;
using System.Xml;

namespace Intranet.Shared;

/// <summary>
/// The zip file of a workbook. Declared sizes can lie, so every byte is also counted as it is unzipped; parts are read
/// by a forward XML reader that refuses DTDs, and a workbook of any size takes the memory of one row and its texts.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly TableLimits _limits;
    private long _unzipped;

    private XlsxPackage(ZipArchive zip, TableLimits limits) => (_zip, _limits) = (zip, limits);

    internal static XlsxPackage Open(Stream content, TableLimits limits)
    {
        ZipArchive zip;
        try
        {
            content.Position = 0;
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw TableErrors.Damaged(e);
        }

        try
        {
            if (zip.Entries.Sum(e => e.Length) > limits.UnzippedBytes)
                throw TableErrors.TooBigUnzipped(limits);

            if (zip.GetEntry("xl/workbook.xml") is null)
                throw NoWorkbook(zip);

            return new XlsxPackage(zip, limits);
        }
        catch (TableException)
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>A reader on a part, or <see langword="null"/> when the workbook has no such part.</summary>
    internal XmlReader? Part(string path) => _zip.GetEntry(path) is { } entry
        ? XmlReader.Create(new CountedStream(entry.Open(), Count), Settings)
        : null;

    public void Dispose() => _zip.Dispose();

    private static TableException NoWorkbook(ZipArchive zip)
    {
        bool Has(string name) => zip.GetEntry(name) is not null;
        return 0 switch
        {
            _ when Has("xl/workbook.bin") => new TableException(
                "Ce classeur est au format binaire .xlsb : enregistrez-le au format .xlsx."),
            _ when Has("mimetype") && Has("content.xml") => new TableException(
                "Ce fichier est au format OpenDocument : enregistrez-le au format .xlsx ou .csv."),
            _ when Has("word/document.xml") => TableErrors.NotATable("un document Word"),
            _ when Has("ppt/presentation.xml") => TableErrors.NotATable("une présentation"),
            _ => TableErrors.NotATable("une archive ZIP"),
        };
    }

    private void Count(int bytes)
    {
        _unzipped += bytes;
        if (_unzipped > _limits.UnzippedBytes)
            throw TableErrors.TooBigUnzipped(_limits);
    }
}
