namespace Intranet.Contacts.Demo;

/// <summary>One of the fourteen establishments of "Les Rives".</summary>
/// <param name="Key">Its name in <see cref="Shared.DemoContext.Ids"/>.</param>
/// <param name="Staff">How many work there today.</param>
/// <param name="HasDirection">Large enough for a direction above the head of service.</param>
internal sealed record DemoHouse(string Key, string Kind, string Name, string Street, string PostalCode, string City, string Department, int Staff, bool HasDirection = false)
{
    /// <summary>The name in <see cref="Shared.DemoContext.Ids"/> of the post that answers for the establishment.</summary>
    public string Head => $"poste-{(HasDirection ? "direction" : "service")}-{Key}";
}

internal static class DemoHouses
{
    public const string HeadOffice = "siege";
    private const string HeadKind = "Siège";

    /// <summary>182 people in post, head office included.</summary>
    public static IReadOnlyList<DemoHouse> All { get; } =
    [
        new(HeadOffice, HeadKind, "Les Rives", "12 rue des Trois-Quais", "75013", "Paris", "75", 12),
        new("chrs-traverse", "CHRS", "La Traverse", "8 rue du Passage-à-Niveau", "93100", "Montreuil", "93", 24, true),
        new("csapa-rive-canal", "CSAPA", "Rive Canal", "31 quai de l’Écluse", "93500", "Pantin", "93", 13),
        new("act-lilas", "ACT", "Les Lilas", "5 allée des Tisserands", "93260", "Les Lilas", "93", 9),
        new("caarud-halte", "CAARUD", "La Halte", "2 place de la Halte", "93200", "Saint-Denis", "93", 8),
        new("chrs-passage", "CHRS", "Le Passage", "17 rue du Bac-Neuf", "94000", "Créteil", "94", 20, true),
        new("csapa-deux-rives", "CSAPA", "Les Deux Rives", "9 rue du Vieux-Moulin", "77000", "Melun", "77", 11),
        new("chrs-escale", "CHRS", "L’Escale", "4 quai du Port-Clair", "77100", "Meaux", "77", 18, true),
        new("act-peupliers", "ACT", "Les Peupliers", "23 chemin des Peupliers", "91100", "Corbeil-Essonnes", "91", 9),
        new("chrs-glycines", "CHRS", "Les Glycines", "6 rue des Glycines-Hautes", "91000", "Évry-Courcouronnes", "91", 16, true),
        new("lhss-saint-clair", "LHSS", "Saint-Clair", "14 rue de l’Abbé-Clair", "92000", "Nanterre", "92", 11),
        new("chu-beaulieu", "CHU", "Beaulieu", "40 passage Beaulieu", "75018", "Paris", "75", 17, true),
        new("pension-acacias", "Pension de famille", "Les Acacias", "3 rue des Acacias-Bleus", "78000", "Versailles", "78", 5),
        new("residence-belvedere", "Résidence sociale", "Le Belvédère", "11 rue du Belvédère-Vert", "95300", "Pontoise", "95", 9),
    ];

    /// <summary>The house whose direction is on long leave: what concerns it goes one level up.</summary>
    public const string OnLeave = "chrs-glycines";

    /// <summary>The house whose head of service left and isn't replaced yet.</summary>
    public const string WithoutHead = "csapa-deux-rives";

    /// <summary>Functions in the order in which people are dealt to an establishment; the first ones hold its posts.</summary>
    public static string FunctionOf(DemoHouse house, int index) => (index + (house.HasDirection ? 0 : house.Key == WithoutHead ? 2 : 1)) switch
    {
        0 => "Directrice ou directeur",
        1 => "Cheffe ou chef de service",
        var n => Teams(house.Kind) is var team ? team[(n - 2) % team.Length] : "",
    };

    private static string[] Teams(string kind) => kind switch
    {
        HeadKind => ["Secrétaire", "Comptable", "Gestionnaire des ressources humaines", "Chargée ou chargé de mission"],
        "CHRS" or "CHU" => ["Éducatrice ou éducateur spécialisé", "Assistante ou assistant social", "Monitrice ou moniteur-éducateur", "CESF", "Veilleuse ou veilleur de nuit", "Éducatrice ou éducateur spécialisé", "Agente ou agent d’accueil", "Veilleuse ou veilleur de nuit", "Psychologue"],
        "CSAPA" or "CAARUD" => ["Éducatrice ou éducateur spécialisé", "Infirmière ou infirmier", "Médecin", "Psychologue", "Assistante ou assistant social", "Secrétaire", "Infirmière ou infirmier", "Agente ou agent d’accueil"],
        "ACT" or "LHSS" => ["Assistante ou assistant social", "Infirmière ou infirmier", "Médecin", "Accompagnante ou accompagnant social", "Éducatrice ou éducateur spécialisé", "Psychologue", "Veilleuse ou veilleur de nuit"],
        _ => ["CESF", "Accompagnante ou accompagnant social", "Agente ou agent d’accueil", "Monitrice ou moniteur-éducateur"],
    };
}
