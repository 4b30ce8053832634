namespace Intranet.Knowledge.Content;

/// <summary>The tree that a new database starts with; administration makes it its own.</summary>
internal static class ContentSections
{
    /// <summary>Parents before what they hold; names are not repeated.</summary>
    public static readonly (string Name, string Under, int Order, string Purpose)[] Items =
    [
        ("Que faire si", "", 10, "Seul·e la nuit ou le week-end : quoi faire, dans quel ordre, qui appeler."),
        ("Repères", "", 20, "Qui fait quoi, combien, depuis quand : de quoi parler de la même chose."),
        ("Mesures et peines", "", 30, "Ce que la justice ordonne, avant, pendant et après le jugement."),
        ("Aménagements de peine", "Mesures et peines", 10, "Exécuter une peine hors de la prison : cadre, réussite, échec."),
        ("Accompagner", "", 40, "Accueillir, comprendre, partager l’information sans trahir la confiance."),
        ("Travailler avec la justice", "", 50, "Admissions, visites, rencontres, conventions : ce qui fait tenir un partenariat."),
        ("Démarches et évaluation", "", 60, "Comment un dispositif est né, ce qu’il a coûté, ce qu’il a donné."),
    ];
}
