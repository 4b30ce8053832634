using System.Globalization;
using System.Text.Encodings.Web;
using Intranet.Shared;
using Microsoft.AspNetCore.Html;

namespace Intranet.Host.Pages;

/// <summary>Explains the words of the glossary on the sheets of records, without their pages knowing.</summary>
internal static class MarkedBody
{
    /// <summary>A sheet is what an address that ends with a record's id shows; forms, lists and fragments are left as they are.</summary>
    public static int? SheetOf(HttpContext context)
        => context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } && route.EndsWith("/{id:int}", StringComparison.Ordinal) && int.TryParse(context.Request.RouteValues["id"]?.ToString(), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The body of a sheet with its words explained, any other as it is.</summary>
    public static async ValueTask<IHtmlContent> MarkedAsync(this IHtmlContent body, HttpContext context, IWordMarks words, HtmlEncoder encoder)
    {
        if (SheetOf(context) is not { } id)
            return body;
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        body.WriteTo(written, encoder);
        return new HtmlString(await words.MarkAsync(context.RequestServices.GetRequiredService<IntranetDb>(), written.ToString(), id, context.RequestAborted));
    }
}
