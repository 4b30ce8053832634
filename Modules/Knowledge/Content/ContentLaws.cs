namespace Intranet.Knowledge.Content;

/// <summary>The texts that the first pages rest on. What was not checked in the text itself says so: head office confirms it.</summary>
internal static class ContentLaws
{
    public static readonly (string Key, string Name, string Address, DateOnly? InForceOn, string Note)[] Items =
    [
        ("loi-2019", "Loi n° 2019-222 du 23 mars 2019 de programmation 2018-2022 et de réforme pour la justice", "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000038261631", new(2020, 3, 24),
            "Date d’entrée en vigueur des dispositions sur les peines, le 24 mars 2020 : sursis probatoire, détention à domicile sous surveillance électronique, fin de la contrainte pénale, aménagement décidé dès le jugement. D’autres parties se sont appliquées à d’autres dates : le tribunal judiciaire remplace le tribunal de grande instance depuis le 1er janvier 2020."),
        ("loi-2021", "Loi n° 2021-1729 du 22 décembre 2021 pour la confiance dans l’institution judiciaire", "", new(2023, 1, 1),
            "Date d’entrée en vigueur de la libération sous contrainte de plein droit, le 1er janvier 2023 : peines de deux ans au plus, trois mois au plus restant à subir, sauf absence d’hébergement. Vérifié dans le texte ; les autres parties de la loi ne sont pas décrites ici."),
        ("decret-2021", "Décret de décembre 2021 relatif à l’agrément des structures de placement extérieur", "", null,
            "L’agrément est donné par la directrice ou le directeur interrégional, après avis du SPIP, sur un dossier qui nomme l’équipe, les places et le budget. Durée de cinq ans lue dans le décret : à relire dans le texte et à valider par le siège, avec son numéro et sa date exacte."),
        ("cp-424-4", "Code pénitentiaire, article L. 424-4", "", null,
            "Convention de placement extérieur conclue pour trois ans, renouvelable : vérifié dans le texte. La date d’application à une convention signée auparavant est à valider par le siège."),
        ("casf-345-1", "Code de l’action sociale et des familles, article L. 345-1", "", null,
            "Permet aux professionnels d’un CHRS de partager entre eux ce qui est nécessaire à l’accompagnement : vérifié dans le texte. Il n’organise pas le partage avec le SPIP ni avec un magistrat : la base à retenir pour cela est à valider par le siège."),
    ];
}
