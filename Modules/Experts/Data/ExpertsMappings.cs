using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Experts.Data;

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.IsRecord("experts_topics");
        builder.Property(t => t.Synonyms).HasMaxLength(1000);
        builder.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Family, t.Name }).IsUnique();
    }
}

internal sealed class ExpertMapping : IEntityTypeConfiguration<Expert>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.IsRecord("experts_experts");
        builder.Property(e => e.About).HasMaxLength(500);
        builder.Property(e => e.Departments).HasMaxLength(600);
        builder.Ignore(e => e.IsHouse);
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Establishment).WithMany().HasForeignKey(e => e.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Partner).WithMany().HasForeignKey(e => e.PartnerId).OnDelete(DeleteBehavior.Restrict);
        // One sheet for each.
        builder.HasIndex(e => e.PersonId).IsUnique();
        builder.HasIndex(e => e.EstablishmentId).IsUnique();
    }
}

internal sealed class ExpertiseMapping : IEntityTypeConfiguration<Expertise>
{
    public void Configure(EntityTypeBuilder<Expertise> builder)
    {
        builder.IsPartOf("experts_expertise", e => e.Expert, (Expert x) => x.Topics, e => e.ExpertId);
        builder.HasOne(e => e.Topic).WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.ExpertId, e.TopicId }).IsUnique();
    }
}

internal sealed class SponsorshipMapping : IEntityTypeConfiguration<Sponsorship>
{
    public void Configure(EntityTypeBuilder<Sponsorship> builder)
    {
        builder.IsRecord("experts_sponsorships");
        builder.Property(s => s.Terms).HasMaxLength(500);
        builder.Ignore(s => s.Until);
        builder.HasOne(s => s.Generalist).WithMany().HasForeignKey(s => s.GeneralistId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Resource).WithMany().HasForeignKey(s => s.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Topic).WithMany().HasForeignKey(s => s.TopicId).OnDelete(DeleteBehavior.Restrict);
    }
}
