using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>
/// <c>&lt;form method="post" draft="convention-17"&gt;</c>: what is typed is kept as a draft, offered at the next visit and
/// deleted once the form has been accepted. Nothing else is needed (see <see cref="DraftFilter"/>).
/// </summary>
[HtmlTargetElement("form", Attributes = "draft")]
public sealed class DraftTagHelper(IntranetDb db, CurrentUser user, IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The form's name, with the record's id where there is one.</summary>
    public required string Draft { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-draft", Draft);
        output.Attributes.SetAttribute("data-warn-leave", "");
        output.PreContent.AppendHtml("<input type=\"hidden\" name=\"").AppendHtml(DraftFilter.Field).AppendHtml("\" value=\"").Append(Draft).AppendHtml("\">");
        var request = ViewContext.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method))
            return;
        var saved = await db.Set<Draft>().Where(d => d.AccountId == user.Id && d.Key == Draft).Select(d => (DateTime?)d.SavedAt).FirstOrDefaultAsync();
        if (saved is not { } at)
            return;
        var time = $"<time datetime=\"{at.ToString("O", CultureInfo.InvariantCulture)}\">";
        var resumed = request.Query[DraftFilter.Query] == Draft;
        output.PreContent.AppendHtml("<div class=\"banner\" role=\"note\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#history\"/></svg><p class=\"banner-text\">")
            .Append(resumed ? "Vous reprenez votre brouillon du " : "Vous aviez commencé cette saisie : un brouillon du ").AppendHtml(time).Append(French.DateTime(at)).AppendHtml("</time>").Append(resumed ? "." : " est gardé.")
            .AppendHtml("</p><div class=\"inline\">");
        if (!resumed)
            output.PreContent.AppendHtml("<a class=\"btn btn-sm\" href=\"").Append(request.With(DraftFilter.Query, Draft)).AppendHtml("\">Reprendre le brouillon</a> ");
        // In a form of its own: as the first button of this one it would answer the Enter key.
        output.PreContent.AppendHtml("<button class=\"btn btn-ghost btn-sm is-quiet\" form=\"draft-removal\">Supprimer le brouillon</button></div></div>");
        output.PostElement.AppendHtml("<form id=\"draft-removal\" method=\"post\" action=\"/brouillons/supprimer\"><input type=\"hidden\" name=\"").AppendHtml(DraftFilter.Field).AppendHtml("\" value=\"").Append(Draft).AppendHtml("\">")
            .AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext)).AppendHtml("</form>");
    }
}
