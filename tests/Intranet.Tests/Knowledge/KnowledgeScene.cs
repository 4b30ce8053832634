using Intranet.Contacts;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>Pages as tests need them: published, kept by somebody, of some age.</summary>
internal static class KnowledgeScene
{
    private static int sections;

    public static Task<int> AddSection(this IntranetApp app, string name = "Essai") => app.Add(new Section($"{name} {Interlocked.Increment(ref sections)}", "", 0));

    /// <param name="reviewed">The day on which it was published; today when null.</param>
    public static async Task<int> AddPage(this IntranetApp app, string title, int? keeper = null, DateOnly? reviewed = null, int? months = 12, Action<KnowledgePage>? more = null, string text = "Un texte utile.")
    {
        var page = new KnowledgePage(await app.AddSection(), PageKind.Reference, title);
        var on = reviewed ?? app.Today();
        page.Publish(page.Write(title, "En deux phrases.", text, "Première version", 0, 1, "Autrice Essai", DateTime.UnixEpoch), "Autrice Essai", on, DateTime.UnixEpoch);
        page.KeptBy(null, keeper);
        page.ReviewEvery(months);
        more?.Invoke(page);
        return await app.Add(page);
    }

    public static Task<KnowledgePage> PageOf(this IntranetApp app, int id)
        => app.WithDb(db => db.Set<KnowledgePage>().AsNoTracking().Include(p => p.Flags).Include(p => p.Votes).Include(p => p.Watches).Include(p => p.Receipts).Include(p => p.RequiredFor).Include(p => p.Subject.Links).AsSplitQuery().SingleAsync(p => p.Id == id));

    public static Task<int> Change(this IntranetApp app, int id, Action<KnowledgePage> change) => app.WithDb(async db =>
    {
        change(await db.Set<KnowledgePage>().Include(p => p.Subject.Links).Include(p => p.RequiredFor).Include(p => p.Revisions).AsSplitQuery().SingleAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>Somebody of a house, with what they do there.</summary>
    public static Task<int> AddColleague(this IntranetApp app, string last, int house, string function = "Éducatrice", DateOnly? from = null)
    {
        var person = new Person("Ada", last, "essai");
        person.ReachBy("", $"{Folding.Fold(last).Replace(' ', '-')}@essai.passerelle");
        person.Employ(house, function, from ?? new(2020, 1, 6));
        return app.Add(person);
    }

    /// <summary>Sends values to an address with the token of the reader's pages, as a form of another page does.</summary>
    public static async Task<Page> Post(this Browser browser, string address, params (string Name, string Value)[] values)
    {
        var token = (await browser.Get("/filtres")).Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))) };
        request.Headers.Add("RequestVerificationToken", token);
        return await Page.From(address, await browser.Client.SendAsync(request));
    }
}
