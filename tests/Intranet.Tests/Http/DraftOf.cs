namespace Intranet.Tests.Http;

/// <summary>What the page's script does while one types.</summary>
internal static class DraftOf
{
    /// <param name="content">JSON list of [name, value].</param>
    public static async Task<HttpResponseMessage> KeepAsync(Browser browser, string key, string content)
    {
        var page = await browser.Get("/compte");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/brouillons") { Content = new FormUrlEncodedContent([KeyValuePair.Create("key", key), KeyValuePair.Create("content", content)]) };
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content"));
        return await browser.Client.SendAsync(request);
    }
}
