namespace Intranet.Shared;

/// <summary>One thing that a person carries and that somebody must take over.</summary>
/// <param name="SubjectId">The record.</param>
/// <param name="As">What the person is to it: « référente », « animateur », « responsable d’une action ».</param>
/// <param name="Due">Its next date, if it has one.</param>
public sealed record CarriedItem(int SubjectId, string Kind, string Title, string As, DateOnly? Due = null);

/// <summary>What a module has in a person's hands, and how it is given to another.</summary>
public interface IHandOverSource
{
    /// <summary>What the person carries by name or through the posts held that day.</summary>
    Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation);

    /// <summary>Gives what the person carries by name to a successor, or to nobody; the caller saves. What follows a post follows its next holder by itself.</summary>
    Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation);
}
