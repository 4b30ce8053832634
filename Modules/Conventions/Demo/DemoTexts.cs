namespace Intranet.Conventions.Demo;

/// <summary>
/// What some of the fictional agreements say beside their clauses: three frames, the incident protocols (one placement lacks its own,
/// which is a risk), and the pages of the experimental schemes. Only in the first copy of the demo: the others are there for numbers.
/// </summary>
internal static class DemoTexts
{
    /// <summary>Written before it is signed, since signature freezes the frame.</summary>
    /// <param name="partner">The partner's name, as lines call it.</param>
    public static void Write(Convention convention, DemoConvention demo, string partner)
    {
        if (demo is { Kind: "placement" or "experiment", House: not "chrs-glycines" })
            convention.PrepareForIncidents(Proposals.Degrees, Proposals.Nights, Proposals.Warning, Fallback(demo.House));
        switch (demo)
        {
            case { Kind: "placement", House: "chrs-traverse" } or { Kind: "placement", House: "chrs-escale", Life: DemoLife.InForce }:
                convention.Share(Proposals.Sharing(partner));
                convention.TellWhoDoesWhat(Proposals.Roles);
                break;
            case { Kind: "sharing", Partner: "usmp-villepinte" }:
                convention.Share(Health(partner));
                break;
            case { Kind: "experiment" } when Schemes.TryGetValue(demo.House, out var scheme) && demo.Life == DemoLife.InForce:
                convention.TellWhoDoesWhat(scheme.Roles);
                convention.Plan(scheme.Modules);
                convention.Narrate(scheme.Need, scheme.Partners, scheme.Years, scheme.Cost, scheme.Failures, scheme.Evaluation);
                break;
        }
    }

    private static string Fallback(string house) => house switch
    {
        "chrs-traverse" => "Une place de semi-liberté au centre de Gagny, demandée au juge le jour même ; à défaut, le CHRS Le Passage pour trois nuits.",
        "chrs-escale" => "Deux nuits au CHU Beaulieu, le temps que le juge décide.",
        _ => "Une chambre de repli au CHU Beaulieu, demandée par l’astreinte ; le SPIP est prévenu le jour même.",
    };

    private static IReadOnlyList<(string, string, string, SharingRule, string)> Health(string partner) =>
    [
        ("La date de sortie prévue et l’adresse d’hébergement", partner, Proposals.Us, SharingRule.WithConsent, "accord"),
        ("Le premier rendez-vous pris dehors : lieu, jour, heure", Proposals.Us, partner, SharingRule.WithConsent, "accord"),
        ("L’ordonnance de sortie et le relais du traitement", partner, Proposals.Us, SharingRule.WithConsent, "accord"),
        ("Un danger grave et imminent, pour la personne ou pour autrui", Proposals.Us, partner, SharingRule.Must, "danger"),
        ("Le motif de l’incarcération et le contenu du dossier pénal", Proposals.Us, partner, SharingRule.Never, "226-13"),
        ("Le suivi de soins, au personnel non soignant", partner, Proposals.Us, SharingRule.Never, "sante"),
    ];

    private sealed record Scheme(
        (string What, string Who)[] Roles, (string Title, string RunBy, string When)[] Modules,
        string Need, string Partners, string Years, string Cost, string Failures, string Evaluation);

    private static readonly Dictionary<string, Scheme> Schemes = new()
    {
        ["csapa-rive-canal"] = new(
            [
                ("Vous recevoir pendant la journée", "L’équipe de l’accueil de jour, au CSAPA"),
                ("Fixer vos heures de sortie", "Le juge. Le centre de semi-liberté les applique."),
                ("Vous aider à trouver un logement", "L’assistante ou l’assistant social du CSAPA"),
                ("Savoir si vous êtes venu", "Le CSAPA dit au centre vos heures d’arrivée et de départ, rien d’autre"),
            ],
            [
                ("Premier rendez-vous ensemble", "CSAPA et CPIP", "dans la semaine de l’arrivée"),
                ("Atelier papiers et droits", "Assistance sociale du CSAPA", "le mardi matin"),
                ("Groupe de parole", "Psychologue du CSAPA", "le jeudi de 14 h à 16 h"),
                ("Repas préparé en commun", "Équipe éducative", "le vendredi midi"),
                ("Point de sortie à trois", "CSAPA, CPIP et la personne", "un mois avant la fin de la mesure"),
            ],
            "Des personnes en semi-liberté passaient la journée dehors sans lieu où aller, et rentraient en retard faute de transport ou de rendez-vous tenus.",
            "Le centre de semi-liberté, l’antenne du SPIP, l’équipe du CSAPA ; l’agence régionale de santé a été prévenue, puis associée la deuxième année.",
            "2024 : constat ; 2025 : dix mois d’essai à quatre ; 2026 : convention",
            "Un mi-temps éducatif, deux heures de psychologue par semaine, les repas. Payé pour moitié sur nos fonds la première année.",
            "Le groupe du soir n’a jamais réuni plus de deux personnes : les horaires de retour ne le permettaient pas. La fiche de liaison papier se perdait.",
            "Un regard extérieur est prévu chaque année. On sait que les retards ont baissé ; on ne sait pas encore ce que deviennent les personnes six mois après."),
        ["chrs-traverse"] = new(
            [
                ("Examiner votre demande", "La commission : le CHRS, le SPIP et le tribunal, ensemble, deux fois par mois"),
                ("Remplir votre dossier", "Vous, avec le CPIP pour la partie justice et l’équipe sociale pour le reste"),
                ("Vous donner la réponse", "Le CPIP, dans les trois jours, avec les raisons si c’est non"),
            ],
            [
                ("Commission d’admission", "Le CHRS, par téléphone si besoin", "les premier et troisième mardis du mois"),
                ("Visite avant l’arrivée", "Équipe éducative", "lors d’une permission ou d’une sortie de la journée"),
                ("Relecture des refus", "Les trois partenaires", "chaque trimestre"),
            ],
            "Les dossiers arrivaient par moitié, chacun attendant la partie de l’autre ; des places restaient vides pendant que des personnes attendaient.",
            "Le SPIP, le service de l’application des peines du tribunal, le CHRS. Le greffe a proposé le calendrier.",
            "2025 : trois réunions de mise au point ; depuis 2026 : deux commissions par mois",
            "Une demi-journée par quinzaine pour trois personnes. Aucun argent nouveau.",
            "La première version du dossier comptait onze pages : personne ne la remplissait. L’unité sanitaire n’a pas pu se joindre à nous.",
            "Délai médian entre la demande et la réponse, compté par le SPIP. Le tribunal relit chaque année les refus."),
        ["residence-belvedere"] = new(
            [
                ("Choisir le chantier", "Le SPIP et la commune, avec l’équipe de la résidence"),
                ("Vous accompagner sur le chantier", "L’encadrante ou l’encadrant technique"),
                ("Compter vos heures", "L’encadrement les note, le SPIP les vérifie"),
            ],
            [
                ("Accueil et règles de sécurité", "Encadrement technique", "le premier lundi"),
                ("Chantier", "Encadrement technique", "du lundi au jeudi, de 9 h à 16 h"),
                ("Bilan avec la commune", "SPIP et résidence", "la dernière semaine"),
            ],
            "Peu de postes de travail d’intérêt général acceptaient des personnes sans logement ; les peines attendaient.",
            "Le SPIP, la commune, la résidence. Deux associations du quartier ont prêté l’outillage.",
            "2025 : deux chantiers ; 2026 : quatre prévus",
            "L’encadrement pour quatre semaines, l’outillage, les repas.",
            "Le chantier d’hiver a été arrêté deux fois par le froid. Nous avions sous-estimé le temps passé avec la commune.",
            "Heures faites sur heures prononcées. L’évaluation est confiée à l’université, sur les deux premières années."),
    };
}
