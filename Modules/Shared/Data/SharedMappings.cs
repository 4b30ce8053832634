using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

internal sealed class SubjectMapping : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.ToTable("shared_subjects");
        builder.Property(s => s.Kind).HasMaxLength(30);
        builder.Property(s => s.Detail).HasMaxLength(300);
        builder.Property(s => s.Folded).HasMaxLength(Subject.Longest).IsTechnical();
        builder.Property(s => s.FoldedTitle).IsTechnical();
        builder.Property(s => s.Words).HasMaxLength(Subject.Longest).IsTechnical();
        builder.HasOne(s => s.Parent).WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Links).WithOne(l => l.From).HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.LinkedFrom).WithOne(l => l.To).HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Kind, s.Date });
    }
}

internal sealed class SubjectLinkMapping : IEntityTypeConfiguration<SubjectLink>
{
    public void Configure(EntityTypeBuilder<SubjectLink> builder)
    {
        builder.ToTable("shared_subject_links");
        builder.HasKey(l => new { l.FromId, l.Role, l.ToId });
        builder.HasIndex(l => new { l.ToId, l.Role });
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("shared_audit");
        builder.Property(a => a.Entity).HasMaxLength(60);
        builder.Property(a => a.Changes).HasMaxLength(-1);
        builder.HasOne(a => a.Subject).WithMany().HasForeignKey(a => a.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.SubjectId, a.At });
        builder.HasIndex(a => a.At);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("shared_accounts");
        builder.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Scopes).WithOne().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountScopeMapping : IEntityTypeConfiguration<AccountScope>
{
    public void Configure(EntityTypeBuilder<AccountScope> builder)
    {
        builder.ToTable("shared_account_scopes");
        builder.HasKey(s => new { s.AccountId, s.SubjectId });
        builder.HasOne(s => s.Subject).WithMany().HasForeignKey(s => s.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
