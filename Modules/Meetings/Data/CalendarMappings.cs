using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Meetings.Data;

internal sealed class NoticeMapping : IEntityTypeConfiguration<MeetingNotice>
{
    public void Configure(EntityTypeBuilder<MeetingNotice> builder)
    {
        builder.ToTable("meetings_notices");
        builder.HasKey(n => n.MeetingId);
        builder.HasOne(n => n.Meeting).WithOne().HasForeignKey<MeetingNotice>(n => n.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(n => n.Told).HasMaxLength(64).IsTechnical();
        builder.HasIndex(n => n.NotifyAt);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<MeetingInvitation>
{
    public void Configure(EntityTypeBuilder<MeetingInvitation> builder)
    {
        builder.ToTable("meetings_invitations");
        builder.Property(i => i.Email).HasMaxLength(256);
        builder.HasOne(i => i.Meeting).WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.MeetingId, i.Email }).IsUnique();
    }
}

internal sealed class FeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("meetings_feeds");
        builder.Property(f => f.Hash).HasMaxLength(64).IsTechnical();
        builder.HasOne(f => f.Person).WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.Hash).IsUnique();
    }
}

internal sealed class RoundMapping : IEntityTypeConfiguration<VisitRound>
{
    public void Configure(EntityTypeBuilder<VisitRound> builder)
    {
        builder.IsRecord("meetings_rounds");
        builder.Property(r => r.Purpose).HasMaxLength(1000);
        builder.HasOne(r => r.Partner).WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<MeetingSeries>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> builder)
    {
        builder.IsRecord("meetings_series");
        builder.Property(s => s.Place).HasMaxLength(300);
        builder.Property(s => s.Notes).HasMaxLength(2000);
        builder.Ignore(s => s.Start);
        builder.Ignore(s => s.Hours);
        builder.HasOne(s => s.Partner).WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Post).WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.NoticePost).WithMany().HasForeignKey(s => s.NoticePostId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeriesExceptionMapping : IEntityTypeConfiguration<SeriesException>
{
    public void Configure(EntityTypeBuilder<SeriesException> builder)
    {
        builder.IsPartOf("meetings_series_exceptions", e => e.Series, (MeetingSeries s) => s.Exceptions, e => e.SeriesId);
        builder.HasIndex(e => new { e.SeriesId, e.On }).IsUnique();
    }
}

internal sealed class SeriesNoticeMapping : IEntityTypeConfiguration<SeriesNotice>
{
    public void Configure(EntityTypeBuilder<SeriesNotice> builder)
    {
        builder.ToTable("meetings_series_notices");
        builder.HasKey(n => new { n.SeriesId, n.On });
        builder.HasOne(n => n.Series).WithMany().HasForeignKey(n => n.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
