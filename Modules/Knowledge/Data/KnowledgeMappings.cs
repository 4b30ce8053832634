using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Knowledge.Data;

internal sealed class SectionMapping : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.IsRecord("knowledge_sections");
        builder.Property(s => s.Purpose).HasMaxLength(300);
        builder.HasOne(s => s.Parent).WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PageMapping : IEntityTypeConfiguration<KnowledgePage>
{
    public void Configure(EntityTypeBuilder<KnowledgePage> builder)
    {
        builder.IsRecord("knowledge_pages");
        builder.Property(p => p.Tags).HasMaxLength(500);
        builder.Property(p => p.Summary).HasMaxLength(KnowledgePage.LongestSummary);
        // Versions tell what changed.
        builder.Property(p => p.Text).HasMaxLength(KnowledgePage.LongestText).IsConfidential();
        builder.Property(p => p.AskedWhy).HasMaxLength(300);
        builder.Ignore(p => p.IsPublished);
        builder.Ignore(p => p.ReviewDue);
        builder.HasOne(p => p.Section).WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.OwnerPost).WithMany().HasForeignKey(p => p.OwnerPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Owner).WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.VerifierPost).WithMany().HasForeignKey(p => p.VerifierPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Verifier).WithMany().HasForeignKey(p => p.VerifierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.ReviewedOn);
        // The tree reads each section's first pages.
        builder.HasIndex(p => new { p.SectionId, p.Order, p.Title });
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<PageRevision>
{
    public void Configure(EntityTypeBuilder<PageRevision> builder)
    {
        builder.IsPartOf("knowledge_revisions", r => r.Page, (KnowledgePage p) => p.Revisions, r => r.PageId);
        builder.Property(r => r.Summary).HasMaxLength(KnowledgePage.LongestSummary);
        builder.Property(r => r.Text).HasMaxLength(KnowledgePage.LongestText).IsConfidential();
        builder.Property(r => r.Why).HasMaxLength(300);
        builder.Property(r => r.ReturnedWhy).HasMaxLength(500);
        builder.Ignore(r => r.State);
        builder.HasIndex(r => new { r.PageId, r.Number }).IsUnique();
        builder.HasIndex(r => r.SubmittedAt);
    }
}

internal sealed class FlagMapping : IEntityTypeConfiguration<PageFlag>
{
    public void Configure(EntityTypeBuilder<PageFlag> builder)
    {
        builder.IsPartOf("knowledge_flags", f => f.Page, (KnowledgePage p) => p.Flags, f => f.PageId);
        builder.Property(f => f.Word).HasMaxLength(PageFlag.Longest);
        builder.Property(f => f.Answer).HasMaxLength(PageFlag.Longest);
    }
}

internal sealed class VoteMapping : IEntityTypeConfiguration<PageVote>
{
    public void Configure(EntityTypeBuilder<PageVote> builder)
    {
        builder.ToTable("knowledge_votes");
        builder.HasKey(v => new { v.PageId, v.AccountId });
        builder.HasOne(v => v.Page).WithMany(p => p.Votes).HasForeignKey(v => v.PageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WatchMapping : IEntityTypeConfiguration<PageWatch>
{
    public void Configure(EntityTypeBuilder<PageWatch> builder)
    {
        builder.ToTable("knowledge_watches");
        builder.HasKey(w => new { w.PageId, w.AccountId });
        builder.HasOne(w => w.Page).WithMany(p => p.Watches).HasForeignKey(w => w.PageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<PageReceipt>
{
    public void Configure(EntityTypeBuilder<PageReceipt> builder)
    {
        builder.ToTable("knowledge_receipts");
        builder.HasKey(r => new { r.PageId, r.PersonId });
        builder.HasOne(r => r.Page).WithMany(p => p.Receipts).HasForeignKey(r => r.PageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequiredReadingMapping : IEntityTypeConfiguration<RequiredReading>
{
    public void Configure(EntityTypeBuilder<RequiredReading> builder)
    {
        builder.IsPartOf("knowledge_required", r => r.Page, (KnowledgePage p) => p.RequiredFor, r => r.PageId);
        builder.HasIndex(r => new { r.PageId, r.Function }).IsUnique();
    }
}

internal sealed class ViewsMapping : IEntityTypeConfiguration<PageViews>
{
    public void Configure(EntityTypeBuilder<PageViews> builder)
    {
        builder.ToTable("knowledge_views");
        builder.HasKey(v => new { v.PageId, v.Month });
        builder.HasOne(v => v.Page).WithMany(p => p.Views).HasForeignKey(v => v.PageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LawMapping : IEntityTypeConfiguration<LawText>
{
    public void Configure(EntityTypeBuilder<LawText> builder)
    {
        builder.IsRecord("knowledge_laws");
        builder.Property(l => l.Address).HasMaxLength(300);
        builder.Property(l => l.Note).HasMaxLength(1000);
    }
}

internal sealed class TermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.IsRecord("knowledge_terms");
        builder.Property(t => t.Variants).HasMaxLength(500);
        builder.Property(t => t.Definition).HasMaxLength(GlossaryTerm.LongestDefinition);
        builder.Property(t => t.Source).HasMaxLength(300);
        builder.HasOne(t => t.ReplacedBy).WithMany().HasForeignKey(t => t.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class MeaningMapping : IEntityTypeConfiguration<TermMeaning>
{
    public void Configure(EntityTypeBuilder<TermMeaning> builder)
    {
        builder.IsPartOf("knowledge_meanings", m => m.Term, (GlossaryTerm t) => t.Meanings, m => m.TermId);
        builder.Property(m => m.Text).HasMaxLength(GlossaryTerm.LongestDefinition);
        builder.HasIndex(m => new { m.TermId, m.Field }).IsUnique();
    }
}

internal sealed class UnknownAcronymMapping : IEntityTypeConfiguration<UnknownAcronym>
{
    public void Configure(EntityTypeBuilder<UnknownAcronym> builder)
    {
        builder.ToTable("knowledge_unknown_acronyms");
        builder.Property(a => a.Acronym).HasMaxLength(12);
        builder.HasIndex(a => a.Acronym).IsUnique();
    }
}
