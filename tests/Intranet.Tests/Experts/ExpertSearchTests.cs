using System.Globalization;
using Intranet.Experts;
using Xunit.Abstractions;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>What search understands, whom it puts first and why.</summary>
public sealed class ExpertSearchTests(ITestOutputHelper output)
{
    private const double Demanded = 0.85;
    private static readonly Network Network = SearchQueries.Network();

    [Fact]
    public void Forty_questions_find_first_whom_one_would_expect()
    {
        var ranks = SearchQueries.All.Select(q =>
        {
            var results = Find(q.Query);
            var ids = (results.Found.Count > 0 ? results.Found : results.Closest).Select(f => f.Expert.Id).ToList();
            var rank = ids.FindIndex(q.Expected.Contains) + 1;
            output.WriteLine($"{rank,3}  {q.Query}: {string.Join(' ', ids.Take(5))}, expected {string.Join(' ', q.Expected)}");
            return rank == 0 ? 0d : 1d / rank;
        }).ToList();
        var score = ranks.Average();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mean reciprocal rank of {ranks.Count} questions: {score:0.000}"));
        Assert.Equal(40, ranks.Count);
        Assert.True(score >= Demanded, $"Mean reciprocal rank {score:0.000}, {Demanded} is demanded.");
    }

    [Theory]
    [InlineData("pse 77", "Détention à domicile sous surveillance électronique", "77")]
    [InlineData("Détentions à domicile sous surveillance electronique en Seine-et-Marne", "Détention à domicile sous surveillance électronique", "77")]
    [InlineData("ARSE 2a", "Assignation à résidence avec surveillance électronique", "2A")]
    [InlineData("JAP 93100", "Juge de l’application des peines", "93")]
    [InlineData("juge d’application des peines val de marne et voisins", "Juge de l’application des peines", "94")]
    public void Acronyms_plurals_accents_and_places_are_understood(string query, string topic, string department)
    {
        var read = ExpertWords.Read(Network, query);
        Assert.Equal([topic], read.Topics.Select(t => t.First.Name));
        Assert.Equal([department], read.Places.SelectMany(p => p.Departments));
        Assert.Empty(read.Words);
    }

    [Fact]
    public void Each_thing_understood_can_be_taken_away_and_an_unknown_word_is_left_aside()
    {
        var read = ExpertWords.Read(Network, "placement extérieur xyzzy Delattre 93");
        Assert.Equal("xyzzy Delattre 93", read.Topics.Single().Rest);
        Assert.Equal("placement extérieur xyzzy Delattre", read.Places.Single().Rest);
        Assert.Equal([("delattre", true), ("xyzzy", false)], read.Words.Select(w => (w.Word, w.IsKnown)).Order());
        Assert.Equal([2], Ids(Find("placement extérieur xyzzy Delattre 93").Found));
    }

    [Fact]
    public void The_reason_is_told_topic_sureness_territory_and_availability()
    {
        var found = Find("placement extérieur 93").Found;
        Assert.Equal("Placement extérieur (confirmé), dans le 93, disponible", found.Single(f => f.Expert.Id == 1).Why);
        Assert.Equal("Placement extérieur (confirmé), intervient dans le 93, disponible", found.Single(f => f.Expert.Id == 2).Why);
        // Faded knowledge comes last, wherever it is.
        Assert.Equal(4, found[^1].Expert.Id);
        Assert.Equal("Placement extérieur (à reconfirmer), dans le 93, disponible", found[^1].Why);
    }

    [Fact]
    public void A_near_miss_says_where_somebody_is()
    {
        var results = Find("pse 77");
        Assert.Equal("Détention à domicile sous surveillance électronique : aucun dans le 77 ; un dans le 91 ; un dans le 95.", results.NearMiss);
        Assert.Equal("", Find("pse 91").NearMiss);
        Assert.Equal("Libération sous contrainte : aucun dans le 13 ; un dans le 77.", Find("lsc 13").NearMiss);
        Assert.Equal([9], Ids(Find("lsc 13").Closest));
        // Nobody knows it at all: those who know something under the same wider topic.
        var nobody = Find("arse 91");
        Assert.Empty(nobody.Found);
        Assert.Equal([7], Ids(nobody.Closest));
    }

    [Fact]
    public void The_readers_own_resource_comes_before_its_equals_and_nobody_is_always_first()
    {
        var equals = Of([Somebody(1), Somebody(2), Somebody(3)]);
        var leaning = new Network(equals.Topics, equals.Experts, [new(9, 500, 102, OutsidePlacement)], Today);
        Assert.Equal(2, ExpertSearch.Search(leaning, new() { Text = "pe" }, house: 500).Found[0].Expert.Id);
        Assert.Contains("votre établissement ressource", ExpertSearch.Search(leaning, new() { Text = "pe" }, house: 500).Found[0].Why, StringComparison.Ordinal);
        var firsts = Enumerable.Range(0, 30).Select(d => ExpertSearch.Search(new Network(equals.Topics, [.. equals.Experts.Select(e => e with { LeavesOn = null })], [], Today.AddDays(d)), new() { Text = "pe" }).Found[0].Expert.Id).Distinct();
        Assert.Equal([1, 2, 3], firsts.Order());
    }

    [Fact]
    public void Who_has_left_is_not_found_who_is_away_comes_after_and_may_be_hidden()
    {
        var network = Of([Somebody(1) with { UnavailableUntil = Today }, Somebody(2) with { LeavesOn = Today.AddDays(-1) }, Somebody(3)]);
        Assert.Equal([3, 1], Ids(ExpertSearch.Search(network, new() { Text = "pe" }).Found));
        Assert.Equal([3], Ids(ExpertSearch.Search(network, new() { Text = "pe", OnlyAvailable = true }).Found));
    }

    [Fact]
    public void Facets_count_what_each_tick_would_give()
    {
        var results = Find("");
        Assert.Equal(20, results.Found.Count);
        foreach (var facet in results.Facets)
        {
            foreach (var value in facet.Values)
            {
                var filter = facet.Name == "departement" ? new ExpertFilter { Departments = [value.Value] } : new ExpertFilter { Topics = [int.Parse(value.Value, CultureInfo.InvariantCulture)] };
                Assert.Equal(value.Count, ExpertSearch.Search(Network, filter).Found.Count);
            }
        }
        var topic = Network.Topics.Single(t => t.Name == "Addictions").Id;
        var ticked = ExpertSearch.Search(Network, new() { Topics = [topic], Departments = ["93"] });
        Assert.Equal([5, 15], Ids(ticked.Found).Order());
        Assert.Equal(1, ticked.Facets.Single(f => f.Name == "departement").Values.Single(v => v.Value == "77").Count);
        Assert.Equal(2, ExpertSearch.Search(Network, new() { Who = ExpertsShown.Houses }).Found.Count);
    }

    private static ExpertResults Find(string query) => ExpertSearch.Search(Network, new() { Text = query });

    private static List<int> Ids(IEnumerable<FoundExpert> found) => [.. found.Select(f => f.Expert.Id)];
}
