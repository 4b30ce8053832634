using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Conventions.Data;

internal sealed class ConventionKindMapping : IEntityTypeConfiguration<ConventionKind>
{
    public void Configure(EntityTypeBuilder<ConventionKind> builder)
    {
        builder.ToTable("conventions_kinds");
        builder.Property(k => k.Code).HasMaxLength(30);
        builder.Property(k => k.Signatories).HasMaxLength(500);
        builder.Property(k => k.Authorisation).HasMaxLength(ReferenceItem.CodeLength);
        builder.HasIndex(k => k.Code).IsUnique();
    }
}

internal sealed class ConventionMapping : IEntityTypeConfiguration<Convention>
{
    public void Configure(EntityTypeBuilder<Convention> builder)
    {
        builder.IsRecord("conventions_conventions");
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.Object).HasMaxLength(4000);
        builder.Property(c => c.Missing).HasMaxLength(1000);
        builder.Property(c => c.Rectification).HasMaxLength(1000);
        builder.Property(c => c.Baseline).HasMaxLength(2000);
        builder.Property(c => c.AcceptedReason).HasMaxLength(1000);
        builder.Property(c => c.AbandonedReason).HasMaxLength(1000);
        builder.Property(c => c.FinalEnd).IsTechnical();
        builder.Property(c => c.FinalStart).IsTechnical();
        builder.Property(c => c.FinalDeadline).IsTechnical();
        builder.Ignore(c => c.Terms);
        builder.Ignore(c => c.IsUndated);
        builder.Ignore(c => c.IsSigned);
        builder.Ignore(c => c.IsFrozen);
        builder.Ignore(c => c.CancelledSignatures);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasOne(c => c.Kind).WithMany().HasForeignKey(c => c.KindId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.OwnerPost).WithMany().HasForeignKey(c => c.OwnerPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.CounterpartPost).WithMany().HasForeignKey(c => c.CounterpartPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Predecessor).WithMany(c => c.Successors).HasForeignKey(c => c.PredecessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
