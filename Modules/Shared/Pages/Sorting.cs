using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Intranet.Shared;

/// <summary><c>&lt;sort-header key="nom" label="Nom"/&gt;</c>: a column's heading that sorts by <c>?tri=nom</c>, then <c>?tri=-nom</c>.</summary>
public sealed class SortHeaderTagHelper : TagHelper
{
    public required string Key { get; set; }
    public required string Label { get; set; }

    /// <summary>The order when the address names none.</summary>
    public bool IsDefault { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var current = request.Query["tri"].ToString() is { Length: > 0 } asked ? asked : IsDefault ? Key : "";
        var ascending = current == Key;
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : current == "-" + Key ? "descending" : "none");
        var link = new TagBuilder("a");
        link.Attributes["href"] = request.With("tri", ascending ? "-" + Key : Key);
        link.InnerHtml.Append(Label);
        output.Content.SetHtmlContent(link);
    }
}
