using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Intranet.Shared;

/// <summary>What a page needs of htmx, with the names of the Htmx.Net package, which can replace this file.</summary>
public static class HtmxExtensions
{
    /// <summary>True for a request made by htmx.</summary>
    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>True when only a part of the page is wanted: not for a boosted link, nor when history is restored.</summary>
    public static bool WantsFragment(this HttpRequest request)
        => request.IsHtmx() && !request.Headers.ContainsKey("HX-Boosted") && !request.Headers.ContainsKey("HX-History-Restore-Request");

    /// <summary>Writes htmx response headers.</summary>
    public static void Htmx(this HttpResponse response, Action<HtmxHeaders> write) => write(new HtmxHeaders(response.Headers));
}

/// <summary>The response headers that htmx reads.</summary>
public sealed class HtmxHeaders(IHeaderDictionary headers)
{
    /// <summary>Goes to another address by itself, without a full reload.</summary>
    public HtmxHeaders Location(string address) => Set("HX-Location", address);

    /// <summary>Goes to another address with a full reload.</summary>
    public HtmxHeaders Redirect(string address) => Set("HX-Redirect", address);

    /// <summary>Writes the address in the browser's history.</summary>
    public HtmxHeaders PushUrl(string address) => Set("HX-Push-Url", address);

    /// <summary>Raises an event in the page, with its detail.</summary>
    public HtmxHeaders Trigger(string name, object detail) => Set("HX-Trigger", JsonSerializer.Serialize(new Dictionary<string, object> { [name] = detail }));

    /// <summary>Raises an event once the answer is in the page.</summary>
    public HtmxHeaders TriggerAfterSettle(string name) => Set("HX-Trigger-After-Settle", name);

    /// <summary>Reads the page again, wherever it was asked from.</summary>
    public HtmxHeaders Refresh() => Set("HX-Refresh", "true");

    private HtmxHeaders Set(string name, string value)
    {
        headers[name] = value;
        return this;
    }
}
