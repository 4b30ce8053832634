using System.Collections.Frozen;

namespace Intranet.Shared;

/// <summary>Départements and inhabited overseas collectivities; codes are text, since Corsica has 2A and 2B.</summary>
public static partial class Departements
{
    private static readonly (string Code, string Name)[] Table =
    [
        ("01", "Ain"), ("02", "Aisne"), ("03", "Allier"), ("04", "Alpes-de-Haute-Provence"), ("05", "Hautes-Alpes"),
        ("06", "Alpes-Maritimes"), ("07", "Ardèche"), ("08", "Ardennes"), ("09", "Ariège"), ("10", "Aube"),
        ("11", "Aude"), ("12", "Aveyron"), ("13", "Bouches-du-Rhône"), ("14", "Calvados"), ("15", "Cantal"),
        ("16", "Charente"), ("17", "Charente-Maritime"), ("18", "Cher"), ("19", "Corrèze"), ("21", "Côte-d’Or"),
        ("22", "Côtes-d’Armor"), ("23", "Creuse"), ("24", "Dordogne"), ("25", "Doubs"), ("26", "Drôme"),
        ("27", "Eure"), ("28", "Eure-et-Loir"), ("29", "Finistère"), ("2A", "Corse-du-Sud"), ("2B", "Haute-Corse"),
        ("30", "Gard"), ("31", "Haute-Garonne"), ("32", "Gers"), ("33", "Gironde"), ("34", "Hérault"),
        ("35", "Ille-et-Vilaine"), ("36", "Indre"), ("37", "Indre-et-Loire"), ("38", "Isère"), ("39", "Jura"),
        ("40", "Landes"), ("41", "Loir-et-Cher"), ("42", "Loire"), ("43", "Haute-Loire"), ("44", "Loire-Atlantique"),
        ("45", "Loiret"), ("46", "Lot"), ("47", "Lot-et-Garonne"), ("48", "Lozère"), ("49", "Maine-et-Loire"),
        ("50", "Manche"), ("51", "Marne"), ("52", "Haute-Marne"), ("53", "Mayenne"), ("54", "Meurthe-et-Moselle"),
        ("55", "Meuse"), ("56", "Morbihan"), ("57", "Moselle"), ("58", "Nièvre"), ("59", "Nord"), ("60", "Oise"),
        ("61", "Orne"), ("62", "Pas-de-Calais"), ("63", "Puy-de-Dôme"), ("64", "Pyrénées-Atlantiques"),
        ("65", "Hautes-Pyrénées"), ("66", "Pyrénées-Orientales"), ("67", "Bas-Rhin"), ("68", "Haut-Rhin"),
        ("69", "Rhône"), ("70", "Haute-Saône"), ("71", "Saône-et-Loire"), ("72", "Sarthe"), ("73", "Savoie"),
        ("74", "Haute-Savoie"), ("75", "Paris"), ("76", "Seine-Maritime"), ("77", "Seine-et-Marne"),
        ("78", "Yvelines"), ("79", "Deux-Sèvres"), ("80", "Somme"), ("81", "Tarn"), ("82", "Tarn-et-Garonne"),
        ("83", "Var"), ("84", "Vaucluse"), ("85", "Vendée"), ("86", "Vienne"), ("87", "Haute-Vienne"),
        ("88", "Vosges"), ("89", "Yonne"), ("90", "Territoire de Belfort"), ("91", "Essonne"),
        ("92", "Hauts-de-Seine"), ("93", "Seine-Saint-Denis"), ("94", "Val-de-Marne"), ("95", "Val-d’Oise"),
        ("971", "Guadeloupe"), ("972", "Martinique"), ("973", "Guyane"), ("974", "La Réunion"), ("976", "Mayotte"),
        ("975", "Saint-Pierre-et-Miquelon"), ("977", "Saint-Barthélemy"), ("978", "Saint-Martin"),
        ("986", "Wallis et Futuna"), ("987", "Polynésie française"), ("988", "Nouvelle-Calédonie"),
    ];

    private static readonly FrozenDictionary<string, string> Names =
        Table.ToFrozenDictionary(d => d.Code, d => d.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Codes =
        Table.ToFrozenDictionary(d => Folding.Fold(d.Name), d => d.Code, StringComparer.Ordinal);

    /// <summary>Every département, by code, those of metropolitan France first.</summary>
    public static IReadOnlyList<(string Code, string Name)> All => Table;

    /// <summary>The written name of a code: « 93 » gives « Seine-Saint-Denis ».</summary>
    /// <param name="code">A code in any case, such as « 2a » or « 971 ».</param>
    /// <returns>The name, or <see langword="null"/> when the code is none of ours.</returns>
    public static string? NameOf(string? code) => code is null ? null : Names.GetValueOrDefault(code.Trim());

    /// <summary>The code of a name, whatever its case, accents and hyphens: « SEINE SAINT DENIS » gives « 93 ».</summary>
    /// <returns>The code, or <see langword="null"/>.</returns>
    public static string? CodeOf(string? name) => Codes.GetValueOrDefault(Folding.Fold(name));

    /// <summary>The code of a postal code's first digits: « 93100 » gives « 93 », « 97400 » gives « 974 ».</summary>
    /// <returns>The code, or <see langword="null"/>; Corsica's postal codes (« 20… ») don't say which half.</returns>
    public static string? OfPostalCode(string? postalCode)
    {
        var digits = postalCode?.Trim().Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (digits.Length != 5)
            return null;
        var code = digits[..(digits.StartsWith("97", StringComparison.Ordinal) || digits.StartsWith("98", StringComparison.Ordinal) ? 3 : 2)];
        return Names.ContainsKey(code) ? code : null;
    }
}
