using System.Linq.Expressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Conventions.Data;

internal sealed class SharingLineMapping : IEntityTypeConfiguration<SharingLine>
{
    public void Configure(EntityTypeBuilder<SharingLine> builder)
    {
        builder.IsPartOf("conventions_sharing_lines", l => l.Convention, (Convention c) => c.Sharing, l => l.ConventionId);
        builder.Property(l => l.What).HasMaxLength(500);
        builder.Property(l => l.Basis).HasMaxLength(ReferenceItem.CodeLength);
    }
}

internal sealed class IncidentProtocolMapping : IEntityTypeConfiguration<IncidentProtocol>
{
    public void Configure(EntityTypeBuilder<IncidentProtocol> builder)
    {
        builder.IsPartOf("conventions_incident_protocols", p => p.Convention, (Convention c) => c.IncidentProtocols, p => p.ConventionId);
        builder.Property(p => p.NightsAndWeekends).HasMaxLength(1000);
        builder.Property(p => p.Warning).HasMaxLength(1000);
        builder.Property(p => p.Fallback).HasMaxLength(1000);
        builder.Ignore(p => p.Clauses);
        builder.HasIndex(p => p.ConventionId).IsUnique();
    }
}

internal sealed class IncidentDegreeMapping : IEntityTypeConfiguration<IncidentDegree>
{
    public void Configure(EntityTypeBuilder<IncidentDegree> builder)
    {
        builder.IsPartOf("conventions_incident_degrees", d => d.Convention, (Expression<Func<Convention, IEnumerable<IncidentDegree>?>>?)null, d => d.ConventionId);
        builder.Property(d => d.What).HasMaxLength(500);
        builder.Property(d => d.WhoTellsWhom).HasMaxLength(500);
        builder.HasOne(d => d.Protocol).WithMany(p => p.Degrees).HasForeignKey(d => d.ProtocolId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class RoleLineMapping : IEntityTypeConfiguration<RoleLine>
{
    public void Configure(EntityTypeBuilder<RoleLine> builder)
    {
        builder.IsPartOf("conventions_roles", r => r.Convention, (Convention c) => c.Roles, r => r.ConventionId);
        builder.Property(r => r.What).HasMaxLength(500);
    }
}

internal sealed class ProgrammeModuleMapping : IEntityTypeConfiguration<ProgrammeModule>
{
    public void Configure(EntityTypeBuilder<ProgrammeModule> builder)
        => builder.IsPartOf("conventions_programme", m => m.Convention, (Convention c) => c.Programme, m => m.ConventionId);
}

internal sealed class NarrativeMapping : IEntityTypeConfiguration<Narrative>
{
    public void Configure(EntityTypeBuilder<Narrative> builder)
    {
        builder.IsPartOf("conventions_narratives", n => n.Convention, (Convention c) => c.Narratives, n => n.ConventionId);
        builder.Property(n => n.Need).HasMaxLength(2000);
        builder.Property(n => n.Partners).HasMaxLength(2000);
        builder.Property(n => n.Cost).HasMaxLength(1000);
        builder.Property(n => n.Failures).HasMaxLength(2000);
        builder.Property(n => n.Evaluation).HasMaxLength(2000);
        builder.Ignore(n => n.Chapters);
        builder.HasIndex(n => n.ConventionId).IsUnique();
    }
}
