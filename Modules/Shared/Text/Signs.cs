namespace Intranet.Shared;

/// <summary>Spaces and signs of French typography, named because an editor shows them all alike.</summary>
internal static class Signs
{
    /// <summary>Narrow no-break space: thousands, before ; ! ? % and inside « ».</summary>
    internal const string Narrow = "\u202F";

    /// <summary>No-break space: before a colon, a currency and between a number and its unit.</summary>
    internal const string NoBreak = "\u00A0";

    /// <summary>Typographic apostrophe.</summary>
    internal const string Apostrophe = "\u2019";
}
