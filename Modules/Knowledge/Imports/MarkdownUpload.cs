using System.IO.Compression;
using System.Text;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>What was sent: a file each, and those left aside with the reason.</summary>
internal sealed record MarkdownUpload(IReadOnlyList<(string Name, MarkdownFile File)> Files, IReadOnlyList<(string Name, string Why)> Aside)
{
    public const int MostFiles = 100;

    /// <summary>Of what was sent.</summary>
    public const int LargestFile = 5 << 20;

    /// <summary>Of one text, unpacked: 60,000 characters take four octets each at most, and its head a little.</summary>
    private const int LargestText = 260_000;

    /// <summary>Of all texts together, unpacked.</summary>
    private const int LargestAll = 4 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads one Markdown file or an archive of them. Sizes are those that are read, not those that the archive declares; names are never used as paths.</summary>
    /// <exception cref="BrokenRuleException">Nothing of it can be read.</exception>
    public static async Task<MarkdownUpload> ReadAsync(string name, Stream content, CancellationToken cancellation)
    {
        var bytes = await BytesAsync(content, LargestFile, cancellation) ?? throw new BrokenRuleException("Le fichier dépasse 5 Mo : importez en plusieurs fois.");
        List<(string, MarkdownFile)> files = [];
        List<(string, string)> aside = [];
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            if (!IsMarkdown(name))
                throw new BrokenRuleException("Choisissez un fichier Markdown (.md) ou une archive .zip de fichiers Markdown.");
            if (bytes.Length > LargestText)
                throw new BrokenRuleException(PageText.TooLong);
            Add(Path.GetFileName(name), bytes);
            return new(files, aside);
        }
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > 5_000)
                throw new BrokenRuleException("L’archive contient trop de fichiers.");
            var left = LargestAll;
            foreach (var entry in zip.Entries)
            {
                var path = entry.FullName;
                if (path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal))
                    continue;
                if (path.Length > 250 || path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Any(p => p is ".." or ".") || path.Any(char.IsControl))
                    aside.Add((Clean(path), "son nom n’est pas celui d’un fichier de l’archive"));
                else if (!IsMarkdown(path))
                    aside.Add((path, "ce n’est pas un fichier Markdown (.md)"));
                else if (files.Count == MostFiles)
                    aside.Add((path, $"au-delà de {MostFiles} fichiers : importez en plusieurs fois"));
                else
                {
                    await using var stream = await entry.OpenAsync(cancellation);
                    if (await BytesAsync(stream, Math.Min(LargestText, left), cancellation) is not { } text)
                    {
                        if (left < LargestText)
                            throw new BrokenRuleException("L’archive dépasse 4 Mo une fois ouverte : importez en plusieurs fois.");
                        aside.Add((path, "le texte dépasse 60\u00a0000 caractères"));
                        continue;
                    }
                    left -= text.Length;
                    Add(path, text);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new BrokenRuleException("Cette archive est abîmée : refaites-la, puis recommencez.");
        }
        return new(files, aside);

        void Add(string path, byte[] text)
        {
            try
            {
                var read = Strict.GetString(text);
                if (read.Contains('\0', StringComparison.Ordinal))
                    aside.Add((path, "ce n’est pas du texte"));
                else
                    files.Add((path, MarkdownFile.Read(path, read)));
            }
            catch (DecoderFallbackException)
            {
                aside.Add((path, "le texte n’est pas en UTF-8"));
            }
        }
    }

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static string Clean(string path) => new([.. path.Where(c => !char.IsControl(c)).Take(120)]);

    /// <summary>Null when there is more than so many octets: it is read no further.</summary>
    private static async Task<byte[]?> BytesAsync(Stream stream, int most, CancellationToken cancellation)
    {
        var read = new MemoryStream();
        var buffer = new byte[32_768];
        for (int count; (count = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (read.Length + count > most)
                return null;
            read.Write(buffer, 0, count);
        }
        return read.ToArray();
    }
}
