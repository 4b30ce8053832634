using Intranet.Host.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Intranet.Tests.Http;

/// <summary>What is answered while the database is being prepared.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task Health_says_to_come_back_until_ready()
    {
        var readiness = On("Sqlite");
        Assert.Equal(503, await Visit(readiness, "/healthz"));
        readiness.Reached();
        Assert.Equal(204, await Visit(readiness, "/healthz"));
    }

    [Theory]
    [InlineData("Sqlite", "/connexion", false, true)]
    [InlineData("Sqlite", "/connexion", true, false)]
    [InlineData("Sqlite", "/partenaires", false, false)]
    [InlineData("SqlServer", "/connexion", false, false)]
    public async Task Only_the_first_sign_in_page_does_not_wait(string provider, string path, bool cameBefore, bool atOnce)
    {
        var readiness = On(provider);
        var visit = Visit(readiness, path, cameBefore);
        Assert.Equal(atOnce, visit.IsCompleted);
        readiness.Reached();
        Assert.Equal(204, await visit);
    }

    private static Readiness On(string provider)
        => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider }).Build());

    private static async Task<int> Visit(Readiness readiness, string path, bool withCookie = false)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = path } };
        if (withCookie)
            context.Request.Headers.Cookie = "theme=dark";
        await readiness.Hold(context, c =>
        {
            c.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        return context.Response.StatusCode;
    }
}
