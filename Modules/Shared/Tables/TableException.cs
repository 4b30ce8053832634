namespace Intranet.Shared;

/// <summary>A file that can't be read as a table; the message is a French sentence for the person who sent it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="line">The line, as a spreadsheet numbers it, when one line is at fault.</param>
/// <param name="inner">The technical cause.</param>
public sealed class TableException(string message, int? line = null, Exception? inner = null)
    : Exception(French.Typography(message), inner)
{
    /// <summary>The line at fault, as a spreadsheet numbers it, or <see langword="null"/>.</summary>
    public int? Line { get; } = line;
}
