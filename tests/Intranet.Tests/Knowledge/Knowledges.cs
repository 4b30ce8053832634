using System.Globalization;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

internal static class Knowledges
{
    private static int names;

    public static DateOnly Day(this IntranetApp app) => app.Services.GetRequiredService<BusinessDay>().Today;

    /// <summary>A page in a section of its own, published by somebody who isn't in the house any more.</summary>
    public static async Task<int> AddKnowledgePage(this IntranetApp app, string title, string text = "## Quand\n\nDès que possible.", Action<KnowledgePage>? with = null, PageKind kind = PageKind.Practical)
    {
        var section = await app.Add(new Section($"Rubrique de {title}", "", 900));
        var page = new KnowledgePage(section, kind, title);
        var revision = page.Write(title, "Le chapeau.", text, "", 0, 0, "Autrefois", DateTime.UnixEpoch);
        page.Publish(revision, "Autrefois", app.Day(), DateTime.UnixEpoch);
        with?.Invoke(page);
        return await app.Add(page);
    }

    /// <summary>Signed in under a name of one's own: a second look is somebody else's.</summary>
    public static async Task<Browser> SignedInNamed(this IntranetApp app, string name, Roles roles = Roles.Staff, int? person = null)
    {
        var account = $"{Interlocked.Increment(ref names)}-connaissances@essai.passerelle";
        var id = await app.AddAccount(account, roles);
        await app.WithDb(async db =>
        {
            var known = await db.Users.SingleAsync(a => a.Id == id);
            (known.DisplayName, known.PersonId) = (name, person);
            return await db.SaveChangesAsync();
        });
        var browser = app.Anonymous();
        await browser.SignIn(account, IntranetApp.Password);
        return browser;
    }

    public static int IdIn(string address) => int.Parse(address.Split('/', '?')[2], CultureInfo.InvariantCulture);
}
