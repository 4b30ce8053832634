using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A job that ran and did something, or failed; runs that found nothing to do leave no row. Times are real, UTC.</summary>
public sealed class JobRun : IUnaudited
{
    private JobRun() { }

    /// <param name="code">Code of the job.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="result">What it did, in a few French words.</param>
    /// <param name="error">Why it failed, without personal data; empty when it went well.</param>
    public JobRun(string code, DateTime startedAt, TimeSpan duration, string result, string error)
        => (Code, StartedAt, Milliseconds, Result, Error) = (code, startedAt, (int)duration.TotalMilliseconds, Cut(result, 200), Cut(error, 1000));

    public int Id { get; private set; }
    public string Code { get; private set; } = "";
    public DateTime StartedAt { get; private set; }
    public int Milliseconds { get; private set; }
    public string Result { get; private set; } = "";
    public string Error { get; private set; } = "";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("shared_job_runs");
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Error).HasMaxLength(1000).IsTechnical();
        builder.HasIndex(r => new { r.Code, r.StartedAt });
    }
}
