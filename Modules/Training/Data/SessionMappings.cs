using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Training.Data;

internal sealed class SessionMapping : IEntityTypeConfiguration<TrainingSession>
{
    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.IsRecord("training_sessions");
        builder.Property(s => s.Place).HasMaxLength(300);
        builder.Property(s => s.Notes).HasMaxLength(1000);
        builder.Property(s => s.CancelledReason).HasMaxLength(500);
        builder.Property(s => s.InvitationHash).HasMaxLength(64).IsTechnical();
        builder.Ignore(s => s.IsOpen);
        builder.Ignore(s => s.SeatsTaken);
        builder.Ignore(s => s.SeatsLeft);
        builder.HasOne(s => s.Course).WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Establishment).WithMany().HasForeignKey(s => s.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.From);
        builder.HasIndex(s => s.InvitationHash);
    }
}

internal sealed class SlotMapping : IEntityTypeConfiguration<SessionSlot>
{
    public void Configure(EntityTypeBuilder<SessionSlot> builder)
    {
        builder.IsPartOf("training_slots", s => s.Session, (TrainingSession s) => s.Slots, s => s.SessionId);
        builder.Ignore(s => s.Start);
        builder.Ignore(s => s.Hours);
        builder.HasIndex(s => new { s.SessionId, s.On, s.StartMinute }).IsUnique();
    }
}

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.IsPartOf("training_enrolments", e => e.Session, (TrainingSession s) => s.Enrolments, e => e.SessionId);
        builder.Property(e => e.GuestMail).HasMaxLength(256);
        builder.Property(e => e.RefusedReason).HasMaxLength(500);
        builder.Property(e => e.WithdrawnReason).HasMaxLength(500);
        builder.Ignore(e => e.State);
        builder.Ignore(e => e.IsActive);
        builder.Ignore(e => e.IsSeated);
        builder.Ignore(e => e.IsWaiting);
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Partner).WithMany().HasForeignKey(e => e.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PresenceMapping : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.IsPartOf("training_presences", p => p.Session, (TrainingSession s) => s.Presences, p => p.SessionId);
        // Not a cascade: the session's own is enough, and SQL Server refuses two paths.
        builder.HasOne(p => p.Enrolment).WithMany().HasForeignKey(p => p.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Slot).WithMany().HasForeignKey(p => p.SlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.EnrolmentId, p.SlotId }).IsUnique();
    }
}

internal sealed class HandOnMapping : IEntityTypeConfiguration<HandOn>
{
    public void Configure(EntityTypeBuilder<HandOn> builder)
    {
        builder.IsPartOf("training_hand_ons", h => h.Session, (TrainingSession s) => s.HandOns, h => h.SessionId);
        builder.Property(h => h.Summary).HasMaxLength(1000);
        builder.HasOne(h => h.Establishment).WithMany().HasForeignKey(h => h.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.Person).WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.SessionId, h.EstablishmentId }).IsUnique();
    }
}
