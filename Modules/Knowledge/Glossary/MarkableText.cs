using System.Collections.Frozen;

namespace Intranet.Knowledge;

/// <summary>
/// Walks HTML once and stops at each run of text where a word may be explained: not in headings, links, buttons, code, fields, forms, drawings, nor
/// in what isn't seen. Tags that don't close each other in order end the walk, and the page isn't sound: what a browser makes of it isn't ours to guess.
/// </summary>
internal ref struct MarkableText(string html)
{
    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> Tags = Known().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] UnseenClasses = ["visually-hidden", "phone-only", "desktop-only", "badge-state", "avatar"];
    private readonly Stack<(int Start, int Length, Tag Tag)> open = new();
    private int at, closed, foreign;
    private bool isBroken;

    /// <summary>Once the walk is over: whether it went to the end and all that was opened is closed.</summary>
    public readonly bool IsSound => !isBroken && open.Count == 0;

    [Flags]
    private enum Tag
    {
        Plain = 0,

        /// <summary>Has no end tag.</summary>
        Void = 1,

        /// <summary>Nothing is marked inside.</summary>
        Closed = 2,

        /// <summary>Its content is text until its end tag, whatever it looks like.</summary>
        Raw = 4,

        /// <summary>A drawing or a formula: other rules of parsing.</summary>
        Foreign = 8,

        /// <summary>Text between its children would be moved elsewhere.</summary>
        NoText = 16,

        /// <summary>What follows is read by rules that aren't worth knowing here.</summary>
        Unknowable = 32,
    }

    /// <summary>The next run of text that may be marked.</summary>
    public bool Next(out int start, out int end)
    {
        while (at < html.Length)
        {
            (start, at) = (at, TagFrom(at));
            end = at;
            if (end > start && closed == 0 && (open.Count == 0 || !open.Peek().Tag.HasFlag(Tag.NoText)))
                return true;
            if (end == start && !Skip())
                (at, isBroken) = (html.Length, true);
        }
        start = end = at;
        return false;
    }

    private readonly int TagFrom(int from)
    {
        while (from < html.Length && html.IndexOf('<', from) is var i and >= 0)
        {
            if (i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '!' or '/' or '?'))
                return i;
            from = i + 1;
        }
        return html.Length;
    }

    /// <summary>Goes past one tag or comment; false when the rest can't be told.</summary>
    private bool Skip()
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--"))
            return SkipComment();
        if (foreign > 0 && rest.StartsWith("<![CDATA["))
            return SkipTo("]]>");
        if (char.IsAsciiLetter(rest[1]))
            return SkipStart();
        return rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2]) ? SkipEnd() : SkipTo(">");
    }

    private bool SkipTo(string mark)
    {
        var i = html.IndexOf(mark, at, StringComparison.Ordinal);
        at = i + mark.Length;
        return i >= 0;
    }

    private bool SkipComment()
    {
        var i = at + 4;
        if (html.AsSpan(i) is ['>', ..] or ['-', '>', ..])
            return SkipTo(">");
        while ((i = html.IndexOf("--", i, StringComparison.Ordinal)) >= 0)
        {
            if (html.AsSpan(i + 2) is ['>', ..] or ['!', '>', ..])
            {
                at = html.IndexOf('>', i) + 1;
                return true;
            }
            i++;
        }
        return false;
    }

    private bool SkipStart()
    {
        var start = at + 1;
        if (!Read(start, out var length, out var isUnseen, out var closesItself))
            return false;
        var tag = Tags.TryGetValue(html.AsSpan(start, length), out var known) ? known : Tag.Plain;
        if (foreign > 0)
            tag &= ~(Tag.Void | Tag.NoText);
        if (tag.HasFlag(Tag.Unknowable) || (foreign > 0 && tag.HasFlag(Tag.Raw) && !html.AsSpan(start, length).Equals("title", StringComparison.OrdinalIgnoreCase)))
            return false;
        if (tag.HasFlag(Tag.Raw) && foreign == 0)
            return SkipRaw(html.AsSpan(start, length));
        if (tag.HasFlag(Tag.Void) || (closesItself && (foreign > 0 || tag.HasFlag(Tag.Foreign))))
            return true;
        tag |= isUnseen ? Tag.Closed : Tag.Plain;
        open.Push((start, length, tag));
        closed += tag.HasFlag(Tag.Closed) ? 1 : 0;
        foreign += tag.HasFlag(Tag.Foreign) ? 1 : 0;
        return true;
    }

    private bool SkipEnd()
    {
        var start = at + 2;
        if (!Read(start, out var length, out _, out _) || !open.TryPop(out var opened) || !html.AsSpan(opened.Start, opened.Length).Equals(html.AsSpan(start, length), StringComparison.OrdinalIgnoreCase))
            return false;
        closed -= opened.Tag.HasFlag(Tag.Closed) ? 1 : 0;
        foreign -= opened.Tag.HasFlag(Tag.Foreign) ? 1 : 0;
        return true;
    }

    private bool SkipRaw(ReadOnlySpan<char> name)
    {
        var from = at;
        while ((at = html.IndexOf("</", at, StringComparison.Ordinal)) >= 0)
        {
            var after = html.AsSpan(at + 2);
            if (after.StartsWith(name, StringComparison.OrdinalIgnoreCase) && after.Length > name.Length && (IsSpace(after[name.Length]) || after[name.Length] is '/' or '>'))
                // A comment inside may make a browser read past this end.
                return !html.AsSpan(from, at - from).Contains("<!--", StringComparison.Ordinal) && Read(at + 2, out _, out _, out _);
            at += 2;
        }
        return false;
    }

    /// <summary>Reads a tag whose name starts here, attributes with their quotes, and goes past it.</summary>
    private bool Read(int start, out int length, out bool isUnseen, out bool closesItself)
    {
        var i = start;
        (isUnseen, closesItself) = (false, false);
        while (i < html.Length && !IsSpace(html[i]) && html[i] is not ('/' or '>'))
            i++;
        length = i - start;
        while (true)
        {
            while (i < html.Length && (IsSpace(html[i]) || html[i] == '/'))
                i++;
            if (i >= html.Length)
                return false;
            if (html[i] == '>')
            {
                (at, closesItself) = (i + 1, html[i - 1] == '/');
                return true;
            }
            var name = i++;
            while (i < html.Length && !IsSpace(html[i]) && html[i] is not ('/' or '>' or '='))
                i++;
            var (nameEnd, value, valueEnd) = (i, i, i);
            while (i < html.Length && IsSpace(html[i]))
                i++;
            if (i < html.Length && html[i] == '=')
            {
                i++;
                while (i < html.Length && IsSpace(html[i]))
                    i++;
                if (i >= html.Length)
                    return false;
                if (html[i] is '"' or '\'')
                {
                    value = i + 1;
                    valueEnd = html.IndexOf(html[i], value);
                    i = valueEnd + 1;
                    if (valueEnd < 0)
                        return false;
                }
                else
                {
                    value = i;
                    while (i < html.Length && !IsSpace(html[i]) && html[i] != '>')
                        i++;
                    valueEnd = i;
                }
            }
            isUnseen |= IsUnseen(html.AsSpan(name, nameEnd - name), html.AsSpan(value, valueEnd - value));
        }
    }

    private static bool IsUnseen(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("class", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var unseen in UnseenClasses)
            {
                if (value.Contains(unseen, StringComparison.Ordinal))
                    return true;
            }
            return false;
        }
        return name.Equals("hidden", StringComparison.OrdinalIgnoreCase) || name.Equals("popover", StringComparison.OrdinalIgnoreCase) || name.Equals("contenteditable", StringComparison.OrdinalIgnoreCase)
            || (name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase) && value is "true") || (name.Equals("data-terms", StringComparison.OrdinalIgnoreCase) && value is "off");
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static Dictionary<string, Tag> Known()
    {
        var tags = new Dictionary<string, Tag>();
        Add(Tag.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        Add(Tag.Closed, "a button h1 h2 h3 h4 h5 h6 hgroup code pre listing kbd samp var label legend select datalist option optgroup form nav summary th dt caption template object audio video canvas abbr dfn dialog map progress meter output ruby");
        Add(Tag.Raw, "script style textarea title xmp iframe noembed noframes noscript");
        Add(Tag.Closed | Tag.Foreign, "svg math");
        Add(Tag.NoText, "table tbody thead tfoot tr colgroup");
        Add(Tag.Unknowable, "plaintext frameset foreignobject annotation-xml image html head body");
        return tags;
        void Add(Tag tag, string names)
        {
            foreach (var name in names.Split(' '))
                tags.Add(name, tag);
        }
    }
}
