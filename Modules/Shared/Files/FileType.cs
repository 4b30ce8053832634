using System.IO.Compression;

namespace Intranet.Shared;

/// <summary>A type of document that may be kept, recognised by its content and never by its name.</summary>
/// <param name="Extension">Without the dot, lower case.</param>
/// <param name="MediaType">Sent when it is downloaded.</param>
/// <param name="Icon">Name in the icon sprite.</param>
public sealed record FileType(string Extension, string MediaType, string Icon)
{
    /// <summary>Largest file, in octets (20 MB).</summary>
    public const int MaximumSize = 20 * 1024 * 1024;

    /// <summary>What a file box accepts; the content decides in the end.</summary>
    public const string Accept = ".pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg";

    private const int MostEntries = 5_000;

    private static readonly FileType Pdf = new("pdf", "application/pdf", "file-type-pdf");
    private static readonly FileType Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "file-type-docx");
    private static readonly FileType Odt = new("odt", "application/vnd.oasis.opendocument.text", "file-type-doc");
    private static readonly FileType Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "file-type-xls");
    private static readonly FileType Png = new("png", "image/png", "file-text");
    private static readonly FileType Jpg = new("jpg", "image/jpeg", "file-text");

    /// <summary>Every type that may be kept.</summary>
    public static IReadOnlyList<FileType> All { get; } = [Pdf, Docx, Odt, Xlsx, Png, Jpg];

    /// <summary>The type stored under this extension.</summary>
    public static FileType Of(string extension) => All.Single(t => t.Extension == extension);

    /// <summary>The type that the content shows, or null when it is none of those that may be kept.</summary>
    public static FileType? Find(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8))
            return Pdf;
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpg;
        return content.AsSpan().StartsWith("PK\u0003\u0004"u8) ? FindInZip(content) : null;
    }

    /// <summary>Whether a name ends as this type's do.</summary>
    public bool Fits(string name)
    {
        var end = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return end == Extension || (this == Jpg && end == "jpeg");
    }

    // Only the list of entries is read, never what they hold, so that a bomb stays folded. Macros are refused.
    private static FileType? FindInZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Basic/", StringComparison.Ordinal)))
                return null;
            if (zip.GetEntry("[Content_Types].xml") is not null)
                return zip.GetEntry("word/document.xml") is not null ? Docx : zip.GetEntry("xl/workbook.xml") is not null ? Xlsx : null;
            return zip.GetEntry("mimetype") is { Length: < 100 } type && Read(type) == Odt.MediaType ? Odt : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim();
    }
}
