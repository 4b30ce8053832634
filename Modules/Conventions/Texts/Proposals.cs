namespace Intranet.Conventions;

/// <summary>What a new form opens with: lines in our own words, to be read again with the partner; never saved without a person.</summary>
internal static class Proposals
{
    public const string Us = "L’établissement";

    /// <summary>The frame that most agreements need (trade.md, "Conventions"): obligations, contacts and places, hours, absence, hospital, end of stay, then what isn't said.</summary>
    /// <param name="partner">How the partner is called in the lines.</param>
    public static IReadOnlyList<(string What, string From, string To, SharingRule Rule, string Basis)> Sharing(string partner) =>
    [
        ("La nature et le calendrier des obligations : soins, travail, formation, indemnisation, rendez-vous", partner, Us, SharingRule.Must, "decision"),
        ("Les personnes à ne pas rencontrer et les lieux interdits", partner, Us, SharingRule.Must, "decision"),
        ("Les horaires de sortie et de retour, et leurs changements", partner, Us, SharingRule.Must, "decision"),
        ("Une absence ou un retour après l’heure fixée", Us, partner, SharingRule.Must, "convention"),
        ("Une hospitalisation : le lieu et les dates, sans le motif", Us, partner, SharingRule.Must, "convention"),
        ("La fin du séjour, prévue ou anticipée, et la solution qui la suit", Us, partner, SharingRule.Must, "convention"),
        ("Un danger grave et imminent, pour la personne ou pour autrui", Us, partner, SharingRule.Must, "danger"),
        ("L’avancée des démarches : papiers, logement, emploi, droits", Us, partner, SharingRule.WithConsent, "accord"),
        ("La santé, les soins, les consommations", Us, partner, SharingRule.Never, "sante"),
        ("Ce que la personne confie de sa vie privée et familiale", Us, partner, SharingRule.Never, "226-13"),
    ];

    /// <summary>Four degrees, from the word in passing to the end of the stay.</summary>
    public static IReadOnlyList<(string What, string WhoTellsWhom, string Delay, string Asked)> Degrees { get; } =
    [
        ("Retard court et expliqué, absence à une activité, règle de vie non respectée", "L’éducatrice ou l’éducateur référent en parle à la personne et le dit au CPIP", "au prochain point", "Information"),
        ("Retards répétés, rendez-vous obligatoire manqué, démarche prévue refusée", "La cheffe ou le chef de service écrit au CPIP référent", "le jour ouvré suivant", "Rappel"),
        ("Alcool ou produit dans les locaux, insultes, menaces, nuit passée dehors avec retour", "La cheffe ou le chef de service appelle le CPIP ; la nuit, l’astreinte appelle la permanence", "dans la journée", "Recadrage"),
        ("Non-retour à l’heure fixée sans nouvelles, violence, arme, contact interdit", "L’équipe appelle l’astreinte, qui appelle la permanence du partenaire ; en cas de danger, d’abord le 17", "tout de suite, à toute heure", "Retrait"),
    ];

    public const string Nights = "L’équipe de nuit appelle l’astreinte de l’établissement. L’astreinte appelle la permanence du partenaire et écrit ce qui s’est passé le matin même.";
    public const string Warning = "Un avertissement écrit remis à la personne, le partenaire prévenu, une rencontre à trois dans les 72 heures. Sauf violence ou danger.";

    public static IReadOnlyList<string> Delays { get; } = ["tout de suite, à toute heure", "dans l’heure", "dans la journée", "le jour ouvré suivant", "sous 48 heures", "au prochain point"];

    /// <summary>Said to the person, in words that need no explanation.</summary>
    public static IReadOnlyList<(string What, string Who)> Roles { get; } =
    [
        ("Vous accueillir et vous loger", "L’équipe de l’établissement"),
        ("Vous aider dans vos démarches : papiers, travail, logement", "L’éducatrice ou l’éducateur qui vous suit"),
        ("Vérifier que vous respectez vos obligations", "Le CPIP, au SPIP"),
        ("Changer vos horaires ou vos obligations", "Le juge. Demandez d’abord au CPIP."),
        ("Vous soigner", "Les soignants. Ils ne disent rien de votre santé sans vous."),
        ("Prévenir d’un retard", "Vous, en appelant l’établissement, le jour comme la nuit"),
    ];
}
