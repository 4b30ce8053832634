using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Where contents lie: a folder on one machine, or the database when several nodes serve.</summary>
public interface IFileContents
{
    /// <summary>Stores the content of a file about to be saved; the caller saves.</summary>
    Task AddAsync(IntranetDb db, StoredFile file, byte[] content, CancellationToken cancellation);

    /// <summary>The content, or null when it is missing.</summary>
    Task<Stream?> OpenAsync(IntranetDb db, StoredFile file, CancellationToken cancellation);

    /// <summary>Forgets the content of a file whose row is gone, unless another file has the same.</summary>
    Task RemoveAsync(IntranetDb db, StoredFile file, CancellationToken cancellation);
}

/// <summary>Documents of records: accepted by content, kept outside the web root, given back as downloads only.</summary>
public sealed class FileStore(IntranetDb db, IFileContents contents, TimeProvider clock)
{
    /// <summary>Between a content written and its row saved nobody may remove the same content.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Keeps a document with a record.</summary>
    /// <exception cref="BrokenRuleException">Too large, empty, or of a type that isn't kept.</exception>
    /// <exception cref="IdentityRefusedException">The name holds an identity.</exception>
    public async Task<StoredFile> AddAsync(int subjectId, string fileName, Stream upload, CurrentUser by, CancellationToken cancellation)
    {
        var name = CleanName(fileName);
        IdentityGuard.Refuse(name, "File");
        IdentityGuard.Refuse(Path.GetFileNameWithoutExtension(name).Replace('_', ' ').Replace('-', ' '), "File");
        var content = await ReadAsync(upload, cancellation);
        var type = FileType.Find(content) ?? throw new BrokenRuleException("Ce fichier n’est ni un PDF, ni un document Word, OpenDocument ou Excel sans macro, ni une image PNG ou JPEG, quel que soit son nom. Choisissez un fichier de l’un de ces types.", "File");
        if (!type.Fits(name))
            throw new BrokenRuleException($"Le nom de ce fichier ne dit pas ce qu’il contient : c’est un fichier « .{type.Extension} ». Renommez-le, puis recommencez.", "File");
        var file = new StoredFile(subjectId, name, type, content, Convert.ToHexStringLower(SHA256.HashData(content)), by, clock.GetUtcNow().UtcDateTime);
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            await contents.AddAsync(db, file, content, cancellation);
            db.Add(file);
            await db.SaveChangesAsync(cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
        return file;
    }

    /// <summary>The content of a file, for download.</summary>
    public Task<Stream?> OpenAsync(StoredFile file, CancellationToken cancellation) => contents.OpenAsync(db, file, cancellation);

    /// <summary>Removes a document; its name stays in the record's history.</summary>
    public async Task RemoveAsync(StoredFile file, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            db.Remove(file);
            await db.SaveChangesAsync(cancellation);
            await contents.RemoveAsync(db, file, cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string CleanName(string fileName)
    {
        var name = string.Concat(fileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim();
        if (name.Length == 0)
            throw new BrokenRuleException("Choisissez un fichier.", "File");
        var end = Path.GetExtension(name);
        return name.Length <= 150 ? name : name[..(150 - end.Length)] + end;
    }

    private static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await upload.ReadAsync(buffer, cancellation)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > FileType.MaximumSize)
                throw new BrokenRuleException("Ce fichier dépasse 20 Mo. Réduisez-le, ou enregistrez-le en plusieurs parties.", "File");
        }
        return content.Length > 0 ? content.ToArray() : throw new BrokenRuleException("Ce fichier est vide.", "File");
    }
}
