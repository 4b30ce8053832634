using FsCheck;
using FsCheck.Fluent;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class SearchRankingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_very_name_comes_first_then_what_begins_so_then_what_holds_the_words()
        => Assert.Equal([3, 1, 2, 4], Order("placement extérieur",
            new(1, "Placement extérieur : cadre et étapes", -9, null, null),
            new(2, "Dossier de placement extérieur", -9, null, null),
            new(3, "Placement extérieur", -2, null, null),
            new(4, "Convention avec le SPIP", -10, null, null)));

    [Fact]
    public void An_acronym_beside_its_name_is_a_name()
        => Assert.Equal([2, 1], Order("jap", new(1, "JAP du TJ de Bobigny", -5, null, null), new(2, "JAP : Juge de l’application des peines", -5, null, null)));

    [Fact]
    public void Among_neighbours_what_was_verified_comes_first()
        => Assert.Equal([2, 3, 1], Order("visite", new(1, "La visite rouge", -5, null, null), new(2, "La visite verte", -5, null, Today.AddMonths(-2)), new(3, "La visite bleue", -5, null, Today.AddYears(-3))));

    [Fact]
    public void Kinds_that_people_look_for_weigh_among_records_found_as_well()
        => Assert.Equal([2, 1], SearchRanking.Order([new(1, "SPIP 93", -5, null, null), new(2, "SPIP 94", -5, null, null)], "spip", SearchTerms.Ask("spip"), Today, r => r.Id == 2 ? 8 : 0).Select(r => r.Id));

    [Fact]
    public void The_order_is_of_the_same_records_whatever_their_first_order() => Prop.ForAll((int[] ranks) =>
    {
        var records = ranks.Take(30).Select((r, i) => new RankedRecord(i, $"Titre {i % 7} visite", -Math.Abs(r / 2), null, null)).ToList();
        var once = Order("visite", [.. records]);
        return once.Count == records.Count && once.SequenceEqual(Order("visite", [.. records.AsEnumerable().Reverse()]));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("villepintte", "villepinte")]
    [InlineData("vilepinte", "villepinte")]
    [InlineData("ivllepinte", "villepinte")]
    [InlineData("boibgny", "bobigny")]
    [InlineData("fleuri", "fleury")]
    [InlineData("villep", null)]
    [InlineData("spi", null)]
    [InlineData("xylophone", null)]
    [InlineData("9300", null)]
    public void A_slip_gives_the_nearest_name(string typed, string? meant) => Assert.Equal(meant, Spelling.Nearest(typed, ["bobigny", "villepinte", "fleury", "merogis"]));

    [Fact]
    public void A_distance_is_the_same_both_ways() => Prop.ForAll((NonNull<string> a, NonNull<string> b) =>
    {
        var (x, y) = (a.Get.Length > 20 ? a.Get[..20] : a.Get, b.Get.Length > 20 ? b.Get[..20] : b.Get);
        return Spelling.Distance(x, y, 99) == Spelling.Distance(y, x, 99) && (Spelling.Distance(x, y, 99) == 0) == (x == y);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_snippet_shows_the_words_where_they_stand_together()
    {
        var text = string.Join(' ', Enumerable.Repeat("mot", 60)) + "\n## Pas de retour\n- Appeler la **permanence** du SPIP avant minuit, puis la [direction](/personnes/4). " + string.Join(' ', Enumerable.Repeat("suite", 60));
        var snippet = Snippet.Of(text, SearchTerms.Ask("permanence minuit"));
        Assert.Contains("Appeler la permanence du SPIP avant minuit, puis la direction", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_no_snippet() => Assert.Equal("", Snippet.Of("rien de tel ici", SearchTerms.Ask("permanence")));

    [Fact]
    public void A_question_leaves_its_small_words()
        => Assert.Equal("quelqu rentre", SearchTerms.Ask("que faire si quelqu’un ne rentre pas ?").ToString());

    [Theory]
    [InlineData("arrivée sans information", "une personne arrive orientee sans information", true)]
    [InlineData("hébergement", "elle est hebergee la", true)]
    [InlineData("peine", "pein", false)]
    public void Endings_are_forgiven_where_nothing_else_was_found(string query, string folded, bool found) => Assert.Equal(found, SearchTerms.Ask(query).Loosened().Matches(folded));

    [Theory]
    [InlineData("gustav", "guichet unique des structures d aval")]
    [InlineData("guichet unique des structures d'aval", "reunion gustav de mai")]
    [InlineData("reunion guichet unique structures aval", "reunion gustav de mai")]
    public void Acronyms_that_people_define_are_found_both_ways(string query, string folded)
    {
        Assert.False(SearchTerms.Ask(query).Matches(folded));
        Assert.True(SearchTerms.Ask(query).Also([new("gustav", "guichet unique des structures d aval"), new("tis", "guichet")]).Matches(folded));
    }

    private static List<int> Order(string query, params RankedRecord[] records) => [.. SearchRanking.Order(records, query, SearchTerms.Ask(query), Today).Select(r => r.Id)];
}
