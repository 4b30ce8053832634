namespace Intranet.Contacts.Demo;

/// <summary>One of the forty-one partners that "Les Rives" follows: institutions by their real names, everything else fictional.</summary>
/// <param name="Key">Its name in <see cref="Shared.DemoContext.Ids"/>.</param>
/// <param name="Kind">Code of the kind of partner.</param>
/// <param name="Owner">The post of ours that keeps the relation.</param>
/// <param name="LastMet">Days since the last meeting that counts; null when there was never one.</param>
public sealed record DemoPartner(string Key, string Kind, string Name, string Department, string City, string Owner, int? LastMet)
{
    public string Parent { get; init; } = "";

    /// <summary>Key in the official directory, so that importing the real files updates the demo's partners (« spip-a44 »…).</summary>
    public string Scheme { get; init; } = "";
    public string Value { get; init; } = "";
    public string Aliases { get; init; } = "";
    public string Territory { get; init; } = "";

    /// <summary>Keys of the courts and prisons of its territory.</summary>
    public string[] Links { get; init; } = [];

    /// <summary>Key of the establishment that meets it: the owner's, else one of the same département.</summary>
    public string House => DemoHouses.All.FirstOrDefault(h => Owner.EndsWith($"-{h.Key}", StringComparison.Ordinal))?.Key
        ?? DemoHouses.All.First(h => h.Key != DemoHouses.HeadOffice && Department.StartsWith(h.Department, StringComparison.Ordinal)).Key;

    /// <summary>Key of the post that answers for that establishment.</summary>
    public string Head => DemoHouses.All.Single(h => h.Key == House).Head;
}

public static class DemoPartners
{
    private const string Coordination = "poste-coordination";
    private const string Pole = "poste-direction-pole";

    /// <summary>29 of them were met within their delay, 9 are late, 3 were never met. Parents come before their children.</summary>
    public static IReadOnlyList<DemoPartner> All { get; } =
    [
        new("disp-paris", "disp", "DISP de Paris", "75|77|78|91|92|93|94|95", "Fresnes", Pole, 130) { Scheme = ImportKeys.Disp, Value = ImportKeys.DispOf("DISP PARIS") },

        Court("tj-bobigny", "Bobigny", "93", "tj93008", Coordination, 44),
        Court("tj-paris", "Paris", "75", "tj75056", "poste-direction-chu-beaulieu", 95),
        Court("tj-creteil", "Créteil", "94", "tj94028", "poste-direction-chrs-passage", 12),
        Court("tj-evry", "Évry", "91", "tj91228", Coordination, 320) with { Aliases = "Tribunal judiciaire d’Évry-Courcouronnes" },
        Court("tj-nanterre", "Nanterre", "92", "tj92050", "poste-service-lhss-saint-clair", 180),
        Court("tj-versailles", "Versailles", "78", "tj78646", Coordination, 425),
        Court("tj-pontoise", "Pontoise", "95", "tj95500", Coordination, 215),
        Court("tj-meaux", "Meaux", "77", "tj77284", Coordination, 160),

        Prison("cp-93", "CP Seine-Saint-Denis", "93", "Villepinte", "poste-direction-chrs-traverse", 58, "Maison d’arrêt de Villepinte\nMaison d’arrêt de Seine-Saint-Denis"),
        Prison("csl-gagny", "CSL Gagny", "93", "Gagny", "poste-direction-chrs-traverse", 240),
        Prison("cp-fresnes", "CP Fresnes", "94", "Fresnes", "poste-direction-chrs-passage", 464, "Maison d’arrêt de Fresnes"),
        Prison("cp-fleury", "CP Fleury-Mérogis", "91", "Fleury-Mérogis", Pole, 429, "Maison d’arrêt de Fleury-Mérogis"),
        Prison("cp-sante", "CP Paris-La Santé", "75", "Paris", "poste-direction-chu-beaulieu", 151, "Maison d’arrêt de la Santé"),
        Prison("cp-nanterre", "CP Nanterre", "92", "Nanterre", "poste-service-lhss-saint-clair", 398, "Maison d’arrêt de Nanterre\nMaison d’arrêt des Hauts-de-Seine"),
        Prison("cp-osny", "CP Osny-Pontoise", "95", "Osny", Coordination, 77, "Maison d’arrêt d’Osny\nMaison d’arrêt du Val-d’Oise"),
        Prison("cp-bois-darcy", "CP Bois-d’Arcy", "78", "Bois-d’Arcy", "poste-service-pension-acacias", null, "Maison d’arrêt de Bois-d’Arcy"),
        Prison("cp-meaux", "CP Meaux-Chauconin-Neufmontiers", "77", "Chauconin-Neufmontiers", "poste-justice-chrs-escale", 310),
        Prison("csl-melun", "CSL Melun", "77", "Melun", "poste-service-csapa-deux-rives", 520),

        Spip("spip-93", "de Seine-Saint-Denis", "de la Seine-Saint-Denis", "93", "Pantin", Coordination, 158,
            "Circonscription judiciaire de Bobigny\nMaison d’arrêt de Villepinte\nCentre de semi-liberté de Gagny", "tj-bobigny", "cp-93", "csl-gagny"),
        Spip("spip-75", "de Paris", "de Paris", "75", "Paris", Coordination, 200,
            "Circonscription judiciaire de Paris\nCentre de semi-liberté de Paris La Santé", "tj-paris", "cp-sante"),
        Spip("spip-94", "du Val-de-Marne", "du Val-de-Marne", "94", "Créteil", Coordination, 141,
            "Circonscription judiciaire de Créteil\nCentre pénitentiaire de Fresnes (quartier pour peines aménagées de Villejuif inclus)", "tj-creteil", "cp-fresnes"),
        Spip("spip-77", "de Seine-et-Marne", "de Seine-et-Marne", "77", "Melun", Coordination, 16,
            "Circonscription judiciaire de Meaux\nCentre pénitentiaire de Meaux-Chauconin-Neufmontiers (quartier centre de détention inclus)\nCentre de semi-liberté de Melun", "tj-meaux", "cp-meaux", "csl-melun"),
        Spip("spip-91", "de l’Essonne", "de l’Essonne", "91", "Corbeil-Essonnes", Coordination, 65,
            "Circonscription judiciaire d’Evry\nMaison d’arrêt de Fleury-Mérogis", "tj-evry", "cp-fleury"),
        Spip("spip-92", "des Hauts-de-Seine", "des Hauts-de-Seine", "92", "Nanterre", Coordination, 402,
            "Circonscription judiciaire de Nanterre\nMaison d’arrêt de Nanterre", "tj-nanterre", "cp-nanterre"),
        Spip("spip-78", "des Yvelines", "des Yvelines", "78", "Versailles", Coordination, 172,
            "Circonscription judiciaire de Versailles\nMaison d’arrêt de Bois-d’Arcy", "tj-versailles", "cp-bois-darcy"),
        Spip("spip-95", "du Val-d’Oise", "du Val-d’Oise", "95", "Pontoise", "poste-service-residence-belvedere", 110,
            "Circonscription judiciaire de Pontoise\nMaison d’arrêt d’Osny-Pontoise", "tj-pontoise", "cp-osny"),

        Antenna("spip-77-meaux", "spip-77", "de Seine-et-Marne", "Meaux", "77", "poste-justice-chrs-escale", 390,
            "Circonscription judiciaire de Meaux\nCentre pénitentiaire de Meaux-Chauconin-Neufmontiers (quartier centre de détention inclus)", "tj-meaux", "cp-meaux"),
        Antenna("spip-77-melun", "spip-77", "de Seine-et-Marne", "Melun", "77", "poste-service-csapa-deux-rives", 84,
            "Circonscription judiciaire de Melun\nCentre de semi-liberté de Melun\nCentre de détention de Melun", "csl-melun"),
        Antenna("spip-91-fleury", "spip-91", "de l’Essonne", "Fleury-Mérogis", "91", "poste-direction-chrs-glycines", 250,
            "Maison d’arrêt de Fleury-Mérogis", "cp-fleury"),
        Antenna("spip-78-versailles", "spip-78", "des Yvelines", "Versailles-Bois-d’Arcy", "78", "poste-service-pension-acacias", 227,
            "Circonscription judiciaire de Versailles\nMaison d’arrêt de Versailles (quartier des semi-liberté inclus)\nMaison d’arrêt de Bois-d’Arcy", "tj-versailles", "cp-bois-darcy"),

        new("usmp-fleury", "health-unit", "Unité sanitaire de Fleury-Mérogis", "91", "Fleury-Mérogis", "poste-service-act-peupliers", 36) { Aliases = "USMP de Fleury-Mérogis" },
        new("usmp-villepinte", "health-unit", "Unité sanitaire de Villepinte", "93", "Villepinte", "poste-service-csapa-rive-canal", 118) { Aliases = "USMP de Villepinte" },
        new("siao-93", "siao", "SIAO de Seine-Saint-Denis", "93", "Bobigny", "poste-direction-chrs-traverse", 27),
        new("siao-75", "siao", "SIAO de Paris", "75", "Paris", "poste-direction-chu-beaulieu", 330),
        new("ars-93", "ars", "ARS Île-de-France, délégation de Seine-Saint-Denis", "93", "Bobigny", Pole, 300),
        new("drihl-93", "ddets", "DRIHL de Seine-Saint-Denis", "93", "Bobigny", Pole, 166),
        new("pjj-93", "pjj", "PJJ, direction territoriale de Seine-Saint-Denis", "93", "Bobigny", "poste-service-caarud-halte", 440),
        new("ml-trois-canaux", "mission-locale", "Mission locale des Trois-Canaux", "93", "Montreuil", "poste-direction-chrs-traverse", 408),
        new("asso-ancrage", "association", "Association L’Ancrage du fleuve", "94", "Créteil", "poste-direction-chrs-passage", null),
        new("asso-relais-nord", "association", "Association Relais du Nord francilien", "95", "Pontoise", Coordination, null),
    ];

    private static DemoPartner Court(string key, string city, string department, string code, string owner, int? lastMet)
        => new(key, "court", $"Tribunal judiciaire {Shared.French.De(city)}", department, city, owner, lastMet) { Scheme = ImportKeys.Court, Value = ImportKeys.CourtOf(code) };

    private static DemoPartner Prison(string key, string name, string department, string city, string owner, int? lastMet, string aliases = "")
        => new(key, "prison", name, department, city, owner, lastMet) { Parent = "disp-paris", Scheme = ImportKeys.Prison, Value = ImportKeys.PrisonOf(name), Aliases = aliases };

    private static DemoPartner Spip(string key, string name, string official, string department, string city, string owner, int? lastMet, string territory, params string[] links)
        => new(key, "spip", $"SPIP {name}", department, city, owner, lastMet)
        {
            Scheme = ImportKeys.Spip,
            Value = ImportKeys.SpipOf($"SPIP {name}"),
            Aliases = $"Service pénitentiaire d’insertion et de probation {official}",
            Territory = territory,
            Links = links,
        };

    private static DemoPartner Antenna(string key, string parent, string spip, string place, string department, string owner, int? lastMet, string territory, params string[] links)
        => new(key, "spip-antenna", $"SPIP {spip}, antenne de {place}", department, place.StartsWith("Versailles", StringComparison.Ordinal) ? "Versailles" : place, owner, lastMet)
        {
            Parent = parent,
            Scheme = ImportKeys.Spip,
            Value = ImportKeys.AntennaOf($"SPIP {spip}", place),
            Territory = territory,
            Links = links,
        };
}
