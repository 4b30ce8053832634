namespace Intranet.Shared;

/// <summary>A module's part of the fictional association "Les Rives".</summary>
public interface IDemoSource
{
    /// <summary>Adds the module's demo rows for one copy of the association; called in the modules' order, in one transaction a copy.</summary>
    Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation);

    /// <summary>What the four accounts did; for the first copy only, once they exist.</summary>
    Task LoadForAccountsAsync(IntranetDb db, DemoContext context, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>What the modules share while the demo loads.</summary>
/// <param name="Today">Everything is dated relative to it.</param>
/// <param name="Copy">From 0; copies after the first carry their number in names.</param>
public sealed record DemoContext(DateOnly Today, int Copy)
{
    /// <summary>Ids of subjects by a name that the demo's code gives them ("spip-93", "chrs-traverse", "poste-coordination").</summary>
    public Dictionary<string, int> Ids { get; } = [];

    /// <summary>Deterministic: the same copy gets the same values on every machine.</summary>
    public Random Random { get; } = new(20261121 + Copy);
}
