using System.Text;

namespace Intranet.Shared;

internal static class CsvSeparator
{
    private const int Sample = 64 * 1024;
    private const int SampleLines = 50;
    private const string Candidates = ";,\t|";

    /// <summary>The sign found on most of the first lines, outside quotes; a semicolon when there is none.</summary>
    internal static char Detect(Stream content, Encoding encoding)
    {
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[Sample];
        var read = reader.ReadBlock(buffer, 0, Sample);
        var lines = Count(buffer.AsSpan(0, read));
        var best = Candidates
            .Select((sign, i) => (Sign: sign, Lines: lines.Count(l => l[i] > 0), Steady: Steady(lines, i)))
            .OrderByDescending(c => c.Lines * (c.Steady ? 2 : 1)).ThenByDescending(c => c.Steady)
            .First();
        return best.Lines > 0 ? best.Sign : ';';
    }

    // The same count on the header as on most lines: prose has commas too, but never as regularly.
    private static bool Steady(List<int[]> lines, int sign)
    {
        var usual = lines.Select(l => l[sign]).Where(n => n > 0).GroupBy(n => n).MaxBy(g => g.Count());
        return usual is not null && usual.Count() * 2 > lines.Count;
    }

    private static List<int[]> Count(ReadOnlySpan<char> text)
    {
        var lines = new List<int[]>();
        var counts = new int[Candidates.Length];
        var (quoted, any) = (false, false);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;

            if (c is '\n' or '\r' && !quoted)
            {
                if (any)
                    lines.Add(counts);

                (counts, any) = (new int[Candidates.Length], false);
                if (lines.Count == SampleLines)
                    return lines;

                continue;
            }

            any = true;
            if (!quoted && Candidates.IndexOf(c) is >= 0 and var sign)
                counts[sign]++;
        }

        if (any)
            lines.Add(counts);

        return lines;
    }
}
