using System.Text;

namespace Intranet.Shared;

/// <summary>Says what a file is by its content: its name is only what somebody called it.</summary>
internal static class FileContent
{
    private static readonly (byte[] Start, string What)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "un document PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "une image PNG"),
        ([0xFF, 0xD8, 0xFF], "une image JPEG"),
        ("GIF8"u8.ToArray(), "une image GIF"),
        ("BM"u8.ToArray(), "une image BMP"),
        ("II*\0"u8.ToArray(), "une image TIFF"),
        ("{\\rtf"u8.ToArray(), "un document RTF"),
        ("Rar!"u8.ToArray(), "une archive RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "une archive 7z"),
        ([0x1F, 0x8B], "une archive gzip"),
        ("SQLite format 3"u8.ToArray(), "une base de données"),
        ("MZ"u8.ToArray(), "un programme"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "un programme"),
    ];

    private static readonly (string Start, string What)[] Markups =
    [
        ("<!doctypehtml", "une page web"), ("<html", "une page web"), ("<table", "une page web"), ("<meta", "une page web"),
        ("<head", "une page web"), ("<body", "une page web"), ("<?xml", "un document XML"), ("<svg", "une image SVG"),
        ("<!--", "une page web"), ("[{", "un fichier de données JSON"), ("{\"", "un fichier de données JSON"),
        ("begin:vcard", "une carte de visite"), ("begin:vcalendar", "un agenda"),
    ];

    internal static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Refuses what is neither a zip file nor a text.</summary>
    internal static void Check(Stream content, ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            throw TableErrors.NoContent();

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw Compound(content);

        foreach (var (start, what) in Signatures)
        {
            // Two letters can begin a text as well: a real BMP or program also holds zero bytes.
            if (head.StartsWith(start) && (start.Length > 2 || start[0] == 0x1F || head.Contains((byte)0)))
                throw TableErrors.NotATable(what);
        }

        // Blanks left out, as JSON and markup may be laid out over several lines.
        var text = string.Concat(Encoding.UTF8.GetString(head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head)
            .Where(c => !char.IsWhiteSpace(c)).Take(40));
        foreach (var (start, what) in Markups)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                throw TableErrors.NotATable(what);
        }
    }

    // The old .xls and an encrypted .xlsx are both compound files: the second holds a stream « EncryptedPackage ».
    private static TableException Compound(Stream content)
    {
        content.Position = 0;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return new TableException("Ce classeur est protégé par un mot de passe : retirez la protection, puis enregistrez-le à nouveau.");

        return bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0
            ? TableErrors.NotATable("un document Word")
            : new TableException("Ce classeur est à l'ancien format .xls : ouvrez-le dans un tableur, puis enregistrez-le au format .xlsx.");
    }
}
