using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Experts.Data;

internal sealed class RequestMapping : IEntityTypeConfiguration<SupportRequest>
{
    public void Configure(EntityTypeBuilder<SupportRequest> builder)
    {
        builder.IsRecord("experts_requests");
        // Administration reads the journal, never what was asked or answered.
        builder.Property(r => r.Question).HasMaxLength(SupportRequest.LongestQuestion).IsConfidential();
        builder.Property(r => r.HelpedWhy).HasMaxLength(500).IsConfidential();
        builder.Property(r => r.Department).HasMaxLength(3);
        builder.Ignore(r => r.IsOpen);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Establishment).WithMany().HasForeignKey(r => r.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Topic).WithMany().HasForeignKey(r => r.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Measure).WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Public).WithMany().HasForeignKey(r => r.PublicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.AskedOn);
    }
}

internal sealed class RequestedExpertMapping : IEntityTypeConfiguration<RequestedExpert>
{
    public void Configure(EntityTypeBuilder<RequestedExpert> builder)
    {
        builder.IsPartOf("experts_requested", e => e.Request, (SupportRequest r) => r.Experts, e => e.RequestId);
        builder.Property(e => e.Why).HasMaxLength(300);
        builder.Property(e => e.DeclinedWhy).HasMaxLength(500).IsConfidential();
        builder.Ignore(e => e.Answer);
        builder.HasOne(e => e.Expert).WithMany().HasForeignKey(e => e.ExpertId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.ExpertId, e.AskedOn });
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<SupportMessage>
{
    public void Configure(EntityTypeBuilder<SupportMessage> builder)
    {
        builder.IsPartOf("experts_messages", m => m.Request, (SupportRequest r) => r.Messages, m => m.RequestId);
        builder.Property(m => m.Text).HasMaxLength(SupportMessage.Longest).IsConfidential();
        builder.HasOne(m => m.AuthorPerson).WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MentionMapping : IEntityTypeConfiguration<SupportMention>
{
    public void Configure(EntityTypeBuilder<SupportMention> builder)
    {
        builder.IsPartOf("experts_mentions", m => m.Request, (SupportRequest r) => r.Mentions, m => m.RequestId);
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.RequestId, m.PersonId }).IsUnique();
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<SharedAnswer>
{
    public void Configure(EntityTypeBuilder<SharedAnswer> builder)
    {
        builder.IsRecord("experts_answers");
        builder.Property(a => a.Question).HasMaxLength(SupportRequest.LongestQuestion);
        builder.Property(a => a.Text).HasMaxLength(SharedAnswer.LongestText);
        builder.Ignore(a => a.IsPublished);
        builder.Ignore(a => a.State);
        builder.HasOne(a => a.Topic).WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Request).WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
