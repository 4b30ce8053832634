using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;

namespace Intranet.Shared;

/// <summary><c>@Icon("bell")</c> in a view: an icon of the sprite, silent for screen readers. Pages show hundreds, so each is written once.</summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<string, IHtmlContent> Written = new(StringComparer.Ordinal);

    /// <param name="name">Name in build/icons.txt.</param>
    public static IHtmlContent Icon(string name) => Written.GetOrAdd(name, n => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#{n}\"/></svg>"));
}
