using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("shared_import_runs");
        builder.Ignore(r => r.ReadyLines);
        builder.Property(r => r.Kind).HasMaxLength(30);
        builder.Property(r => r.Mapping).HasMaxLength(-1).IsTechnical();
        builder.Property(r => r.Settlements).HasMaxLength(-1);
        builder.Property(r => r.Fingerprint).HasMaxLength(64).IsTechnical();
        builder.HasOne(r => r.File).WithOne().HasForeignKey<ImportFile>(f => f.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Preview).WithOne().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportFileMapping : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("shared_import_files");
        builder.HasKey(f => f.RunId);
        builder.Property(f => f.RunId).ValueGeneratedNever();
    }
}

internal sealed class ImportLineMapping : IEntityTypeConfiguration<ImportLine>
{
    public void Configure(EntityTypeBuilder<ImportLine> builder)
    {
        builder.ToTable("shared_import_lines");
        builder.Property(l => l.Detail).HasMaxLength(300);
        builder.Property(l => l.Suggestions).HasMaxLength(2000);
        builder.Property(l => l.Changes).HasMaxLength(-1);
        builder.HasIndex(l => new { l.RunId, l.Action, l.Line });
    }
}

internal sealed class ImportEntryMapping : IEntityTypeConfiguration<ImportEntry>
{
    public void Configure(EntityTypeBuilder<ImportEntry> builder)
    {
        builder.ToTable("shared_import_entries");
        builder.Property(e => e.Entity).HasMaxLength(60);
        builder.Property(e => e.Before).HasMaxLength(-1).IsTechnical();
        builder.Property(e => e.After).HasMaxLength(-1).IsTechnical();
        builder.HasIndex(e => e.RecordId);
    }
}

internal sealed class ImportColumnChoiceMapping : IEntityTypeConfiguration<ImportColumnChoice>
{
    public void Configure(EntityTypeBuilder<ImportColumnChoice> builder)
    {
        builder.ToTable("shared_import_columns");
        builder.Property(c => c.Kind).HasMaxLength(30);
        builder.HasIndex(c => new { c.Kind, c.Header }).IsUnique();
    }
}
