namespace Intranet.Shared;

/// <summary>What a module settles when two records of one person become one, where there may be one thing only for each person.</summary>
public interface IMergeSource
{
    /// <summary>Saves, within the transaction of the merge, so that all that refers to the duplicate may refer to the record kept.</summary>
    Task SettleAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation);
}
