using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("tj", "tribunal judiciaire")]
    [InlineData("TJ", "tribunal judiciaire")]
    [InlineData("spip", "service penitentiaire d insertion et de probation")]
    [InlineData("CSL", "centre de semi liberte")]
    [InlineData("bobigny", null)]
    public void Acronyms_expand(string word, string? phrase) => Assert.Equal(phrase, Acronyms.Expand(word));

    [Theory]
    [InlineData("Tribunal judiciaire", "tj")]
    [InlineData("tribunaux judiciaires", "tj")]
    [InlineData("Cour d’appel", "ca")]
    [InlineData("Maisons d'arrêt", "ma")]
    [InlineData("tribunal", null)]
    public void Long_forms_shorten(string phrase, string? acronym) => Assert.Equal(acronym, Acronyms.Shorten(phrase));

    [Theory]
    [InlineData("93", "Seine-Saint-Denis")]
    [InlineData("2a", "Corse-du-Sud")]
    [InlineData("971", "Guadeloupe")]
    [InlineData("999", null)]
    [InlineData(null, null)]
    public void Departements_have_names(string? code, string? name) => Assert.Equal(name, Departements.NameOf(code));

    [Fact]
    public void Departement_names_give_their_code_back() =>
        Assert.All(Departements.All, d => Assert.Equal(d.Code, Departements.CodeOf(d.Name.ToUpperInvariant())));

    [Theory]
    [InlineData("TJ Bobigny", "tribunal judiciaire de bobigny")]
    [InlineData("tribunal judiciaire bobigny", "tj bobigny")]
    [InlineData("spip 93", "service penitentiaire d insertion et de probation de la seine saint denis")]
    [InlineData("spip 93", "spip seine saint denis")]
    [InlineData("maisons d'arrêt", "ma de villepinte")]
    [InlineData("conventions", "convention de placement exterieur")]
    [InlineData("villepin", "maison d arret de villepinte")]
    [InlineData("hôpitaux", "hopital de jour")]
    [InlineData("2a", "spip de la corse du sud")]
    [InlineData("", "rien")]
    public void Finds(string query, string folded) => Assert.True(SearchTerms.Parse(query).Matches(folded));

    [Theory]
    [InlineData("TJ Bobigny", "tribunal judiciaire de creteil")]
    [InlineData("cour d'appel", "vacances d ete")]
    [InlineData("inte", "villepinte")]
    [InlineData("spip 93", "spip du val de marne")]
    public void Does_not_find(string query, string folded) => Assert.False(SearchTerms.Parse(query).Matches(folded));

    [Theory]
    [InlineData("tj", "(\"tj\"* OR \"tribunal judiciaire\"*)")]
    [InlineData("cour d’appel de Douai", "(\"cour d appel\"* OR \"ca\") AND (\"douai\"*)")]
    [InlineData("93", "(\"93\"* OR \"seine saint denis\"*)")]
    [InlineData("juges", "(\"juges\"* OR \"juge\"*)")]
    [InlineData("", "")]
    [InlineData(" \" ' * ", "")]
    public void Fts5(string query, string expected) => Assert.Equal(expected, SearchTerms.Parse(query).ToFts5());

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("a* NEAR(b c) NOT {title}: ^x")]
    [InlineData("col:val AND \"open")]
    [InlineData("nul\0nul")]
    [InlineData("\uD800\"")]
    public void Hostile_words_never_become_operators(string query)
    {
        var match = SearchTerms.Parse(query).ToFts5();
        Assert.Matches("^(\\((\"[a-z0-9 ]+\"\\*?( OR )?)+\\)( AND )?)*$", match);
        Assert.Equal(0, match.Count(c => c == '"') % 2);
    }

    [Fact]
    public void A_long_query_is_cut()
    {
        var terms = SearchTerms.Parse(string.Concat(Enumerable.Repeat("mot1 autre ", 10_000)));
        Assert.InRange(terms.Terms.Count, 1, 12);
    }

    [Fact]
    public void A_query_keeps_the_rows_that_match()
    {
        var rows = new[] { "tribunal judiciaire de bobigny", "tj bobigny", "tj creteil" }.Select(t => new Row { Text = t });
        var found = rows.AsQueryable().WhereMatches(SearchTerms.Parse("TJ bobigny"), r => r.Text).Select(r => r.Text);
        Assert.Equal(["tribunal judiciaire de bobigny", "tj bobigny"], found);
        Assert.Equal(3, rows.AsQueryable().WhereMatches(SearchTerms.Parse(" "), r => r.Text).Count());
    }

    private sealed class Row
    {
        public required string Text { get; init; }
    }
}
