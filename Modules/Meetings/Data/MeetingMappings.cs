using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Meetings.Data;

internal sealed class MeetingKindMapping : IEntityTypeConfiguration<MeetingKind>
{
    public void Configure(EntityTypeBuilder<MeetingKind> builder)
    {
        builder.ToTable("meetings_kinds");
        builder.Property(k => k.Code).HasMaxLength(30);
        builder.Property(k => k.Icon).HasMaxLength(40);
        builder.Property(k => k.Agenda).HasMaxLength(2000);
        builder.Ignore(k => k.IsAllWell);
        builder.HasIndex(k => k.Code).IsUnique();
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.IsRecord("meetings_meetings");
        builder.Property(m => m.Minutes).HasMaxLength(-1);
        builder.Property(m => m.InternalMinutes).HasMaxLength(-1);
        builder.Property(m => m.Place).HasMaxLength(300);
        builder.Property(m => m.PostponedReason).HasMaxLength(1000);
        builder.Property(m => m.CancelledReason).HasMaxLength(1000);
        builder.Ignore(m => m.State);
        builder.Ignore(m => m.IsOpen);
        builder.HasOne(m => m.Kind).WithMany().HasForeignKey(m => m.KindId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Round).WithMany(r => r.Legs).HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.On);
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<MeetingParticipant>
{
    public void Configure(EntityTypeBuilder<MeetingParticipant> builder)
    {
        builder.IsPartOf("meetings_participants", p => p.Meeting, (Meeting m) => m.Participants, p => p.MeetingId);
        builder.Ignore(p => p.Key);
        builder.Property(p => p.Email).HasMaxLength(256);
        builder.HasOne(p => p.Person).WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Post).WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Partner).WithMany().HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
