using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Meetings.Data;

internal sealed class ClosureMapping : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.ToTable("meetings_closures");
        builder.Property(c => c.Department).HasMaxLength(3);
        builder.HasOne(c => c.Partner).WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LoadMapping : IEntityTypeConfiguration<MeetingLoad>
{
    public void Configure(EntityTypeBuilder<MeetingLoad> builder)
    {
        builder.ToTable("meetings_loads");
        builder.HasKey(l => l.PersonId);
        builder.Property(l => l.PersonId).ValueGeneratedNever();
        builder.HasOne(l => l.Person).WithOne().HasForeignKey<MeetingLoad>(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
