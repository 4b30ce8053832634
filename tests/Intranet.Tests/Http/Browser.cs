using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Intranet.Tests.Http;

/// <summary>A person without JavaScript: opens pages, fills forms found in them, sends them with their hidden fields.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client { get; } = client;

    /// <summary>Opens a page, whatever its status.</summary>
    public async Task<Page> Get(string address) => await Page.From(address, await Client.GetAsync(address));

    /// <summary>Opens a page as htmx does.</summary>
    public async Task<Page> GetFragment(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("HX-Request", "true");
        return await Page.From(address, await Client.SendAsync(request));
    }

    /// <summary>Sends the form of the page (the one whose action contains <paramref name="action"/>, or the first in main) with these values changed.</summary>
    public async Task<Page> Send(Page page, IEnumerable<(string Name, string Value)> values, string? action = null)
    {
        var form = page.Form(action);
        var fields = page.FieldsOf(form).Where(f => values.All(v => v.Name != f.Key)).Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var address = form.GetAttribute("action") is { Length: > 0 } target ? target : page.Address;
        return await Page.From(address, await Client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Sends, expects a redirect, and opens where it leads.</summary>
    public async Task<Page> SendAndFollow(Page page, IEnumerable<(string Name, string Value)> values, string? action = null)
    {
        var answer = await Send(page, values, action);
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{answer.Address}: {(int)answer.Status}, expected a redirect. {answer.Errors}");
        return await Get(answer.RedirectsTo!);
    }

    public async Task SignIn(string name, string password)
    {
        var page = await Get("/connexion");
        var answer = await Send(page, [("Input.UserName", name), ("Input.Password", password)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }
}

/// <summary>An answer, parsed.</summary>
public sealed class Page
{
    private static readonly HtmlParser Parser = new();

    private Page(string address, HttpResponseMessage response, string text, IHtmlDocument document)
        => (Address, Response, Text, Document) = (address, response, text, document);

    public string Address { get; }
    public HttpResponseMessage Response { get; }
    public HttpStatusCode Status => Response.StatusCode;
    public string? RedirectsTo => Response.Headers.Location?.OriginalString;

    /// <summary>A header of the answer, empty when it has none of that name.</summary>
    public string Header(string name)
        => Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>SQL commands that it ran, as told by <c>Server-Timing</c>.</summary>
    public int SqlCommands => int.Parse(System.Text.RegularExpressions.Regex.Match(Header("Server-Timing"), @"desc=""(\d+) commands").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The HTML as received.</summary>
    public string Text { get; }
    public IHtmlDocument Document { get; }

    /// <summary>What a person reads in the main part.</summary>
    public string Main => (Document.QuerySelector("main") ?? Document.Body!).TextContent;

    /// <summary>Sentences of the form's errors, for messages of failed tests.</summary>
    public string Errors => string.Join(" | ", Document.QuerySelectorAll(".field-error, .banner.is-bad").Select(e => e.TextContent.Trim()));

    public static async Task<Page> From(string address, HttpResponseMessage response)
    {
        var isText = response.Content.Headers.ContentType?.MediaType is null or "text/html" or "text/plain";
        var text = isText ? await response.Content.ReadAsStringAsync() : "";
        return new Page(address, response, text, Parser.ParseDocument(text));
    }

    public IElement Form(string? action) =>
        Document.QuerySelectorAll("main form, body > form").FirstOrDefault(f => action is null
            ? string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            : f.GetAttribute("action")?.Contains(action, StringComparison.Ordinal) == true)
        ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no form '{action}'.");

    /// <summary>The values that a browser would send.</summary>
    public IEnumerable<KeyValuePair<string, string>> FieldsOf(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                        yield return KeyValuePair.Create(select.Name!, option.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
            }
        }
    }
}
