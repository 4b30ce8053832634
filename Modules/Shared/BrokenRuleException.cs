namespace Intranet.Shared;

/// <summary>A rule of the trade was broken; the message is a French sentence for the person.</summary>
public class BrokenRuleException(string sentence, string? field = null) : Exception(sentence)
{
    /// <summary>The form's field that the sentence is about, if one is.</summary>
    public string? Field { get; } = field;
}
