using System.Text;

namespace Intranet.Shared;

/// <summary>
/// RFC 4180, forgiving: a quote inside a bare field is a character, and text after a closing quote is kept. A field is
/// bounded while it is read, so that a quote left open can't take the whole file into memory.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char separator, TableLimits limits)
{
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _field = new();
    private int _at;
    private int _length;

    /// <summary>The record read last, from 1: a blank line is one, a line break inside quotes is none.</summary>
    internal int Line { get; private set; }

    /// <summary>The next record, or <see langword="null"/> at the end.</summary>
    internal List<string>? Next()
    {
        if (Peek() < 0)
            return null;

        Line++;
        var fields = new List<string>();
        while (true)
        {
            fields.Add(Field());
            var end = Take();
            if (end != separator)
            {
                if (end == '\r' && Peek() == '\n')
                    Take();

                return fields;
            }

            // Separators without end take memory as well: far beyond the limit, empty columns count too.
            if (fields.Count > limits.Columns * 10)
                throw TableErrors.TooManyColumns(limits, Line);
        }
    }

    private string Field()
    {
        _field.Clear();
        if (Peek() == '"')
        {
            Take();
            while (Peek() >= 0)
            {
                var c = (char)Take();
                if (c == '"' && Peek() != '"')
                    break;

                if (c == '"')
                    Take();

                Append(c);
            }
        }

        while (Peek() is >= 0 and not ('\r' or '\n') and var next && next != separator)
            Append((char)Take());

        return _field.ToString();
    }

    private void Append(char c)
    {
        _field.Append(c);
        if (_field.Length > limits.CellLength)
            throw TableErrors.CellTooLong(limits, Line);
    }

    private int Peek()
    {
        if (_at < _length)
            return _buffer[_at];

        (_at, _length) = (0, reader.Read(_buffer, 0, _buffer.Length));
        return _length > 0 ? _buffer[0] : -1;
    }

    private int Take()
    {
        var c = Peek();
        _at++;
        return c;
    }
}
