using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class PoleMapping : IEntityTypeConfiguration<Pole>
{
    public void Configure(EntityTypeBuilder<Pole> builder) => builder.IsRecord("contacts_poles");
}

internal sealed class EstablishmentMapping : IEntityTypeConfiguration<Establishment>
{
    public void Configure(EntityTypeBuilder<Establishment> builder)
    {
        builder.IsRecord("contacts_establishments");
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.PostalCode).HasMaxLength(10);
        builder.Property(e => e.Department).HasMaxLength(3);
        builder.Property(e => e.Finess).HasMaxLength(14);
        builder.HasOne(e => e.Pole).WithMany(p => p.Establishments).HasForeignKey(e => e.PoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
