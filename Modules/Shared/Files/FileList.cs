using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>The documents of a record, for the partial <c>_Files</c>: one query.</summary>
public sealed class FileList
{
    /// <summary>The record.</summary>
    public required int SubjectId { get; init; }

    /// <summary>Newest first, each with its former versions under it.</summary>
    public required IReadOnlyList<FileRow> Files { get; init; }

    /// <summary>Shows the upload and the removals.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Why the last upload was refused.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads the documents of a record that the page has already found to be in its reader's scope.</summary>
    public static async Task<FileList> ReadAsync(IntranetDb db, int subjectId, bool mayWrite, string? problem = null, CancellationToken cancellation = default) => new()
    {
        SubjectId = subjectId,
        MayWrite = mayWrite,
        Problem = problem,
        Files = Numbered(await db.Set<StoredFile>().Where(f => f.SubjectId == subjectId).OrderByDescending(f => f.Id)
            .Select(f => new FileRow { Id = f.Id, Name = f.Name, Type = f.Type, Size = f.Size, UploadedBy = f.UploadedBy, UploadedAt = f.UploadedAt }).ToListAsync(cancellation)),
    };

    /// <summary>Documents of one name are versions of one another: the newest, with the former ones under it.</summary>
    private static List<FileRow> Numbered(List<FileRow> files)
    {
        var groups = files.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.ToList()).ToList();
        foreach (var versions in groups.Where(g => g.Count > 1))
        {
            for (var i = 0; i < versions.Count; i++)
                (versions[i].Version, versions[i].IsReplaced) = (versions.Count - i, i > 0);
        }
        return [.. groups.SelectMany(g => g)];
    }
}

/// <summary>One line of <see cref="FileList"/>.</summary>
public sealed class FileRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required int Size { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>From 1 for the oldest; null when no other document has its name.</summary>
    public int? Version { get; set; }

    /// <summary>A newer document has its name.</summary>
    public bool IsReplaced { get; set; }
}
