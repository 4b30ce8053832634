namespace Intranet.Shared;

/// <summary>
/// The stretches of a text that surround its numbers. Whatever tells an identity has two digits in a row; a long text
/// without any is then read at once, and patterns never run over prose.
/// </summary>
internal static class NumberNeighbourhoods
{
    private const int Before = 160;
    private const int After = 60;

    internal static List<(int Start, int Length)> Of(string text)
    {
        var stretches = new List<(int Start, int Length)>();
        var (start, end) = (-1, -1);
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !char.IsAsciiDigit(text[i - 1]))
                continue;

            if (start < 0 || i - Before > end)
            {
                if (start >= 0)
                    stretches.Add((start, end - start));

                start = Math.Max(0, i - Before);
            }

            end = Math.Min(text.Length, i + After);
        }

        if (start >= 0)
            stretches.Add((start, end - start));

        return stretches;
    }
}
