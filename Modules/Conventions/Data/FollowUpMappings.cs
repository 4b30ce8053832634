using System.Linq.Expressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Conventions.Data;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.IsPartOf("conventions_commitments", c => c.Convention, (Convention c) => c.Commitments, c => c.ConventionId);
        builder.Property(c => c.Text).HasMaxLength(500);
        builder.Property(c => c.Comment).HasMaxLength(1000);
    }
}

internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.IsPartOf("conventions_indicators", i => i.Convention, (Convention c) => c.Indicators, i => i.ConventionId);
        builder.Property(i => i.Unit).HasMaxLength(40);
    }
}

internal sealed class IndicatorValueMapping : IEntityTypeConfiguration<IndicatorValue>
{
    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.IsPartOf("conventions_indicator_values", v => v.Convention, (Expression<Func<Convention, IEnumerable<IndicatorValue>?>>?)null, v => v.ConventionId);
        builder.Property(v => v.Comment).HasMaxLength(1000);
        builder.Property(v => v.Hundredths).IsConfidential();
        builder.HasOne(v => v.Indicator).WithMany(i => i.Values).HasForeignKey(v => v.IndicatorId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(v => new { v.IndicatorId, v.Year, v.IsOurs }).IsUnique();
    }
}

internal sealed class AnnualReviewMapping : IEntityTypeConfiguration<AnnualReview>
{
    public void Configure(EntityTypeBuilder<AnnualReview> builder)
    {
        builder.IsPartOf("conventions_reviews", r => r.Convention, (Convention c) => c.Reviews, r => r.ConventionId);
        builder.Property(r => r.Difficulties).HasMaxLength(4000);
        builder.Property(r => r.ResidentsCouncil).HasMaxLength(2000);
        builder.Property(r => r.Reason).HasMaxLength(2000);
        builder.Ignore(r => r.IsSigned);
        builder.Ignore(r => r.CancelledSignature);
        builder.HasIndex(r => new { r.ConventionId, r.Year }).IsUnique();
    }
}

internal sealed class PlaceCountMapping : IEntityTypeConfiguration<PlaceCount>
{
    public void Configure(EntityTypeBuilder<PlaceCount> builder)
    {
        builder.IsPartOf("conventions_place_counts", p => p.Convention, (Convention c) => c.PlaceCounts, p => p.ConventionId);
        builder.HasIndex(p => new { p.ConventionId, p.On }).IsUnique();
    }
}

internal sealed class FinancialYearMapping : IEntityTypeConfiguration<FinancialYear>
{
    public void Configure(EntityTypeBuilder<FinancialYear> builder)
    {
        builder.IsPartOf("conventions_financial_years", f => f.Convention, (Convention c) => c.FinancialYears, f => f.ConventionId);
        builder.HasOne(f => f.Amendment).WithMany().HasForeignKey(f => f.AmendmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.ConventionId, f.Year }).IsUnique();
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.IsPartOf("conventions_referrals", r => r.Convention, (Convention c) => c.Referrals, r => r.ConventionId);
        builder.Property(r => r.Source).HasMaxLength(ReferenceItem.CodeLength);
        builder.Property(r => r.Received).IsConfidential();
        builder.Property(r => r.MetInside).IsConfidential();
        builder.Property(r => r.DayLeave).IsConfidential();
        builder.Property(r => r.Admitted).IsConfidential();
        builder.HasIndex(r => new { r.ConventionId, r.Month, r.Source }).IsUnique();
    }
}

internal sealed class NotConcludedMapping : IEntityTypeConfiguration<NotConcluded>
{
    public void Configure(EntityTypeBuilder<NotConcluded> builder)
    {
        builder.IsPartOf("conventions_not_concluded", n => n.Convention, (Convention c) => c.NotConcluded, n => n.ConventionId);
        builder.Property(n => n.Reason).HasMaxLength(ReferenceItem.CodeLength);
        builder.Property(n => n.Count).IsConfidential();
        builder.HasIndex(n => new { n.ConventionId, n.Month, n.Reason }).IsUnique();
    }
}
