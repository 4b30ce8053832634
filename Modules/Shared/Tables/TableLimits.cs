namespace Intranet.Shared;

/// <summary>What a file may hold at most. The customer's own limits are the default.</summary>
public sealed record TableLimits
{
    /// <summary>The limits of an import: 20 MB, 100,000 lines, 300 MB unzipped, 200 columns, 32,000 characters a cell.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Size of the file, in bytes.</summary>
    public long FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Lines with content under the header.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>Size of a workbook once unzipped, in bytes, counted while it is read.</summary>
    public long UnzippedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Columns with content.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters of a cell.</summary>
    public int CellLength { get; init; } = 32_767;
}
