using Intranet.Experts;
using Intranet.Shared;

namespace Intranet.Tests.Experts;

/// <summary>What a draft starts from has no name that we know.</summary>
public sealed class NamesOutTests
{
    private static readonly string[] Names = ["Léa Fontaine", "Karim Lebrun", "CHRS L’Escale", "L’Escale"];

    [Theory]
    [InlineData("Merci Karim, dit Léa.", "Merci [nom retiré], dit [nom retiré].")]
    [InlineData("Vu avec Léa Fontaine à L’Escale.", "Vu avec [nom retiré] à [nom retiré].")]
    [InlineData("Au CHRS L’Escale, rien.", "Au [nom retiré], rien.")]
    [InlineData("Mme Kerbrat et M. Ould Ahmed sont venus.", "[nom retiré] et [nom retiré] sont venus.")]
    [InlineData("M. Lebrun l’a dit.", "[nom retiré] l’a dit.")]
    [InlineData("Madame la juge et monsieur le procureur.", "Madame la juge et monsieur le procureur.")]
    [InlineData("La fontaine de la cour, un CHRS du réseau.", "La fontaine de la cour, un CHRS du réseau.")]
    public void Names_known_or_announced_go_and_the_rest_stays(string text, string expected) => Assert.Equal(expected, NamesOut.Of(text, Names));

    [Fact]
    public void What_the_guard_finds_is_masked_too()
        => Assert.Null(IdentityGuard.Find(NamesOut.Of("Une personne née le 12/03/1985, écrou 12345.", [])));
}
