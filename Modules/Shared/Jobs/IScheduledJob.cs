namespace Intranet.Shared;

/// <summary>Work that a clock wakes up; a plain class, so that any scheduler can run it.</summary>
public interface IScheduledJob
{
    /// <summary>Stored with each run; never changes.</summary>
    string Code { get; }

    /// <summary>French name, for administration.</summary>
    string Label { get; }

    /// <summary>When it runs, in French words, for administration.</summary>
    string When { get; }

    /// <summary>When it runs, in Europe/Paris: second minute hour day-of-month month day-of-week.</summary>
    string Cron { get; }

    /// <summary>It also runs once when the application starts, to catch up.</summary>
    bool AtStart { get; }

    /// <summary>Does what is due; running it again the same day adds nothing. Answers in a few French words what was done; nothing when there was nothing to do.</summary>
    Task<string> RunAsync(CancellationToken cancellation);
}
