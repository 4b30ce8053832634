using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Intranet.Shared;

/// <summary>
/// Puts the token against forged requests in every form that posts: the framework leaves it out of those that name their action.
/// One that has its token already gets no second one.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Before the framework's own helper, whose form context tells whether there is a token.</summary>
    public override int Order => -2000;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes["method"]?.Value?.ToString()?.Equals("post", StringComparison.OrdinalIgnoreCase) != true)
            return;
        await output.GetChildContentAsync();
        if (generator.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }
}
