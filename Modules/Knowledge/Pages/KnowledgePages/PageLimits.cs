namespace Intranet.Knowledge.Pages.KnowledgePages;

internal static class PageLimits
{
    /// <summary>Octets of a value in a form: far beyond what a page holds, so that somebody who pastes too much gets it back with a sentence.</summary>
    public const int Form = 16 * 1024 * 1024;
}
