using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.IsRecord("contacts_services");
        builder.Property(s => s.Summary).HasMaxLength(2000);
        builder.Property(s => s.Publics).HasMaxLength(1000);
        builder.Property(s => s.PublicNote).HasMaxLength(500);
        builder.Property(s => s.Measures).HasMaxLength(1000);
        builder.Property(s => s.MeasuresNote).HasMaxLength(500);
        builder.Property(s => s.Stay).HasMaxLength(300);
        builder.Property(s => s.Hours).HasMaxLength(500);
        builder.Property(s => s.Leeway).HasMaxLength(300);
        builder.Property(s => s.Delay).HasMaxLength(300);
        builder.Property(s => s.Contact).HasMaxLength(500);
        builder.HasOne(s => s.Establishment).WithMany().HasForeignKey(s => s.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.ContactPost).WithMany().HasForeignKey(s => s.ContactPostId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AdmissionPartMapping : IEntityTypeConfiguration<AdmissionPart>
{
    public void Configure(EntityTypeBuilder<AdmissionPart> builder)
    {
        builder.IsPartOf("contacts_admission_parts", p => p.Service, (Service s) => s.Admission, p => p.ServiceId);
        builder.Property(p => p.Content).HasMaxLength(1000);
        builder.Property(p => p.FilledBy).HasMaxLength(300);
        builder.Property(p => p.ChasedBy).HasMaxLength(300);
        builder.HasIndex(p => new { p.ServiceId, p.Kind }).IsUnique();
    }
}
