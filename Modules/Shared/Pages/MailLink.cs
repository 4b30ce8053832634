using Microsoft.AspNetCore.Html;

namespace Intranet.Shared;

/// <summary>An e-mail address in a view, which breaks before its at sign rather than in the middle of a word. A function: lists show one a row.</summary>
public static class MailLink
{
    /// <summary><c>@Mail(address)</c>: a link that writes to it.</summary>
    public static IHtmlContent Mail(string address)
        => new HtmlFormattableString("<a href=\"mailto:{0}\">{1}</a>", address, MailText(address));

    /// <summary><c>@MailText(address)</c>: the address alone.</summary>
    public static IHtmlContent MailText(string address)
    {
        var name = address.Split('@')[0];
        return new HtmlContentBuilder(3).Append(name).AppendHtml("<wbr>").Append(address[name.Length..]);
    }
}
