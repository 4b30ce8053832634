namespace Intranet.Shared;

/// <summary>What somebody who slipped on a name probably meant.</summary>
public static class Spelling
{
    private const int Shortest = 4;
    private const int LongWord = 8;

    /// <summary>The known word nearest to what was typed: one slip up to seven letters, two beyond; null when it is known, too short, or near nothing.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="known">Folded words, the commonest first: it decides between two that are as near.</param>
    public static string? Nearest(string word, IReadOnlyList<string> known)
    {
        if (word.Length < Shortest || char.IsAsciiDigit(word[0]))
            return null;
        var (best, slips) = ((string?)null, word.Length >= LongWord ? 3 : 2);
        foreach (var other in known)
        {
            if (other.StartsWith(word, StringComparison.Ordinal))
                return null;
            if (Math.Abs(other.Length - word.Length) >= slips || other.Length < Shortest - 1)
                continue;
            if (Distance(word, other, slips) is var distance && distance < slips)
                (best, slips) = (other, distance);
        }
        return best;
    }

    /// <summary>Letters added, left out, changed, or two swapped; the limit when there are as many or more.</summary>
    public static int Distance(string a, string b, int limit)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= limit)
                return limit;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return Math.Min(last[b.Length], limit);
    }
}

/// <summary>The words of titles, kept ten minutes: a slip is corrected without asking the database each time.</summary>
public sealed class KnownWords(ISubjectIndex index, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);
    private (DateTimeOffset At, IReadOnlyList<string> Words) kept;

    /// <summary>One command when they are older.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(IntranetDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (kept.Words is null || now - kept.At > Age)
            kept = (now, await index.WordsAsync(db, cancellation));
        return kept.Words;
    }
}
