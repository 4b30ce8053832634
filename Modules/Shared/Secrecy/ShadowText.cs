using System.Globalization;
using System.Text;

namespace Intranet.Shared;

/// <summary>
/// A text as a reader sees it: accents, invisible characters and unusual digits or spaces can't hide a number. Case
/// stays, since names are known by it. Each character remembers where it comes from.
/// </summary>
internal sealed class ShadowText
{
    private const char Dropped = '\uFFFF';

    private readonly int[] _origins;
    private readonly int _length;
    private readonly int _end;

    private ShadowText(string text, int[] origins, int length, int end) =>
        (Text, _origins, _length, _end) = (text, origins, length, end);

    internal string Text { get; }

    internal static ShadowText Of(string text)
    {
        var shadow = new char[text.Length];
        var origins = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] < 128 ? text[i] : Plain(text[i]);
            if (c == Dropped)
                continue;

            shadow[length] = c;
            origins[length++] = i;
        }

        return new ShadowText(new string(shadow, 0, length), origins, length, text.Length);
    }

    internal (int Start, int Length) Original(int index, int length)
    {
        var start = _origins[index];
        var after = index + length < _length ? _origins[index + length] : _end;
        return (start, after - start);
    }

    private static char Plain(char c) => c switch
    {
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'É' or 'È' or 'Ê' or 'Ë' => 'E',
        '°' or 'º' or '˚' => '°',
        '’' or '‘' or 'ʼ' or '´' => '\'',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '·' or '•' or '․' => '.',
        '／' or '⁄' => '/',
        _ => ByCategory(c),
    };

    private static char ByCategory(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Dropped,
        UnicodeCategory.SpaceSeparator => ' ',
        UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter => Decomposed(c),
        _ => c,
    };

    private static char Decomposed(char c)
    {
        var first = c.ToString().Normalize(NormalizationForm.FormKD)[0];
        return first < 128 ? first : c;
    }
}
