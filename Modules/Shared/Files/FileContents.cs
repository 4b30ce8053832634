using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Contents as files named by their hash, under a folder outside the web root.</summary>
public sealed class FolderFileContents(string folder) : IFileContents
{
    public async Task AddAsync(IntranetDb db, StoredFile file, byte[] content, CancellationToken cancellation)
    {
        var path = PathOf(file);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written aside, then named: a file under its hash is whole, whatever happens.
        var draft = path + ".part";
        await File.WriteAllBytesAsync(draft, content, cancellation);
        File.Move(draft, path, overwrite: true);
    }

    public Task<Stream?> OpenAsync(IntranetDb db, StoredFile file, CancellationToken cancellation)
        => Task.FromResult<Stream?>(File.Exists(PathOf(file)) ? new FileStream(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, useAsync: true) : null);

    public async Task RemoveAsync(IntranetDb db, StoredFile file, CancellationToken cancellation)
    {
        if (!await db.Set<StoredFile>().AnyAsync(f => f.Hash == file.Hash, cancellation))
            File.Delete(PathOf(file));
    }

    private string PathOf(StoredFile file) => Path.Combine(folder, file.Hash[..2], file.Hash);
}

/// <summary>Contents in the database, in pieces that any server takes, saved and removed with the file's row.</summary>
public sealed class DatabaseFileContents : IFileContents
{
    private const int Piece = 1024 * 1024;

    public Task AddAsync(IntranetDb db, StoredFile file, byte[] content, CancellationToken cancellation)
    {
        db.AddRange(content.Chunk(Piece).Select((bytes, number) => new StoredFileChunk(file, number, bytes)));
        return Task.CompletedTask;
    }

    public async Task<Stream?> OpenAsync(IntranetDb db, StoredFile file, CancellationToken cancellation)
    {
        var content = new MemoryStream(file.Size);
        await foreach (var bytes in db.Set<StoredFileChunk>().Where(c => c.FileId == file.Id).OrderBy(c => c.Number).Select(c => c.Bytes).AsAsyncEnumerable().WithCancellation(cancellation))
            content.Write(bytes);
        content.Position = 0;
        return content.Length == file.Size ? content : null;
    }

    public Task RemoveAsync(IntranetDb db, StoredFile file, CancellationToken cancellation) => Task.CompletedTask;
}
