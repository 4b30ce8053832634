using System.Text;

namespace Intranet.Shared;

/// <summary>One line of a calendar file, as RFC 5545 (3.1, 3.2, 3.3.11) writes it.</summary>
internal static class CalendarLine
{
    private const int Width = 75;

    /// <summary>Text with its four escapes; control characters, which the grammar refuses, are left out.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n': escaped.Append("\\n"); break;
                case '\\' or ';' or ',': escaped.Append('\\').Append((char)rune.Value); break;
                case '\t': escaped.Append('\t'); break;
                default:
                    if (!Rune.IsControl(rune))
                        escaped.Append(rune.ToString());
                    break;
            }
        }
        return escaped.ToString();
    }

    /// <summary>A parameter between quotes, which it can't contain.</summary>
    public static string Quoted(string text)
        => $"\"{string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) ? " " : r.Value == '"' ? "’" : r.ToString())).Trim()}\"";

    /// <summary>A mail address as an address of the web, without what could end the line.</summary>
    public static string Mail(string address) => "mailto:" + Uri.EscapeDataString(address.Trim()).Replace("%40", "@", StringComparison.Ordinal);

    /// <summary>Adds the line in pieces of at most 75 octets, each new one after a space, never cutting a character.</summary>
    public static void Append(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Width)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
