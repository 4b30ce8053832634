using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Training.Data;

internal sealed class CourseMapping : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.IsRecord("training_courses");
        builder.Property(c => c.Objectives).HasMaxLength(2000);
        builder.Property(c => c.Contents).HasMaxLength(4000);
        builder.Property(c => c.Topics).HasMaxLength(500);
        builder.Ignore(c => c.Terms);
        builder.HasOne(c => c.Replaces).WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordMapping : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.IsRecord("training_records");
        builder.Property(r => r.Note).HasMaxLength(300);
        builder.Property(r => r.RefusedReason).HasMaxLength(500);
        builder.Property(r => r.CorrectedReason).HasMaxLength(500);
        builder.Ignore(r => r.Status);
        builder.Ignore(r => r.Counts);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Course).WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Session).WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PersonId, r.CourseId, r.CompletedOn });
    }
}

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> builder)
    {
        builder.IsRecord("training_requirements");
        builder.HasOne(r => r.Establishment).WithMany().HasForeignKey(r => r.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Service).WithMany().HasForeignKey(r => r.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequirementCourseMapping : IEntityTypeConfiguration<RequirementCourse>
{
    public void Configure(EntityTypeBuilder<RequirementCourse> builder)
    {
        builder.IsPartOf("training_requirement_courses", c => c.Requirement, (Requirement r) => r.Courses, c => c.RequirementId);
        builder.HasOne(c => c.Course).WithMany().HasForeignKey(c => c.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.RequirementId, c.CourseId }).IsUnique();
    }
}

internal sealed class ImmersionMapping : IEntityTypeConfiguration<Immersion>
{
    public void Configure(EntityTypeBuilder<Immersion> builder)
    {
        builder.IsRecord("training_immersions");
        builder.Property(i => i.Aims).HasMaxLength(1000);
        builder.Property(i => i.Return).HasMaxLength(2000);
        builder.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Tutor).WithMany().HasForeignKey(i => i.TutorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Establishment).WithMany().HasForeignKey(i => i.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Partner).WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SharingMapping : IEntityTypeConfiguration<SharingTime>
{
    public void Configure(EntityTypeBuilder<SharingTime> builder)
    {
        builder.IsRecord("training_sharing");
        builder.HasOne(s => s.Partner).WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SharingHeldMapping : IEntityTypeConfiguration<SharingHeld>
{
    public void Configure(EntityTypeBuilder<SharingHeld> builder)
    {
        builder.IsPartOf("training_sharing_held", h => h.Sharing, (SharingTime s) => s.Held, h => h.SharingId);
        builder.HasIndex(h => new { h.SharingId, h.On }).IsUnique();
    }
}

internal sealed class BudgetMapping : IEntityTypeConfiguration<TrainingBudget>
{
    public void Configure(EntityTypeBuilder<TrainingBudget> builder)
    {
        builder.ToTable("training_budgets");
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasOne(b => b.Establishment).WithMany().HasForeignKey(b => b.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.Year, b.EstablishmentId }).IsUnique();
    }
}
