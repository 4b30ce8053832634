namespace Intranet.Tests.Http;

/// <summary>Sixty questions over the first content and the demonstration, as people type them, and the titles that would answer: any of them.</summary>
internal static class SearchQueries
{
    public static readonly (string Query, string[] Expected)[] All =
    [
        // Words of the field, acronyms both ways
        ("JAP", ["JAP : Juge de l’application des peines"]),
        ("juge de l'application des peines", ["JAP : Juge de l’application des peines"]),
        ("juge application peines", ["JAP : Juge de l’application des peines"]),
        ("spip", ["SPIP : Service pénitentiaire d’insertion et de probation"]),
        ("cpip", ["CPIP : Conseillère ou conseiller pénitentiaire d’insertion et de probation"]),
        ("ddse", ["DDSE : Détention à domicile sous surveillance électronique"]),
        ("tgi", ["TGI : Tribunal de grande instance"]),
        ("tribunal de grande instance", ["TGI : Tribunal de grande instance"]),
        ("usmp", ["USMP : Unité sanitaire en milieu pénitentiaire"]),
        ("unité sanitaire en milieu pénitentiaire", ["USMP : Unité sanitaire en milieu pénitentiaire"]),
        ("smpr", ["SMPR : Service médico-psychologique régional"]),
        ("lsc", ["LSC : Libération sous contrainte"]),
        ("travaux d'intérêt général", ["TIG : Travail d’intérêt général", "Travail d’intérêt général"]),
        ("ppsmj", ["PPSMJ : Personne placée sous main de justice"]),
        ("desistance", ["Désistance"]),
        ("levée d'écrou", ["Levée d’écrou"]),
        ("CHRS", ["CHRS : Centre d’hébergement et de réinsertion sociale"]),
        ("sortie seche", ["Sortie sèche"]),

        // Pages, in one's own words
        ("placement extérieur", ["Le placement extérieur : cadre, réussite, échec", "Placement extérieur", "PE : Placement extérieur"]),
        ("milieu ouvert", ["Le milieu ouvert : qui, quand, combien", "Milieu ouvert"]),
        ("visite d'un juge", ["Préparer la visite d’un juge ou d’une équipe du SPIP chez nous"]),
        ("préparer une visite de JAP", ["Préparer la visite d’un juge ou d’une équipe du SPIP chez nous"]),
        ("secret médical", ["Secret professionnel, médical, partagé : un cadre pour en parler", "Secret médical"]),
        ("secret partagé", ["Secret professionnel, médical, partagé : un cadre pour en parler", "Secret partagé"]),
        ("accueillir quelqu'un qui sort de prison", ["Accueillir une personne qui sort de détention"]),
        ("sortie de détention", ["Accueillir une personne qui sort de détention"]),
        ("effets incarcération", ["Les effets de l’incarcération", "Effets de l’incarcération"]),
        ("ouvrage", ["L’Ouvrage", "L’Ouvrage, ou comment fabriquer une réponse à plusieurs"]),
        ("niveaux d'articulation", ["Les quatre niveaux d’articulation avec un partenaire"]),
        ("chiffres clés", ["Chiffres clés, et ce qu’on peut leur faire dire"]),
        ("dossier d'admission", ["L’admission : les deux moitiés du dossier", "Admission d’une personne sous main de justice"]),
        ("réussir un partenariat", ["Réussir un partenariat, et le faire durer"]),
        ("ls/cmi", ["LS/CMI : Level of Service / Case Management Inventory", "Évaluer un dispositif : IGT, LS/CMI, indicateurs"]),
        ("évaluation indicateurs", ["Évaluer un dispositif : IGT, LS/CMI, indicateurs"]),
        ("qui est qui", ["Qui est qui, et comment le juge décide"]),
        ("débat contradictoire", ["Débat contradictoire", "Qui est qui, et comment le juge décide"]),
        ("récit de démarche", ["Modèle de récit de démarche : comment est né l’Ouvrage"]),
        ("bracelet électronique", ["Bracelet, semi-liberté, libération conditionnelle : les autres aménagements", "DDSE : Détention à domicile sous surveillance électronique", "Détention à domicile sous surveillance électronique"]),

        // At night
        ("pas rentré", ["Une personne en placement extérieur n’est pas rentrée ce soir", "Une personne en placement extérieur n’est pas rentrée le soir"]),
        ("que faire si la personne n'est pas rentrée", ["Une personne en placement extérieur n’est pas rentrée ce soir", "Une personne en placement extérieur n’est pas rentrée le soir"]),
        ("arrivée sans information", ["Une personne arrive, orientée sans information"]),
        ("fin de mesure", ["La mesure prend fin (demain, ou ce soir)"]),
        ("reliquat de peine", ["Le reliquat de peine vient de changer"]),

        // Partners, establishments, people, conventions
        ("spip 93", ["SPIP de Seine-Saint-Denis"]),
        ("tj bobigny", ["Tribunal judiciaire de Bobigny"]),
        ("tribunal evry", ["Tribunal judiciaire d’Évry"]),
        ("fleury", ["CP Fleury-Mérogis"]),
        ("csl melun", ["CSL Melun"]),
        ("siao paris", ["SIAO de Paris"]),
        ("traverse", ["CHRS La Traverse", "La Traverse"]),
        ("les glycines", ["CHRS Les Glycines", "Les Glycines"]),
        ("lhss", ["LHSS Saint-Clair", "LHSS : Lits halte soins santé", "Saint-Clair"]),
        ("hélène vasseur", ["Hélène Vasseur"]),
        ("fontaine", ["Léa Fontaine"]),
        ("convention placement extérieur escale", ["Placement extérieur – CHRS L’Escale et SPIP de Seine-et-Marne", "Placement extérieur, renouvellement – CHRS L’Escale et SPIP de Seine-et-Marne"]),
        ("csapa référent melun", ["CSAPA référent – CSAPA Les Deux Rives et SPIP de Seine-et-Marne, antenne de Melun"]),
        ("formation prévention suicide", ["Prévention du suicide"]),

        // Slips
        ("bobigni", ["Tribunal judiciaire de Bobigny"]),
        ("vaseur", ["Hélène Vasseur"]),
        ("fluery merogis", ["CP Fleury-Mérogis"]),
    ];
}
