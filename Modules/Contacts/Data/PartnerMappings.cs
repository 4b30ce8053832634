using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class PartnerKindMapping : IEntityTypeConfiguration<PartnerKind>
{
    public void Configure(EntityTypeBuilder<PartnerKind> builder)
    {
        builder.ToTable("contacts_partner_kinds");
        builder.Property(k => k.Code).HasMaxLength(30);
        builder.HasIndex(k => k.Code).IsUnique();
    }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.IsRecord("contacts_partners");
        builder.Property(p => p.Aliases).HasMaxLength(2000);
        builder.Property(p => p.Territory).HasMaxLength(-1);
        builder.Property(p => p.Notes).HasMaxLength(4000);
        builder.Property(p => p.PostalCode).HasMaxLength(10);
        builder.HasOne(p => p.Kind).WithMany().HasForeignKey(p => p.KindId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.RelationOwner).WithMany(o => o.Followed).HasForeignKey(p => p.RelationOwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.MergedInto).WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Name);
    }
}

internal sealed class PartnerIdentifierMapping : IEntityTypeConfiguration<PartnerIdentifier>
{
    public void Configure(EntityTypeBuilder<PartnerIdentifier> builder)
    {
        builder.IsPartOf("contacts_partner_identifiers", i => i.Partner, (Partner p) => p.Identifiers, i => i.PartnerId);
        builder.Property(i => i.Scheme).HasMaxLength(30);
        builder.HasIndex(i => new { i.Scheme, i.Value }).IsUnique();
    }
}

internal sealed class PrisonWingMapping : IEntityTypeConfiguration<PrisonWing>
{
    public void Configure(EntityTypeBuilder<PrisonWing> builder)
        => builder.IsPartOf("contacts_prison_wings", w => w.Partner, (Partner p) => p.Wings, w => w.PartnerId);
}
