using System.Net;
using System.Text.RegularExpressions;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Http;

public sealed partial class ErrorPageTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Theory]
    [InlineData(400, "Demande incomprise")]
    [InlineData(403, "Accès réservé")]
    [InlineData(404, "Page introuvable")]
    [InlineData(405, "Action impossible")]
    [InlineData(409, "Modifié entre-temps")]
    [InlineData(413, "Envoi trop volumineux")]
    [InlineData(422, "Enregistrement refusé")]
    [InlineData(429, "Trop d’essais")]
    [InlineData(500, "Incident")]
    public async Task Errors_speak_French(int status, string title)
    {
        var page = await app.Anonymous().Get($"/erreur/{status}");
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(title, page.Main, StringComparison.Ordinal);
        AssertNoTrace(page);
    }

    [Fact]
    public async Task The_second_of_two_equal_rows_is_a_conflict()
        => Assert.Equal(StatusCodes.Status409Conflict, Responses.StatusOf(await Assert.ThrowsAsync<DbUpdateException>(() => app.WithDb(db =>
        {
            db.AddRange(new ReferenceItem("measures", "Deux fois", "Une", 1), new ReferenceItem("measures", "Deux fois", "Deux", 2));
            return db.SaveChangesAsync();
        }))));

    [Fact]
    public async Task An_unknown_address_is_told_inside_the_layout()
    {
        var page = await (await app.SignedIn(Roles.Staff)).Get("/nulle-part");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Page introuvable", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("nav[aria-label='Menu principal']"));
    }

    [Fact]
    public async Task An_incident_tells_a_reference_and_no_detail()
    {
        var broken = new IntranetApp();
        await broken.InitializeAsync();
        var browser = await broken.SignedIn(Roles.Staff);
        await broken.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP TABLE shared_saved_filters"));
        var page = await browser.Get("/filtres");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Incident", page.Main, StringComparison.Ordinal);
        Assert.Contains("Référence", page.Main, StringComparison.Ordinal);
        AssertNoTrace(page);
        await broken.DisposeAsync();
    }

    [Fact]
    public void Rules_and_conflicts_have_their_own_status()
    {
        Assert.Equal(StatusCodes.Status422UnprocessableEntity, Responses.StatusOf(new BrokenRuleException("Non.")));
        Assert.Equal(StatusCodes.Status409Conflict, Responses.StatusOf(new DbUpdateConcurrencyException()));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, Responses.StatusOf(new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge)));
        Assert.Equal(StatusCodes.Status500InternalServerError, Responses.StatusOf(new InvalidOperationException()));
    }

    private static void AssertNoTrace(Page page) => Assert.DoesNotMatch(Trace(), page.Text);

    [GeneratedRegex(@"Exception|\.cs:line|   at |SQLite|Microsoft\.")]
    private static partial Regex Trace();
}
