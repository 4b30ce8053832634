using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Conventions.Data;

internal sealed class SignatoryMapping : IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.IsPartOf("conventions_signatories", s => s.Convention, (Convention c) => c.Signatories, s => s.ConventionId);
        builder.Property(s => s.RefusedReason).HasMaxLength(1000);
        builder.Ignore(s => s.IsPending);
        builder.HasOne(s => s.Post).WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ConventionId, s.PostId }).IsUnique();
    }
}

internal sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.IsPartOf("conventions_amendments", a => a.Convention, (Convention c) => c.Amendments, a => a.ConventionId);
        builder.Property(a => a.Purpose).HasMaxLength(500);
        builder.Property(a => a.Text).HasMaxLength(4000);
        builder.Ignore(a => a.Holds);
        builder.Ignore(a => a.IsProject);
        builder.HasIndex(a => new { a.ConventionId, a.Number }).IsUnique();
    }
}

internal sealed class AmendmentPartyMapping : IEntityTypeConfiguration<AmendmentParty>
{
    public void Configure(EntityTypeBuilder<AmendmentParty> builder)
    {
        builder.IsPartOf("conventions_amendment_parties", p => p.Convention, (System.Linq.Expressions.Expression<Func<Convention, IEnumerable<AmendmentParty>?>>?)null, p => p.ConventionId);
        builder.HasOne(p => p.Amendment).WithMany(a => a.Parties).HasForeignKey(p => p.AmendmentId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne(p => p.Subject).WithMany().HasForeignKey(p => p.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
