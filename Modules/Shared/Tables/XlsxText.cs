using System.Text;
using System.Xml;

namespace Intranet.Shared;

internal static class XlsxText
{
    /// <summary>Gathers the runs of a rich text, up to the end of its element; phonetic guides are left out.</summary>
    internal static void Append(XmlReader reader, string element, StringBuilder text, TableLimits limits, int line)
    {
        if (reader.IsEmptyElement)
            return;

        var phonetic = false;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == element))
        {
            if (reader.LocalName == "rPh")
                phonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (!phonetic && reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
                Value(reader, "t", text, limits, line);
        }
    }

    /// <summary>Reads a text by pieces: a cell of 300 MB is refused before it is held.</summary>
    internal static void Value(XmlReader reader, string element, StringBuilder text, TableLimits limits, int line)
    {
        if (reader.IsEmptyElement)
            return;

        var piece = new char[1024];
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == element))
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;

            int read;
            while ((read = reader.ReadValueChunk(piece, 0, piece.Length)) > 0)
            {
                text.Append(piece, 0, read);
                if (text.Length > limits.CellLength)
                    throw TableErrors.CellTooLong(limits, line);
            }
        }
    }
}
