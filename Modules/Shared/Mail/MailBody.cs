using System.Text;
using System.Text.Encodings.Web;

namespace Intranet.Shared;

/// <summary>The text and the HTML of a mail: sober, readable without pictures, one button; lists when it has several things to say.</summary>
internal static class MailBody
{
    private const string Footer = "Passerelle. Ce message est envoyé automatiquement ; n’y répondez pas. N’écrivez jamais dans un courriel ce qui désigne une personne accompagnée.";
    private const string Paragraph = "margin:0 0 14px;font:15px/1.5 Arial,sans-serif;color:#17202B";

    public static string Text(OutgoingMail mail)
    {
        var text = new StringBuilder();
        if (mail.Name.Length > 0)
            text.Append("Bonjour ").Append(mail.Name).Append(",\n\n");
        foreach (var paragraph in mail.Paragraphs)
            text.Append(paragraph).Append("\n\n");
        foreach (var section in mail.Sections)
            WriteList(text, section);
        if (mail.Action is { } action)
            text.Append(action.Label).Append("\u00a0:\n").Append(action.Address).Append("\n\n");
        foreach (var paragraph in mail.After)
            text.Append(paragraph).Append("\n\n");
        return text.Append("--\n").Append(Footer).Append('\n').ToString();
    }

    public static string Html(OutgoingMail mail)
    {
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>").Append(encoder.Encode(mail.Subject))
            .Append("</title></head><body style=\"margin:0;padding:24px;background:#F5F6F8\"><div style=\"max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #DDE1E6;border-radius:8px\">");
        if (mail.Name.Length > 0)
            Write($"Bonjour {mail.Name},");
        foreach (var paragraph in mail.Paragraphs)
            Write(paragraph);
        foreach (var section in mail.Sections)
            WriteList(html, encoder, section);
        if (mail.Action is { } action)
        {
            html.Append("<p style=\"margin:20px 0\"><a style=\"display:inline-block;padding:10px 18px;border-radius:7px;background:#0B5C6E;color:#fff;font:600 15px/1.4 Arial,sans-serif;text-decoration:none\" href=\"")
                .Append(encoder.Encode(action.Address)).Append("\">").Append(encoder.Encode(action.Label)).Append("</a></p>")
                .Append("<p style=\"margin:0 0 14px;font:13px/1.5 Arial,sans-serif;color:#465263\">Si le bouton ne répond pas, copiez cette adresse :<br>").Append(encoder.Encode(action.Address)).Append("</p>");
        }
        foreach (var paragraph in mail.After)
            Write(paragraph);
        return html.Append("</div><p style=\"max-width:560px;margin:12px auto;font:12px/1.5 Arial,sans-serif;color:#5D6979\">").Append(encoder.Encode(Footer)).Append("</p></body></html>").ToString();

        void Write(string paragraph) => html.Append("<p style=\"").Append(Paragraph).Append("\">").Append(encoder.Encode(paragraph)).Append("</p>");
    }

    private static void WriteList(StringBuilder text, MailSection section)
    {
        text.Append(section.Title.ToUpperInvariant()).Append("\n\n");
        foreach (var item in section.Items)
        {
            text.Append("• ").Append(item.Title).Append("\n  ").Append(item.When).Append('\n');
            if (item.Text.Length > 0)
                text.Append("  ").Append(item.Text).Append('\n');
            text.Append("  ").Append(item.Address).Append('\n');
            if (item.Action is { } action)
                text.Append("  ").Append(action.Label).Append("\u00a0: ").Append(action.Address).Append('\n');
            text.Append('\n');
        }
        if (section.More.Length > 0)
            text.Append(section.More).Append("\n\n");
    }

    private static void WriteList(StringBuilder html, HtmlEncoder encoder, MailSection section)
    {
        html.Append("<h2 style=\"margin:22px 0 8px;font:600 16px/1.4 Arial,sans-serif;color:#17202B\">").Append(encoder.Encode(section.Title)).Append("</h2>");
        foreach (var item in section.Items)
        {
            html.Append("<div style=\"padding:10px 0;border-top:1px solid #DDE1E6\"><p style=\"margin:0;font:600 15px/1.4 Arial,sans-serif\"><a style=\"color:#0B5C6E\" href=\"").Append(encoder.Encode(item.Address)).Append("\">").Append(encoder.Encode(item.Title)).Append("</a></p>")
                .Append("<p style=\"margin:2px 0 0;font:14px/1.5 Arial,sans-serif;color:").Append(item.IsPressing ? "#A3271F" : "#465263").Append("\">").Append(encoder.Encode(item.When)).Append("</p>");
            if (item.Text.Length > 0)
                html.Append("<p style=\"margin:2px 0 0;font:14px/1.5 Arial,sans-serif;color:#465263\">").Append(encoder.Encode(item.Text)).Append("</p>");
            if (item.Action is { } action)
                html.Append("<p style=\"margin:6px 0 0;font:14px/1.5 Arial,sans-serif\"><a style=\"display:inline-block;padding:5px 12px;border:1px solid #0B5C6E;border-radius:6px;color:#0B5C6E;text-decoration:none\" href=\"").Append(encoder.Encode(action.Address)).Append("\">").Append(encoder.Encode(action.Label)).Append("</a></p>");
            html.Append("</div>");
        }
        if (section.More.Length > 0)
            html.Append("<p style=\"").Append(Paragraph).Append("\">").Append(encoder.Encode(section.More)).Append("</p>");
    }
}
