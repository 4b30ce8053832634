namespace Intranet.Shared;

/// <summary>The day's reminders, for the command line.</summary>
public interface IReminderRun
{
    /// <summary>Computes what is due that day and tells it, or says what it would tell.</summary>
    Task<IReadOnlyList<ReminderLine>> RunAsync(DateOnly today, bool dryRun, CancellationToken cancellation);
}

/// <summary>Who is told what, and why.</summary>
/// <param name="Step">Days before the due date; negative when late.</param>
public sealed record ReminderLine(string Rule, string Subject, string SubjectUrl, DateOnly Due, int Step, string Recipient, string Reason);
