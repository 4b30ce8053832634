using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Intranet.Shared;

internal static class TextEncoding
{
    private const int Block = 64 * 1024;

    /// <summary>
    /// The encoding of a text: its mark, else UTF-8 when the whole file is valid UTF-8, else Windows-1252 (a superset
    /// of printable Latin-1). The whole file is looked at, since the first accent may come late.
    /// </summary>
    /// <exception cref="TableException">Zero bytes: no text.</exception>
    internal static Encoding Detect(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[3];
        var read = content.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        content.Position = 0;
        head = head[..read];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;

        return IsUtf8(content) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : Windows1252();
    }

    internal static Encoding Windows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static bool IsUtf8(Stream content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            var (kept, valid) = (0, true);
            int read;
            while ((read = content.Read(buffer, kept, Block - kept)) > 0)
            {
                var bytes = buffer.AsSpan(0, kept + read);
                if (bytes[kept..].Contains((byte)0))
                    throw TableErrors.NotATable("un fichier binaire");

                kept = valid ? Unfinished(bytes, out valid) : 0;
                bytes[^kept..].CopyTo(buffer);
            }

            return valid && kept == 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Bytes of a character cut by the end of the block, 0 to 3.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes, out bool valid)
    {
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (!Utf8.IsValid(bytes[..^cut]))
                continue;

            valid = cut == 0 || bytes[^cut] >= 0xC0;
            return valid ? cut : 0;
        }

        valid = false;
        return 0;
    }
}
