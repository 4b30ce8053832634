using System.Xml;

namespace Intranet.Shared;

internal sealed class XlsxSource : ITableSource
{
    private readonly XlsxPackage _package;
    private readonly XlsxParts _parts;
    private readonly TableLimits _limits;

    private XlsxSource(XlsxPackage package, XlsxParts parts, TableLimits limits) =>
        (_package, _parts, _limits) = (package, parts, limits);

    /// <summary>The sheet whose rows are read; known from the first row on.</summary>
    internal string? Sheet { get; private set; }

    internal static XlsxSource Open(Stream content, TableLimits limits)
    {
        var package = XlsxPackage.Open(content, limits);
        try
        {
            return new XlsxSource(package, Guarded(() => XlsxParts.Read(package, limits)), limits);
        }
        catch (TableException)
        {
            package.Dispose();
            throw;
        }
    }

    public IEnumerable<RawRow> Read()
    {
        foreach (var sheet in _parts.Sheets.OrderBy(s => s.Hidden))
        {
            using var reader = Guarded(() => _package.Part(sheet.Path));
            if (reader is null)
                continue;

            using var rows = new XlsxRows(reader, _parts, _limits).Read().GetEnumerator();
            while (Guarded(rows.MoveNext))
            {
                Sheet = sheet.Name;
                yield return rows.Current;
            }

            if (Sheet is not null)
                yield break;
        }
    }

    public void Dispose() => _package.Dispose();

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw TableErrors.Damaged(e);
        }
    }
}
