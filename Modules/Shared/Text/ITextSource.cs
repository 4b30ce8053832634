namespace Intranet.Shared;

/// <summary>The texts that people write in a module, for what must read them all: which words in capitals does nobody explain?</summary>
public interface ITextSource
{
    /// <summary>Those of records that aren't hidden, read one after the other; who may see a record is asked when it is shown.</summary>
    IAsyncEnumerable<WrittenText> ReadAsync(IntranetDb db);
}

/// <summary>What a record says.</summary>
public sealed class WrittenText
{
    /// <summary>Id of the subject.</summary>
    public required int Id { get; init; }

    public required IReadOnlyList<string> Texts { get; init; }
}
