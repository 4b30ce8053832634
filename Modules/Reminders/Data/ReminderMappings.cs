using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Reminders.Data;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders_reminders");
        builder.Property(r => r.Rule).HasMaxLength(40);
        builder.Property(r => r.Context).HasMaxLength(500);
        builder.HasOne(r => r.Subject).WithMany().HasForeignKey(r => r.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.AcknowledgedBy).WithMany().HasForeignKey(r => r.AcknowledgedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Rule, r.SubjectId, r.Due }).IsUnique();
        builder.HasIndex(r => new { r.DoneOn, r.Due });
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("reminders_deliveries");
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.HasOne(d => d.Reminder).WithMany(r => r.Deliveries).HasForeignKey(d => d.ReminderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(d => d.Person).WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ReminderId, d.Step, d.PersonId }).IsUnique();
        builder.HasIndex(d => d.PersonId);
    }
}
