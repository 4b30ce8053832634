using System.Globalization;
using Xunit.Abstractions;

namespace Intranet.Tests.Http;

/// <summary>What the search shows first, over the first content and the demonstration, for who sees all.</summary>
public sealed class SearchQualityTests(SearchQualityTests.WithDemo app, ITestOutputHelper output) : IClassFixture<SearchQualityTests.WithDemo>
{
    private const double Demanded = 0.85;

    [Fact]
    public async Task Sixty_questions_find_first_what_one_would_expect()
    {
        var director = await app.App.SignedIn(Intranet.Shared.Roles.Direction);
        List<double> ranks = [];
        foreach (var (query, expected) in SearchQueries.All)
        {
            var page = await director.GetFragment($"/recherche?q={Uri.EscapeDataString(query)}");
            var titles = page.Document.QuerySelectorAll("section:not([aria-label='Aller à, faire']) .result .item-title").Select(e => Plain(e.TextContent)).ToList();
            var rank = titles.FindIndex(t => expected.Any(e => Plain(e) == t)) + 1;
            output.WriteLine($"{rank,3}  {query}: {string.Join(" | ", titles.Take(4))}");
            ranks.Add(rank == 0 ? 0 : 1d / rank);
        }
        var score = ranks.Average();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mean reciprocal rank of {ranks.Count} questions: {score:0.000}"));
        Assert.Equal(60, ranks.Count);
        Assert.True(score >= Demanded, $"Mean reciprocal rank {score:0.000}, {Demanded} is demanded.");
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim();

    public sealed class WithDemo : IAsyncLifetime
    {
        internal IntranetApp App { get; } = new("--Demo:Enabled", "true");

        public Task InitializeAsync() => App.InitializeAsync();

        public Task DisposeAsync() => App.DisposeAsync();
    }
}
