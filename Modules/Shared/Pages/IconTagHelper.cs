using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Intranet.Shared;

/// <summary><c>&lt;icon name="bell"/&gt;</c>: an icon of the sprite, silent for screen readers.</summary>
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Name in build/icons.txt.</summary>
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/lib/icons.svg#{Name}\"/>");
    }
}
