using System.Collections.Frozen;

namespace Intranet.Shared;

/// <summary>Acronyms that people of the field type instead of the words, and the words instead of them.</summary>
public static class Acronyms
{
    private static readonly FrozenDictionary<string, string> Long = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Courts and people who work there
        ["tj"] = "tribunal judiciaire",
        ["ca"] = "cour d appel",
        ["jap"] = "juge de l application des peines",
        ["tap"] = "tribunal de l application des peines",
        ["jld"] = "juge des libertes et de la detention",
        ["je"] = "juge des enfants",
        ["vpap"] = "vice presidente chargee de l application des peines",
        ["bex"] = "bureau de l execution des peines",
        ["cap"] = "commission d application des peines",
        ["cdad"] = "conseil departemental de l acces au droit",

        // Prison service
        ["spip"] = "service penitentiaire d insertion et de probation",
        ["cpip"] = "conseiller penitentiaire d insertion et de probation",
        ["dpip"] = "directeur penitentiaire d insertion et de probation",
        ["dfspip"] = "directeur fonctionnel du service penitentiaire d insertion et de probation",
        ["alip"] = "antenne locale d insertion et de probation",
        ["disp"] = "direction interregionale des services penitentiaires",
        ["dap"] = "direction de l administration penitentiaire",
        ["dpippr"] = "departement des politiques d insertion de probation et de prevention de la recidive",
        ["cpu"] = "commission pluridisciplinaire unique",
        ["ma"] = "maison d arret",
        ["maf"] = "maison d arret des femmes",
        ["mah"] = "maison d arret des hommes",
        ["cp"] = "centre penitentiaire",
        ["cph"] = "centre provisoire d hebergement",
        ["cd"] = "centre de detention",
        ["mc"] = "maison centrale",
        ["csl"] = "centre de semi liberte",
        ["qsl"] = "quartier de semi liberte",
        ["epm"] = "etablissement penitentiaire pour mineurs",
        ["epsn"] = "etablissement public de sante national",
        ["cne"] = "centre national d evaluation",
        ["sas"] = "structure d accompagnement vers la sortie",
        ["cjpm"] = "code de la justice penale des mineurs",
        ["pjj"] = "protection judiciaire de la jeunesse",

        // Measures
        ["pe"] = "placement exterieur",
        ["ddse"] = "detention a domicile sous surveillance electronique",
        ["arse"] = "assignation a residence avec surveillance electronique",
        ["tig"] = "travail d interet general",
        ["lsc"] = "liberation sous contrainte",
        ["lc"] = "liberation conditionnelle",
        ["sl"] = "semi liberte",
        ["ppsmj"] = "personnes placees sous main de justice",

        // Health
        ["usmp"] = "unite sanitaire en milieu penitentiaire",
        ["smpr"] = "service medico psychologique regional",
        ["uhsa"] = "unite hospitaliere specialement amenagee",
        ["uhsi"] = "unite hospitaliere securisee interregionale",
        ["ars"] = "agence regionale de sante",
        ["csapa"] = "centre de soins d accompagnement et de prevention en addictologie",
        ["caarud"] = "centre d accueil et d accompagnement a la reduction des risques pour usagers de drogues",
        ["act"] = "appartement de coordination therapeutique",
        ["lhss"] = "lits halte soins sante",
        ["lam"] = "lits d accueil medicalises",
        ["cmp"] = "centre medico psychologique",
        ["ch"] = "centre hospitalier",

        // Housing and social action
        ["siao"] = "service integre d accueil et d orientation",
        ["chrs"] = "centre d hebergement et de reinsertion sociale",
        ["chu"] = "centre d hebergement d urgence",
        ["cada"] = "centre d accueil pour demandeurs d asile",
        ["ddets"] = "direction departementale de l emploi du travail et des solidarites",
        ["drihl"] = "direction regionale et interdepartementale de l hebergement et du logement",
        ["mdph"] = "maison departementale des personnes handicapees",
        ["ccas"] = "centre communal d action sociale",
        ["ase"] = "aide sociale a l enfance",
        ["has"] = "haute autorite de sante",
        ["cpom"] = "contrat pluriannuel d objectifs et de moyens",
        ["cvs"] = "conseil de la vie sociale",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Short =
        Long.ToFrozenDictionary(p => Key(p.Value), p => p.Key, StringComparer.Ordinal);

    /// <summary>Number of meaningful words in the longest long form.</summary>
    internal static int LongestPhrase { get; } = Short.Keys.Max(k => k.Count(c => c == ' ') + 1);

    /// <summary>The folded long form of an acronym.</summary>
    /// <param name="word">An acronym in any case: « TJ ».</param>
    /// <returns>« tribunal judiciaire », or <see langword="null"/> when it is no acronym of the field.</returns>
    public static string? Expand(string word) => Long.GetValueOrDefault(Folding.Fold(word));

    /// <summary>The acronym of a long form, whatever its case, accents, plural or small words.</summary>
    /// <param name="phrase">A long form: « Tribunaux judiciaires ».</param>
    /// <returns>« tj », or <see langword="null"/>.</returns>
    public static string? Shorten(string phrase) => Short.GetValueOrDefault(Key(phrase));

    /// <summary>Whether a word is an acronym of the field, in any case.</summary>
    public static bool Contains(string word) => Long.ContainsKey(Folding.Fold(word));

    private static string Key(string phrase) => string.Join(' ', Folding.Words(phrase).Select(Plural.Singular));
}
