namespace Intranet.Shared;

/// <summary>Acronyms that people define themselves, beside those of the field (<see cref="Acronyms"/>): search looks for both ways to write a thing.</summary>
public interface ISynonyms
{
    /// <summary>Those of today; costs a request nothing that counts.</summary>
    ValueTask<IReadOnlyList<Synonym>> SynonymsAsync(IntranetDb db, CancellationToken cancellation);
}

/// <summary>Two ways to write one thing, both folded.</summary>
/// <param name="Acronym">« jap »; of several words when it is written so: « ls cmi ».</param>
/// <param name="LongForm">« juge de l application des peines ».</param>
public sealed record Synonym(string Acronym, string LongForm);
