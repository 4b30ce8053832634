using System.Buffers;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>
/// All the ways to write the words of the glossary, as a tree of words: names and variants without case, accents nor plural; acronyms exactly as they are written.
/// </summary>
internal sealed class TermForms
{
    private const int LongestWord = 40;
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ");
    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-‐‑");

    /// <summary>Glued to a word, these make another one of it: an address, the name of a file, an entity without its end.</summary>
    private static readonly SearchValues<char> Glue = SearchValues.Create("_@.&#\\=-‐‑");
    private static readonly HashSet<string> Elisions = new(["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"], StringComparer.OrdinalIgnoreCase);
    private readonly Node names = new(), acronyms = new();

    public bool IsEmpty => names.IsEmpty && acronyms.IsEmpty;

    /// <summary>The first term that claims a form keeps it.</summary>
    /// <param name="isExact">As written, capitals included; a form without any small letter is an acronym anyway.</param>
    public void Add(string form, bool isExact, int term)
    {
        isExact |= !form.Any(char.IsLower);
        var (node, words) = (isExact ? acronyms : names, Words(form));
        if (form.Length < 2 || words.Count == 0)
            return;
        for (var i = 0; i < words.Count; i++)
        {
            var word = form.AsSpan(words[i].Start, words[i].End - words[i].Start);
            node = isExact ? node.Add(form[(i == 0 ? words[0].Start : words[i - 1].End)..words[i].End]) : node.Add(Key(word));
        }
        node.Term ??= term;
    }

    /// <summary>The longest forms of a run, each once it is met, from left to right, none inside another.</summary>
    public void Find(in RunText run, List<(int Start, int End, int Term)> found)
    {
        found.Clear();
        var text = run.Text;
        var i = 0;
        while (i < text.Length)
        {
            if (!RunText.IsWord(text[i]))
            {
                i++;
                continue;
            }
            var end = EndOfWord(text, i);
            var (longest, term) = (0, 0);
            Walk(run, acronyms, i, end, isExact: true, ref longest, ref term);
            Walk(run, names, i, end, isExact: false, ref longest, ref term);
            if (longest > 0)
                found.Add((i, longest, term));
            i = longest > 0 ? longest : end;
        }
    }

    /// <summary>Whether a plain text holds one of them.</summary>
    public bool IsIn(string text)
    {
        List<(int, int, int)> found = [];
        Find(new RunText(text, 0, text.Length), found);
        return found.Count > 0;
    }

    private static void Walk(in RunText run, Node root, int start, int end, bool isExact, ref int longest, ref int term)
    {
        var text = run.Text;
        var (node, from) = (root, start);
        while (true)
        {
            var next = isExact ? node.Next(text[from..end]) : end - from <= LongestWord ? node.NextFolded(text[from..end]) : null;
            if (next is null)
                return;
            node = next;
            if (node.Term is { } known && end > longest && StartsWell(run, start) && EndsWell(run, end))
                (longest, term) = (end, known);
            if (node.IsEmpty)
                return;
            var gap = end;
            while (gap < text.Length && !RunText.IsWord(text[gap]))
                gap++;
            if (gap >= text.Length || (!isExact && !IsGap(text[end..gap])))
                return;
            (from, end) = (isExact ? end : gap, EndOfWord(text, gap));
        }
    }

    /// <summary>« l’USMP » begins well, « ex-JAP » doesn’t.</summary>
    private static bool StartsWell(in RunText run, int start)
    {
        var before = run.Before(start);
        if (RunText.IsWord(before))
            return false;
        if (Apostrophes.Contains(before))
        {
            var i = start - 1;
            while (i > 0 && RunText.IsWord(run.Text[i - 1]))
                i--;
            return start < 2 || i == start - 1 || Elisions.Contains(run.Text[i..(start - 1)].ToString());
        }
        return !Glue.Contains(before) || (before is not ('&' or '#') && start > 0 && !RunText.IsWord(run.Before(start - 1)));
    }

    /// <summary>« JAP. » ends well, « JAP.pdf », « SPIP-93 » and « aujourd’hui » don’t.</summary>
    private static bool EndsWell(in RunText run, int end)
    {
        var after = run.After(end);
        if (RunText.IsWord(after))
            return false;
        if (!Glue.Contains(after) && !Apostrophes.Contains(after))
            return true;
        return end < run.Text.Length ? !RunText.IsWord(run.After(end + 1)) : after == '.' || Apostrophes.Contains(after);
    }

    private static bool IsGap(ReadOnlySpan<char> gap) => gap.IsWhiteSpace() || (gap.Length == 1 && (Apostrophes.Contains(gap[0]) || Hyphens.Contains(gap[0])));

    private static int EndOfWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && RunText.IsWord(text[from]))
            from++;
        return from;
    }

    private static List<(int Start, int End)> Words(string form)
    {
        List<(int, int)> words = [];
        for (var i = 0; i < form.Length; i++)
        {
            if (!RunText.IsWord(form[i]))
                continue;
            var end = EndOfWord(form, i);
            words.Add((i, end));
            i = end;
        }
        return words;
    }

    private static string Key(ReadOnlySpan<char> word) => Plural.Singular(Folding.Fold(word.ToString()));

    private sealed class Node
    {
        private readonly Dictionary<string, Node> next = new(StringComparer.Ordinal);

        public bool IsEmpty => next.Count == 0;
        public int? Term { get; set; }

        public Node Add(string key)
        {
            if (!next.TryGetValue(key, out var node))
                next.Add(key, node = new());
            return node;
        }

        public Node? Next(ReadOnlySpan<char> word) => next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var node) ? node : null;

        /// <summary>Folds in place what is plain; what has an accent or may be a plural takes the long way.</summary>
        public Node? NextFolded(ReadOnlySpan<char> word)
        {
            Span<char> folded = stackalloc char[LongestWord];
            for (var i = 0; i < word.Length; i++)
            {
                var c = word[i];
                if (!char.IsAsciiLetterOrDigit(c))
                    return next.GetValueOrDefault(Key(word));
                folded[i] = char.ToLowerInvariant(c);
            }
            return folded[word.Length - 1] is 's' or 'x' ? next.GetValueOrDefault(Key(word)) : Next(folded[..word.Length]);
        }
    }
}
