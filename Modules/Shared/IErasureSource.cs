namespace Intranet.Shared;

/// <summary>What a module forgets of a person who is erased (rules.md, "Erasure").</summary>
public interface IErasureSource
{
    /// <summary>Forgets and saves, within the transaction of the erasure; its own values in the history too.</summary>
    /// <param name="name">The person's name until now.</param>
    /// <param name="mail">Their own address until now; may be empty.</param>
    Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation);

    /// <summary>Forgets and saves, within a transaction, those known by their name alone, such as guests, last seen before a day; by default there are none.</summary>
    /// <param name="before">As many months ago as a person is kept after leaving.</param>
    /// <param name="dryRun">Counts only.</param>
    /// <returns>How many.</returns>
    Task<int> ForgetGuestsAsync(IntranetDb db, DateOnly before, bool dryRun, CancellationToken cancellation) => Task.FromResult(0);
}
