using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class FoldingTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("   \t ", "")]
    [InlineData("d'Évry", "d evry")]
    [InlineData("d’Évry-Courcouronnes", "d evry courcouronnes")]
    [InlineData("L’Haÿ-les-Roses", "l hay les roses")]
    [InlineData("ŒUVRE, cœur & Lætitia", "oeuvre coeur laetitia")]
    [InlineData("E\u0301cole", "ecole")]
    [InlineData("12\u202F345\u00A0€", "12 345")]
    [InlineData("  « Fleury–Mérogis » !", "fleury merogis")]
    [InlineData("a\u0000b", "a b")]
    [InlineData("zéro\u200Bespace", "zeroespace")]
    [InlineData("１２３ ﬁn", "123 fin")]
    public void Folds(string? text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void A_lone_surrogate_does_no_harm() => Assert.Equal("a b", Folding.Fold("a\uD800b"));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        foreach (var (_, name) in Departements.All)
            Assert.Equal(Folding.Fold(name), Folding.Fold(Folding.Fold(name)));
    }

    [Theory]
    [InlineData("Tribunal judiciaire d'Évry", "tribunal judiciaire evry")]
    [InlineData("Le Havre et la Baie", "havre baie")]
    [InlineData("La Le", "la le")]
    [InlineData("", "")]
    public void Words_drop_what_carries_no_meaning(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Folding.Words(text)));
}
