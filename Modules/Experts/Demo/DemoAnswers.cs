using Intranet.Shared;

namespace Intranet.Experts.Demo;

/// <summary>What the network of "Les Rives" answered: eight published, two drafts, one that waits for a second look.</summary>
internal static class DemoAnswers
{
    private const string Author = "Nadia Brunel", Reader = "Karim Lebrun";

    private static readonly (string Topic, int DaysAgo, string Title, string Question, string Text)[] Published =
    [
        ("Placement extérieur", 210, "Une personne en placement extérieur n’est pas rentrée le soir", "Il est 22 h, la chambre est vide et personne ne répond. Qui prévient-on, et quand\u00a0?",
            "L’accord de prise en charge dit qui prévenir et dans quel délai\u00a0: il prime sur tout le reste.\n\n- Appeler la personne, puis l’astreinte de l’établissement.\n- Prévenir le SPIP aux heures ouvrables, l’établissement pénitentiaire en dehors.\n- Noter l’heure de chaque appel, sans commentaire.\n\n**On signale une absence, on ne la qualifie pas**\u00a0: c’est au magistrat de le faire."),
        ("Secret professionnel et partage d’informations", 185, "Le SPIP demande des nouvelles\u00a0: que peut-on dire\u00a0?", "Une conseillère appelle pour savoir « comment cela se passe ». L’équipe hésite entre tout dire et ne rien dire.",
            "## Ce qui se dit\nLa présence, les absences et les démarches que l’accord prévoit.\n\n## Ce qui ne se dit pas\nLa santé, la vie privée, ce qui a été confié en entretien.\n\nLe plus simple\u00a0: écrire **avec la personne** ce qui est transmis, et lui en remettre une copie."),
        ("Détention à domicile sous surveillance électronique", 160, "Les horaires ne conviennent plus au travail trouvé", "La personne commence un emploi lundi, à des horaires que la décision ne permet pas.",
            "- La demande de modification part de la personne ou de son avocat, vers le juge, avec l’avis du SPIP.\n- Joindre le contrat ou la promesse d’embauche, et les temps de trajet.\n- **Rien ne change tant que la décision n’est pas rendue**\u00a0: le dire aussi à l’employeur."),
        ("Addictions", 140, "Obligation de soins\u00a0: qui remet l’attestation, et à qui\u00a0?", "Le magistrat attend un justificatif. Le CSAPA ne veut pas écrire au tribunal.",
            "Le centre de soins remet à la personne une attestation de passage, sans rien sur le contenu. C’est elle qui la montre.\n\nL’hébergement n’a ni à la demander, ni à la transmettre\u00a0: il rappelle seulement les rendez-vous."),
        ("Accès aux droits", 110, "Sortie dans un mois, sans carte d’identité ni droits ouverts", "Que peut-on engager avant la sortie, et par qui\u00a0?",
            "- La demande de titre se prépare en détention avec le SPIP ou le point d’accès au droit.\n- L’élection de domicile peut se faire avant la sortie.\n- Préparer la demande de RSA pour le jour même.\n\nUne liste d’une page, tenue à deux avec le SPIP, évite de refaire trois fois la même démarche."),
        ("Fin de prise en charge et exclusion", 84, "Mettre fin à un séjour quand la mesure en dépend", "Un incident grave. L’équipe veut une fin de prise en charge, mais la mesure tient à l’hébergement.",
            "1. Protéger d’abord\u00a0: une mise à l’abri ailleurs pour quelques nuits se décide vite.\n2. Prévenir le SPIP **avant** la décision, pas après.\n3. Écrire des faits, datés, sans qualification pénale.\n\nUn autre établissement du réseau peut souvent prendre le relais\u00a0: demandez-le dès le premier jour."),
        ("Travail d’intérêt général", 60, "Accueillir un travail d’intérêt général\u00a0: par où commencer\u00a0?", "L’équipe voudrait proposer un poste à l’entretien des espaces verts.",
            "- Contacter la personne référente du TIG dans le département.\n- Décrire le poste, les horaires et la personne qui accueille\u00a0; un modèle existe au siège.\n- Prévoir deux tutrices ou tuteurs, pour les congés.\n\nOn n’accueille pas une personne que l’on héberge déjà\u00a0: les deux places ne se mélangent pas."),
        ("Familles et enfants", 32, "Recevoir son enfant pendant une mesure", "Un parent hébergé voudrait recevoir son enfant le mercredi.",
            "Vérifier d’abord ce que disent les décisions\u00a0: celle du juge aux affaires familiales et celle de l’application des peines.\n\nUn lieu neutre, à heures fixes, avec quelqu’un de l’équipe à proximité, convient mieux que la chambre. La médiation familiale peut aider à poser le cadre."),
    ];

    private static readonly (string Topic, int DaysAgo, string Title, string Question, string Text)[] Others =
    [
        ("Longues peines", 12, "Les premiers jours dehors après une longue peine", "Que prévoir la première semaine, quand tout a changé dehors\u00a0?", ""),
        ("Juge de l’application des peines", 9, "Venir à un débat contradictoire avec la personne", "", ""),
        ("Santé mentale", 5, "Une rupture de traitement à la sortie", "L’ordonnance couvre trois jours et aucun rendez-vous n’est pris. Que faire d’abord\u00a0?",
            "- Appeler l’unité sanitaire, qui peut prolonger l’ordonnance de sortie.\n- Demander un rendez-vous au centre médico-psychologique en disant la date de fin du traitement.\n- En attendant, un médecin de ville peut renouveler."),
    ];

    public static void Load(IntranetDb db, DemoContext context, IReadOnlyDictionary<string, int> topics)
    {
        // One network answers for all copies.
        if (context.Copy > 0)
            return;
        foreach (var (topic, daysAgo, title, question, text) in Published)
        {
            var answer = Draft(topics[topic], title, question, text, context.Today.AddDays(-daysAgo - 6));
            answer.Publish(Reader, context.Today.AddDays(-daysAgo));
            db.Add(answer);
        }
        foreach (var (topic, daysAgo, title, question, text) in Others)
            db.Add(Draft(topics[topic], title, question, text, context.Today.AddDays(-daysAgo)));
    }

    private static SharedAnswer Draft(int topic, string title, string question, string text, DateOnly on)
    {
        var answer = new SharedAnswer(topic, null, title, Author, on);
        answer.Write(topic, title, question, text, Author, on);
        return answer;
    }
}
