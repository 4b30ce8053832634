using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A document kept with a record; whoever may see the record may download it.</summary>
public sealed class StoredFile : IPartOf
{
    private StoredFile() { }

    internal StoredFile(int subjectId, string name, FileType type, byte[] content, string hash, CurrentUser by, DateTime now)
        => (SubjectId, Name, Type, Size, Hash, UploadedById, UploadedBy, UploadedAt) = (subjectId, name, type.Extension, content.Length, hash, by.Id, by.Name, now);

    public int Id { get; private set; }

    /// <summary>The record.</summary>
    public int SubjectId { get; private set; }
    public Subject? Subject { get; private set; }
    int IPartOf.RootId => SubjectId;

    /// <summary>As its author named it, with the extension of its true type.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Extension of the type found in the content: <c>pdf</c>, <c>docx</c>…; see <see cref="FileType"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Octets.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";
    public int UploadedById { get; private set; }

    /// <summary>Display name of the account at that time.</summary>
    public string UploadedBy { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    public DateTime UploadedAt { get; private set; }
}

/// <summary>A piece of the content of a file, where the database holds contents (several nodes).</summary>
public sealed class StoredFileChunk : IUnaudited
{
    private StoredFileChunk() { }

    public StoredFileChunk(StoredFile file, int number, byte[] bytes) => (File, Number, Bytes) = (file, number, bytes);

    public int FileId { get; private set; }
    public StoredFile? File { get; private set; }
    public int Number { get; private set; }
    public byte[] Bytes { get; private set; } = [];
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("shared_files");
        builder.HasOne(f => f.Subject).WithMany().HasForeignKey(f => f.SubjectId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(f => f.SubjectId).HasAnnotation(ModelExtensions.RootKey, true);
        builder.Property(f => f.Type).HasMaxLength(10);
        builder.Property(f => f.Hash).HasMaxLength(64).IsTechnical();
        builder.HasIndex(f => f.Hash);
    }
}

internal sealed class StoredFileChunkMapping : IEntityTypeConfiguration<StoredFileChunk>
{
    public void Configure(EntityTypeBuilder<StoredFileChunk> builder)
    {
        builder.ToTable("shared_file_chunks");
        builder.HasKey(c => new { c.FileId, c.Number });
        builder.HasOne(c => c.File).WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
