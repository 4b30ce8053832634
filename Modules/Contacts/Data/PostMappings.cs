using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.IsRecord("contacts_posts");
        builder.ToTable(t => t.HasCheckConstraint("CK_contacts_posts_owner", "(PartnerId IS NULL AND EstablishmentId IS NOT NULL) OR (PartnerId IS NOT NULL AND EstablishmentId IS NULL)"));
        builder.HasOne(p => p.Partner).WithMany(p => p.Posts).HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Establishment).WithMany(e => e.Posts).HasForeignKey(p => p.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Superior).WithMany().HasForeignKey(p => p.SuperiorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HoldingMapping : IEntityTypeConfiguration<Holding>
{
    public void Configure(EntityTypeBuilder<Holding> builder)
    {
        builder.IsPartOf("contacts_holdings", h => h.Post, (Post p) => p.Holdings, h => h.PostId);
        builder.Property(h => h.Relay).HasMaxLength(2000);
        builder.HasOne(h => h.Person).WithMany(p => p.Holdings).HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.PersonId, h.To });
    }
}
