namespace Intranet.Knowledge.Demo;

/// <summary>Who keeps each page of the first content in "Les Rives", and how long before its date comes; negative once it has.</summary>
/// <param name="Keeper">Name of a post in the demo; empty for nobody.</param>
/// <param name="Verifier">Name of a post; « parti » for somebody who left.</param>
/// <param name="DueIn">Days.</param>
/// <param name="House">Its conventions are what the page rests on.</param>
/// <param name="Partner">As well.</param>
internal sealed record DemoKept(string Slug, string Keeper, string Verifier, int DueIn, int Views, string House = "", string Partner = "");

internal static class DemoPages
{
    public const string Gone = "parti";
    public const string Section = "Nos maisons";

    public static readonly DemoKept[] Kept =
    [
        new("urgence-sans-information", "poste-coordination", "poste-service-chu-beaulieu", 120, 61),
        new("urgence-pas-de-retour", "poste-coordination", "poste-service-chrs-traverse", 96, 84, "chrs-traverse"),
        new("urgence-reliquat", "poste-coordination", "", 20, 33, "chrs-passage"),
        new("urgence-fin-de-mesure", "poste-coordination", "", 140, 29),
        new("qui-est-qui", "poste-coordination", "", 11, 72, "", "tj-bobigny"),
        new("chiffres-cles", "poste-direction-pole", "poste-coordination", -35, 47),
        new("milieu-ouvert", "poste-coordination", "", 210, 55, "", "spip-93"),
        new("placement-exterieur", "poste-service-chrs-traverse", "poste-coordination", 180, 90, "chrs-traverse", "spip-93"),
        new("amenagements-de-peine", "poste-service-chrs-passage", "poste-coordination", -150, 66),
        new("accueillir-sortie-detention", "poste-justice-chrs-escale", "", 300, 58),
        new("effets-incarceration", "poste-service-csapa-rive-canal", "", 410, 24),
        new("secret-et-partage", "poste-direction-pole", "poste-coordination", 160, 69, "csapa-rive-canal"),
        new("reussir-un-partenariat", "poste-direction-pole", "", 330, 31),
        new("preparer-visite-jap", "poste-coordination", Gone, 240, 38, "", "tj-bobigny"),
        new("niveaux-articulation", "poste-coordination", "", 420, 22),
        new("admission-deux-moities", "poste-service-act-lilas", "", 130, 41, "act-lilas"),
        new("ouvrage-methode", "poste-service-csapa-rive-canal", "poste-direction-pole", 500, 18),
        new("evaluer-un-dispositif", "poste-direction-pole", "", 250, 16),
        new("recit-ouvrage", "", "", 640, 9),
    ];

    /// <summary>Who reads what when they arrive; an empty function is everybody.</summary>
    public static readonly (string Slug, string Function, int WithinDays)[] Required =
    [
        ("secret-et-partage", "", 7),
        ("urgence-sans-information", "Veilleuse ou veilleur de nuit", 3),
        ("urgence-pas-de-retour", "Veilleuse ou veilleur de nuit", 3),
        ("urgence-fin-de-mesure", "Veilleuse ou veilleur de nuit", 7),
        ("placement-exterieur", "Éducatrice ou éducateur spécialisé", 14),
        ("qui-est-qui", "Éducatrice ou éducateur spécialisé", 7),
        ("milieu-ouvert", "Assistante ou assistant social", 14),
    ];

    /// <summary>What each house says of itself; titles follow its name.</summary>
    public static readonly (string Title, PageKind Kind, int Months, string Summary, string Text)[] OfHouses =
    [
        ("\u00a0: comment venir", PageKind.Practical, 12, "Accès, horaires d’accueil, qui demander en arrivant.",
            "## Y aller\n\nLe plan et l’adresse sont sur la fiche de l’établissement. L’accueil ouvre à 9 h ; le dimanche, sonner à la porte du jardin.\n\n## En arrivant\n\n1. Se présenter à l’accueil, dire qui l’on vient voir.\n2. Les visites de professionnels se préparent par un appel la veille.\n3. Les proches viennent selon le règlement, affiché dans l’entrée."),
        ("\u00a0: la semaine type", PageKind.Practical, 12, "Repas, réunions, temps collectifs : de quoi proposer des horaires tenables.",
            "## Les heures\n\n| Moment | Horaire |\n| --- | --- |\n| Petit déjeuner | de 7 h à 9 h 30 |\n| Réunion d’équipe | le mardi, de 10 h à 12 h |\n| Dîner | 19 h 15 |\n| Relais de nuit | 21 h 45 |\n\n## À savoir avant une audience\n\nDes horaires de sortie qui laissent dîner à la maison se tiennent mieux. Les demandes de changement passent par la référence justice."),
        ("\u00a0: le relais de nuit", PageKind.Emergency, 6, "Ce que l’équipe du soir dit à celle de la nuit, et ce qui s’écrit.",
            "## À 21 h 45\n\n1. Qui dort là, qui est attendu, à quelle heure.\n2. Ce qui inquiète, en une phrase.\n3. Le numéro de l’astreinte, relu à voix haute.\n\n## Ce qui s’écrit\n\nL’heure et le fait. Jamais de nom dans Passerelle."),
        ("\u00a0: nos partenaires", PageKind.Reference, 12, "Qui nous connaît, qui nous oriente, qui reste à rencontrer.",
            "## Ceux que l’on voit\n\nLes fiches des partenaires disent la date de la dernière rencontre.\n\n## Ceux qu’il faut voir\n\n- [ ] L’antenne de milieu ouvert du SPIP\n- [ ] Le greffe de l’application des peines\n- [ ] La mission locale"),
    ];

    public const string Fictional = "> [!NOTE]\n> Page **fictive** de l’association de démonstration « Les Rives ».\n\n";
}
