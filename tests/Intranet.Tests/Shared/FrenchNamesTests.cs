using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class FrenchNamesTests
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["fleury merogis"] = "Fleury-Mérogis",
        ["seine saint denis"] = "Seine-Saint-Denis",
        ["aix luynes"] = "Aix-Luynes",
    };

    [Theory]
    [InlineData("Bobigny", "de Bobigny")]
    [InlineData("Évry", "d’Évry")]
    [InlineData("Le Havre", "du Havre")]
    [InlineData("Les Sables-d'Olonne", "des Sables-d’Olonne")]
    [InlineData("La Rochelle", "de La Rochelle")]
    [InlineData("L'Haÿ-les-Roses", "de L’Haÿ-les-Roses")]
    [InlineData("Hyères", "d’Hyères")]
    [InlineData("Haguenau", "de Haguenau")]
    [InlineData("Yvetot", "d’Yvetot")]
    [InlineData("Lens", "de Lens")]
    [InlineData("", "")]
    public void De(string name, string expected) => Assert.Equal(expected, French.De(name));

    [Fact]
    public void Lists()
    {
        Assert.Equal("", French.List());
        Assert.Equal("a", French.List("a"));
        Assert.Equal("a et b", French.List("a", "b"));
        Assert.Equal("a, b et c", French.List("a", "b", "c"));
    }

    [Theory]
    [InlineData("Hélène Vasseur", "HV")]
    [InlineData("éric", "É")]
    [InlineData("Jean-Pierre de La Tour", "JT")]
    [InlineData(" ", "")]
    public void Initials(string name, string expected) => Assert.Equal(expected, French.Initials(name));

    [Theory]
    [InlineData("CP FLEURY MEROGIS", "CP Fleury-Mérogis")]
    [InlineData("CP SEINE SAINT DENIS", "CP Seine-Saint-Denis")]
    [InlineData("CP AIX LUYNES", "CP Aix-Luynes")]
    [InlineData("MA SAINT-MALO", "MA Saint-Malo")]
    [InlineData("MA LA ROCHE SUR YON", "MA La Roche sur Yon")]
    [InlineData("LE HAVRE", "Le Havre")]
    [InlineData("MA BOIS D ARCY", "MA Bois d’Arcy")]
    [InlineData("L'ISLE D ABEAU", "L’Isle d’Abeau")]
    [InlineData("BATIMENT D NORD", "Batiment D Nord")]
    [InlineData("AILE L", "Aile L")]
    [InlineData("CD VILLENEUVE D'ASCQ", "CD Villeneuve d’Ascq")]
    [InlineData("", "")]
    public void TitleCase(string upper, string expected) => Assert.Equal(expected, French.TitleCase(upper, Known));

    [Fact]
    public void Acronyms_can_be_given() =>
        Assert.Equal("UHSA Cp", French.TitleCase("UHSA CP", acronyms: new HashSet<string>(StringComparer.Ordinal) { "uhsa" }));

    [Theory]
    [InlineData("L'accord : signé !", "L’accord\u00A0: signé\u202F!")]
    [InlineData("« Terme »", "«\u202FTerme\u202F»")]
    [InlineData("«Terme»", "«\u202FTerme\u202F»")]
    [InlineData("Qui? Quoi ; 50 %, 30%.", "Qui\u202F? Quoi\u202F; 50\u202F%, 30\u202F%.")]
    [InlineData("De 14:30 à https://exemple.fr/?page=2&x=1;y", "De 14:30 à https://exemple.fr/?page=2&x=1;y")]
    [InlineData("entre 10 et 200 €.", "entre 10 et 200\u00A0€.")]
    [InlineData("à 14h30 ou 9 h 05", "à 14\u00A0h\u00A030 ou 9\u00A0h\u00A005")]
    [InlineData("Suite...", "Suite…")]
    [InlineData("1 200 €", "1\u202F200\u00A0€")]
    [InlineData("", "")]
    public void Typography(string text, string expected)
    {
        Assert.Equal(expected, French.Typography(text));
        Assert.Equal(expected, French.Typography(expected));
    }
}
