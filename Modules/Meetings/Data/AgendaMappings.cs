using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Meetings.Data;

internal sealed class AgendaLineMapping : IEntityTypeConfiguration<AgendaLine>
{
    public void Configure(EntityTypeBuilder<AgendaLine> builder)
    {
        builder.IsPartOf("meetings_agenda", l => l.Meeting, (Meeting m) => m.Agenda, l => l.MeetingId);
        builder.Property(l => l.Title).HasMaxLength(300);
        builder.Property(l => l.Order).IsTechnical();
        builder.Property(l => l.IsFromTopic).IsTechnical();
        builder.HasOne(l => l.OwnerPost).WithMany().HasForeignKey(l => l.OwnerPostId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutcomeMapping : IEntityTypeConfiguration<MeetingOutcome>
{
    public void Configure(EntityTypeBuilder<MeetingOutcome> builder)
    {
        builder.IsPartOf("meetings_outcomes", o => o.Meeting, (Meeting m) => m.Outcomes, o => o.MeetingId);
        builder.Property(o => o.Text).HasMaxLength(2000);
        builder.Property(o => o.Comment).HasMaxLength(1000);
        builder.HasOne(o => o.Line).WithMany().HasForeignKey(o => o.LineId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne(o => o.Post).WithMany().HasForeignKey(o => o.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.Kind, o.DueOn });
    }
}

internal sealed class RemarkMapping : IEntityTypeConfiguration<MinutesRemark>
{
    public void Configure(EntityTypeBuilder<MinutesRemark> builder)
    {
        builder.IsPartOf("meetings_remarks", r => r.Meeting, (Meeting m) => m.Remarks, r => r.MeetingId);
        builder.Property(r => r.Text).HasMaxLength(4000);
    }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<PartnerTopic>
{
    public void Configure(EntityTypeBuilder<PartnerTopic> builder)
    {
        builder.IsPartOf<PartnerTopic, Partner>("meetings_topics", t => t.Partner, null, t => t.PartnerId);
        builder.Property(t => t.Text).HasMaxLength(500);
        builder.HasOne(t => t.FromMeeting).WithMany().HasForeignKey(t => t.FromMeetingId).OnDelete(DeleteBehavior.Restrict);
        // The histories of both meetings tell of these points.
        builder.Property(t => t.FromLineId).IsTechnical();
        builder.Property(t => t.LineId).IsTechnical();
        builder.HasOne(t => t.FromLine).WithMany().HasForeignKey(t => t.FromLineId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne(t => t.Line).WithMany().HasForeignKey(t => t.LineId).OnDelete(DeleteBehavior.ClientSetNull);
    }
}

internal sealed class SolicitationMapping : IEntityTypeConfiguration<Solicitation>
{
    public void Configure(EntityTypeBuilder<Solicitation> builder)
    {
        builder.IsPartOf<Solicitation, Partner>("meetings_solicitations", s => s.Partner, null, s => s.PartnerId);
        builder.Property(s => s.Comment).HasMaxLength(1000);
        builder.Property(s => s.Reason).HasMaxLength(1000);
    }
}
