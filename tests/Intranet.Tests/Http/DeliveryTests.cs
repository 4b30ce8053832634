using System.Net;
using Intranet.Shared;

namespace Intranet.Tests.Http;

/// <summary>How answers travel: compressed, cached, over TLS.</summary>
public sealed class DeliveryTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private const int FirstLoad = 200 * 1024;

    [Fact]
    public async Task Pages_are_compressed()
    {
        var browser = await app.SignedIn(Roles.Staff);
        using var answer = await Ask(browser, "/partenaires");
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Files_are_fingerprinted_cached_for_good_and_compressed_at_build()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var files = FilesOf(await browser.Get("/")).Where(f => f.EndsWith("css", StringComparison.Ordinal) || f.Contains(".css?") || f.Contains(".js?")).ToList();
        Assert.True(files.Count >= 4, string.Join(", ", files));
        foreach (var file in files)
        {
            Assert.Contains("?v=", file, StringComparison.Ordinal);
            using var answer = await Ask(browser, file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        }
    }

    [Fact]
    public async Task The_first_load_is_light()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var sizes = new Dictionary<string, int>();
        foreach (var address in FilesOf(await browser.Get("/")).Append("/lib/icons.svg").Prepend("/").Distinct())
        {
            using var answer = await Ask(browser, address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            sizes[address] = (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.True(sizes.Values.Sum() <= FirstLoad, string.Join(Environment.NewLine, sizes.Select(s => $"{s.Value,8} {s.Key}").Append($"{sizes.Values.Sum(),8} in all, at most {FirstLoad}")));
    }

    [Fact]
    public async Task Behind_a_proxy_with_TLS_browsers_are_told_to_stay_there()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/connexion");
        request.Headers.Host = "passerelle.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await app.Anonymous().Client.SendAsync(request);
        Assert.Contains("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_to_anybody()
    {
        var answer = await app.Anonymous().Get("/healthz");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Healthy", answer.Text);
    }

    private static IEnumerable<string> FilesOf(Page page)
        => page.Document.QuerySelectorAll("head link[rel=stylesheet], head link[rel=preload], head script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);

    private static Task<HttpResponseMessage> Ask(Browser browser, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        return browser.Client.SendAsync(request);
    }
}
