using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class AuthorisationMapping : IEntityTypeConfiguration<Authorisation>
{
    public void Configure(EntityTypeBuilder<Authorisation> builder)
    {
        builder.IsRecord("contacts_authorisations");
        builder.Property(a => a.Kind).HasMaxLength(ReferenceItem.CodeLength);
        builder.Property(a => a.Notes).HasMaxLength(2000);
        builder.HasOne(a => a.Establishment).WithMany().HasForeignKey(a => a.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Authority).WithMany().HasForeignKey(a => a.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.AskOn);
    }
}

internal sealed class ListedStaffMapping : IEntityTypeConfiguration<ListedStaff>
{
    public void Configure(EntityTypeBuilder<ListedStaff> builder)
    {
        builder.IsPartOf("contacts_authorisation_staff", l => l.Authorisation, (Authorisation a) => a.Listed, l => l.AuthorisationId);
        builder.HasOne(l => l.Person).WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.AuthorisationId, l.PersonId }).IsUnique();
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.IsRecord("contacts_delegations");
        builder.ToTable(t => t.HasCheckConstraint("CK_contacts_delegations_holder", "(PostId IS NULL AND PersonId IS NOT NULL) OR (PostId IS NOT NULL AND PersonId IS NULL)"));
        builder.Property(d => d.What).HasMaxLength(500);
        builder.HasOne(d => d.Post).WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Person).WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrisonAccessMapping : IEntityTypeConfiguration<PrisonAccess>
{
    public void Configure(EntityTypeBuilder<PrisonAccess> builder)
    {
        builder.IsRecord("contacts_prison_accesses");
        builder.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Establishment).WithMany().HasForeignKey(a => a.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Partner).WithMany().HasForeignKey(a => a.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Until);
    }
}
