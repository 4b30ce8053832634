namespace Intranet.Shared;

/// <summary>A rule of reminders, declared by the module that owns the data.</summary>
/// <param name="Code">Stored with each reminder; never changes.</param>
/// <param name="Label">French name, for lists and administration.</param>
/// <param name="Steps">Days before the due date at which a reminder leaves, descending; 0 is the day, negative is late.</param>
/// <param name="OnAtFirst">On before an administrator chooses (trade.md: six rules are on at first).</param>
public sealed record ReminderRule(string Code, string Label, IReadOnlyList<int> Steps, bool OnAtFirst = false)
{
    /// <summary>Days without answer after which the level above is told, before an administrator chooses; never when null.</summary>
    public int? EscalateAfter { get; init; } = 21;

    /// <summary>What is due of a record makes one reminder, which keeps the date under which it was first told while a part of it is still to do.</summary>
    public bool IsGrouped { get; init; }
}

/// <summary>Something that is due: a function of the data and the day, never a job queued long ago.</summary>
public sealed class DueFact
{
    private const int LongestContext = 280;

    /// <summary>The record that it is about.</summary>
    public required int SubjectId { get; init; }

    /// <summary>The day by which it is to be done.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>What to do, an infinitive: « Décider du renouvellement ».</summary>
    public required string Action { get; init; }

    /// <summary>A sentence of context, without the record's title; what is too long for an inbox is cut.</summary>
    public string Context { get; init => field = value.Length <= LongestContext ? value : $"{value[..(LongestContext - 1)].TrimEnd()}…"; } = "";

    /// <summary>The post responsible, whose holder of the day receives it; null when nobody is in charge.</summary>
    public int? PostId { get; init; }

    /// <summary>Other posts that answer as well; whoever takes it on answers for all.</summary>
    public IReadOnlyList<int> AlsoPostIds { get; init; } = [];

    /// <summary>Posts that receive a copy.</summary>
    public IReadOnlyList<int> Copies { get; init; } = [];
}

/// <summary>One rule and what is due under it.</summary>
public interface IReminderSource
{
    ReminderRule Rule { get; }

    /// <summary>Everything due by a day, late things included, as the data stand today; the order doesn't matter.</summary>
    /// <param name="today">The business day.</param>
    /// <param name="until">How far ahead to look: the first step of the rule, or a year for the load to come.</param>
    IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, CancellationToken cancellation);
}
