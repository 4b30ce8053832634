namespace Intranet.Shared;

internal static class TableInput
{
    private const int HeadBytes = 4096;

    internal static MemoryStream Copy(Stream content, TableLimits limits)
    {
        var copy = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = content.Read(block)) > 0)
        {
            if (copy.Length + read > limits.FileBytes)
                throw TableErrors.TooBig(limits);

            copy.Write(block, 0, read);
        }

        return copy;
    }

    internal static ITableSource Open(Stream content, string fileName, TableLimits limits)
    {
        if (content.Length > limits.FileBytes)
            throw TableErrors.TooBig(limits);

        var head = Head(content);
        if (FileContent.IsZip(head))
            return XlsxSource.Open(content, limits);

        FileContent.Check(content, head);
        if (fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && head.AsSpan().Contains((byte)0))
            throw TableErrors.Damaged();

        return new CsvSource(content, limits);
    }

    private static byte[] Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[HeadBytes];
        var read = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        content.Position = 0;
        return head[..read];
    }
}
