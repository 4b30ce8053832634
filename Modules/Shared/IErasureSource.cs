namespace Intranet.Shared;

/// <summary>What a module forgets of a person who is erased (rules.md, "Erasure").</summary>
public interface IErasureSource
{
    /// <summary>Forgets and saves, within the transaction of the erasure; its own values in the history too.</summary>
    /// <param name="name">The person's name until now.</param>
    /// <param name="mail">Their own address until now; may be empty.</param>
    Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation);
}
