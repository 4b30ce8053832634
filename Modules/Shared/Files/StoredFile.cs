using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A document kept with a record; whoever may see the record may download it.</summary>
[Display(Name = "Document")]
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
    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>Extension of the type found in the content: <c>pdf</c>, <c>docx</c>…; see <see cref="FileType"/>.</summary>
    [Display(Name = "Type")]
    public string Type { get; private set; } = "";

    /// <summary>Octets.</summary>
    [Display(Name = "Taille en octets")]
    public int Size { get; private set; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";
    [Display(Name = "Compte")]
    public int UploadedById { get; private set; }

    /// <summary>Display name of the account at that time.</summary>
    public string UploadedBy { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    [Display(Name = "Ajouté le")]
    public DateTime UploadedAt { get; private set; }

    /// <summary>Forgets the name of who brought it; the account's number stays.</summary>
    public void ForgetUploader() => UploadedBy = "";
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
        builder.Property(f => f.UploadedBy).IsTechnical();
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
