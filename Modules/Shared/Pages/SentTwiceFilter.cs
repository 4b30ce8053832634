using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Caching.Memory;

namespace Intranet.Shared;

/// <summary>
/// A form sent twice (two clicks, a second try on a slow line) acts once: the second is led where the first was. Two are the same
/// when all their fields are, the token against forged requests included, which differs each time a page is shown.
/// </summary>
public sealed class SentTwiceFilter : IAsyncPageFilter, IDisposable
{
    /// <summary>Longer than a slow answer, shorter than it takes to come back and mean it.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly MemoryCache sent = new(new MemoryCacheOptions());

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (KeyOf(context.HttpContext) is not { } key)
        {
            await next();
            return;
        }
        var form = Find(key);
        await form.Turn.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            if (form.LedTo is { } address)
            {
                context.Result = new LocalRedirectResult(address);
                return;
            }
            var done = await next();
            form.LedTo = done.Exception is null ? (done.Result as LocalRedirectResult)?.Url : null;
        }
        finally
        {
            form.Turn.Release();
        }
    }

    public void Dispose() => sent.Dispose();

    private Sent Find(string key)
    {
        lock (sent)
            return sent.GetOrCreate(key, entry => { entry.AbsoluteExpirationRelativeToNow = Age; return new Sent(); })!;
    }

    /// <summary>Null for what isn't a plain form: htmx leaves the page where it is, and its button may be pressed again; files aren't compared.</summary>
    private static string? KeyOf(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Headers.ContainsKey("HX-Request") || request.Form.Files.Count > 0
            || http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account)
            return null;
        var text = new StringBuilder(account).Append('\0').Append(request.Path).Append(request.QueryString);
        foreach (var (name, values) in request.Form.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append('\0').Append(name).Append('\0').AppendJoin('\0', values.ToArray());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed class Sent
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public string? LedTo { get; set; }
    }
}
