using System.Globalization;
using System.Net;

namespace Intranet.Knowledge;

/// <summary>A run of text as it is read: entities decoded, with the place in the HTML of each character.</summary>
internal readonly ref struct RunText
{
    private const int LongestEntity = 32;
    private const int MostTags = 16;
    private readonly string html;
    private readonly int start, end;
    private readonly int[]? places;

    public RunText(string html, int start, int end)
    {
        (this.html, this.start, this.end) = (html, start, end);
        var raw = html.AsSpan(start, end - start);
        if (!raw.Contains('&'))
        {
            Text = raw;
            return;
        }
        var (text, places, length) = (new char[raw.Length], new int[raw.Length + 1], 0);
        for (var i = 0; i < raw.Length;)
        {
            var decoded = Entity(raw[i..], out var size);
            foreach (var c in size == 1 ? raw.Slice(i, 1) : decoded)
            {
                (text[length], places[length]) = (c, start + i);
                length++;
            }
            i += size;
        }
        places[length] = end;
        Text = text.AsSpan(0, length);
        this.places = places;
    }

    public ReadOnlySpan<char> Text { get; }

    /// <summary>Where a character of the text begins in the HTML.</summary>
    public int Place(int i) => places is null ? start + i : places[i];

    /// <summary>The character read before this one, in this run or before inline tags; a space when there is none.</summary>
    public char Before(int i)
    {
        if (i > 0)
            return Text[i - 1];
        var at = start;
        for (var tags = 0; tags < MostTags && at > 0 && html[at - 1] == '>'; tags++)
        {
            var open = html.LastIndexOf('<', at - 1);
            if (open < 0 || !IsInline(html.AsSpan(open + 1)))
                return ' ';
            at = open;
        }
        if (at == 0 || html[at - 1] == '>')
            return ' ';
        var entity = html[at - 1] == ';' ? html.LastIndexOf('&', at - 1, Math.Min(at, LongestEntity)) : -1;
        return entity >= 0 && Entity(html.AsSpan(entity, at - entity), out var size) is { Length: > 0 } decoded && size == at - entity ? decoded[^1] : html[at - 1];
    }

    /// <summary>The character read from this place on, in this run or after inline tags; a space when there is none.</summary>
    public char After(int i)
    {
        if (i < Text.Length)
            return Text[i];
        var at = end;
        for (var tags = 0; tags < MostTags && at < html.Length && html[at] == '<'; tags++)
        {
            var close = html.IndexOf('>', at);
            if (close < 0 || !IsInline(html.AsSpan(at + 1)))
                return ' ';
            at = close + 1;
        }
        if (at >= html.Length || html[at] == '<')
            return ' ';
        return Entity(html.AsSpan(at), out _) is { Length: > 0 } decoded ? decoded[0] : html[at];
    }

    /// <summary>Part of a word: letters, digits, the accents and joiners written after them.</summary>
    public static bool IsWord(char c)
        => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        if (tag is ['/', ..])
            tag = tag[1..];
        var length = tag.IndexOfAny(' ', '>', '/');
        return length > 0 && tag[..length] is "a" or "b" or "i" or "u" or "s" or "em" or "strong" or "span" or "sub" or "sup" or "small" or "mark" or "code" or "q" or "cite" or "del" or "ins" or "time" or "button" or "wbr";
    }

    /// <summary>What an entity stands for; empty and of one character when there is none here.</summary>
    private static string Entity(ReadOnlySpan<char> raw, out int size)
    {
        size = 1;
        if (raw[0] != '&' || raw[..Math.Min(raw.Length, LongestEntity)].IndexOf(';') is not (var close and > 1))
            return "";
        var written = raw[..(close + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(written);
        if (decoded == written || decoded.Length > written.Length)
            return "";
        size = close + 1;
        return decoded;
    }
}
