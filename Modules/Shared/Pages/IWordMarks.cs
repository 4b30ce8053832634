namespace Intranet.Shared;

/// <summary>Explains words where they are met, on the sheets of records: done by the layout, so that no page knows of it.</summary>
public interface IWordMarks
{
    /// <summary>The body of a sheet with its words explained; costs the request no command that counts.</summary>
    /// <param name="sheet">Id of the record that it shows.</param>
    ValueTask<string> MarkAsync(IntranetDb db, string html, int sheet, CancellationToken cancellation);
}
