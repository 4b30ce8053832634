using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class ArticulationObservationMapping : IEntityTypeConfiguration<ArticulationObservation>
{
    public void Configure(EntityTypeBuilder<ArticulationObservation> builder)
    {
        builder.IsRecord("contacts_articulation");
        builder.Property(o => o.Comment).HasMaxLength(1000);
        builder.HasOne(o => o.Establishment).WithMany().HasForeignKey(o => o.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.Partner).WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.PartnerId, o.EstablishmentId, o.On });
    }
}
