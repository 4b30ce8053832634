namespace Intranet.Experts.Demo;

/// <summary>What became of a question of the demo.</summary>
internal enum DemoFate { Waiting, Taken, Refused, Nobody, Answered, Helped, NotHelped, Closed, GivenUp, Cancelled }

internal sealed record DemoQuestion(int DaysAgo, string Topic, DemoFate Fate, string Text, string Answer = "")
{
    public string Measure { get; init; } = "";
    public string Public { get; init; } = "";
    public AgeBand Age { get; init; } = AgeBand.Unsaid;
    public Urgency Urgency { get; init; } = Urgency.Calm;
    public MessageKind Kind { get; init; } = MessageKind.Answer;
    public bool ByLéa { get; init; }
    public bool ToLéa { get; init; }
}

internal static class DemoQuestions
{
    public const string LéaKnows = "Sortants de détention";

    private const string Outside = "Placement extérieur", Bracelet = "Détention à domicile sous surveillance électronique", Leaving = "Sortants de détention", Women = "Femmes sortant de détention", Young = "Jeunes majeurs";

    public static IReadOnlyList<DemoQuestion> All { get; } =
    [
        new(3, Outside, DemoFate.Waiting, "Nous allons accueillir pour la première fois une personne en placement extérieur. Que préparer avec le SPIP avant l’arrivée, et qui fixe les horaires ?") { Measure = Outside, Public = Leaving, Age = AgeBand.Adult, Urgency = Urgency.Week, ByLéa = true },
        new(2, LéaKnows, DemoFate.Waiting, "Un père sort après deux ans sans parloir. Comment reprendre le lien avec de jeunes enfants, et par quoi commencer ?") { Public = "Familles et enfants", Age = AgeBand.Adult, Urgency = Urgency.Week, ToLéa = true },
        new(1, "Santé mentale", DemoFate.Waiting, "Sortie dans quinze jours, suivi psychiatrique en détention, aucun relais trouvé dehors. Quels CMP acceptent avant la sortie ?") { Public = Leaving, Urgency = Urgency.Pressing },
        new(4, "Addictions", DemoFate.Waiting, "Comment parler de réduction des risques alcool avec une personne dont la mesure interdit toute consommation ?") { Measure = "Sursis probatoire", Age = AgeBand.Adult },
        new(6, "Juge de l’application des peines", DemoFate.Taken, "Une première audience comme structure d’accueil : que dire au débat contradictoire, et que laisser au SPIP ?") { Measure = Outside, Urgency = Urgency.Week },
        new(8, "Accès aux droits", DemoFate.Taken, "Personne sans aucun papier, née à l’étranger. Dans quel ordre faire les démarches avant la libération ?") { Public = "Personnes en situation irrégulière" },
        new(11, "Secret professionnel et partage d’informations", DemoFate.Answered, "Le SPIP demande chaque semaine un point par courriel. Que peut-on écrire, et avec quel accord ?", "Les présences et les échéances, oui. Le contenu des entretiens, non. La personne lit et signe ce qui part ; sans accord, on le dit au SPIP.") { Measure = Outside },
        new(13, Bracelet, DemoFate.Answered, "Alarme du bracelet la nuit : l’équipe de veille doit-elle appeler, attendre, réveiller ?", "Nous avons affiché trois lignes au bureau de veille : vérifier la personne, appeler le pôle centralisateur, noter l’heure. Je vous l’envoie.") { Measure = Bracelet, Kind = MessageKind.Call },
        new(15, "Logement et hébergement", DemoFate.Refused, "Peut-on proposer un bail glissant pendant une libération conditionnelle, avec obligation de résider chez nous ?") { Measure = "Libération conditionnelle" },
        new(38, "Victimes et justice restaurative", DemoFate.Nobody, "Quelqu’un a-t-il participé à une rencontre de justice restaurative, et comment y préparer une équipe ?"),
        new(18, Outside, DemoFate.Answered, "Nous aimerions voir comment une équipe organise les retours du soir. Est-ce possible de passer une journée ?", "Venez un mardi : le retour de 18 h, la fiche de présence et l’appel au SPIP s’y voient d’un coup.") { Measure = Outside, Kind = MessageKind.Visit },
        new(27, "SPIP", DemoFate.Helped, "À qui s’adresser quand le CPIP référent est absent et que l’autorisation expire vendredi ?", "À la permanence de l’antenne, puis à la DPIP par courriel : toujours avec le numéro de la convention, jamais avec l’identité dans l’objet.") { Urgency = Urgency.Pressing },
        new(34, Women, DemoFate.Helped, "Première femme accueillie dans une équipe qui n’a reçu que des hommes. Que changer avant son arrivée ?", "La chambre, bien sûr, et surtout qui est présent le soir. Nous avons fait une réunion d’équipe sur la pudeur et sur les violences subies.") { Public = Women, Age = AgeBand.Adult },
        new(41, Young, DemoFate.Helped, "Un jeune majeur refuse tout suivi après la PJJ. Comment garder une porte ouverte ?", "Un seul rendez-vous utile par semaine, choisi par lui : permis, mission locale, papiers. Le reste vient après.") { Public = Young, Age = AgeBand.Young },
        new(48, "Emploi et formation", DemoFate.NotHelped, "Quels chantiers acceptent une personne en semi-liberté avec des horaires d’entrée à 19 h ?", "Deux chantiers d’insertion de Melun, à voir avec la mission locale.") { Measure = "Semi-liberté" },
        new(55, "Addictions", DemoFate.Helped, "Que faire quand le traitement de substitution n’est pas prévu le jour de la sortie ?", "Appeler l’unité sanitaire l’avant-veille : ordonnance de relais de sept jours et rendez-vous CSAPA pris ensemble.") { Public = Leaving },
        new(62, "Écrits professionnels", DemoFate.Closed, "Quel modèle d’attestation de présence pour le JAP, sans rien dire de la santé ?", "Dates, heures, lieu, signature. Rien d’autre : notre modèle tient en six lignes.") { Measure = "Libération conditionnelle" },
        new(70, "Juge de l’application des peines", DemoFate.Helped, "Une permission refusée sans motif : peut-on demander au JAP ce qui a manqué ?", "Oui, par la personne ou son avocat. Nous joignons une attestation d’hébergement datée, avec un numéro où nous joindre.") { Measure = "Permission de sortir" },
        new(78, "Maladies chroniques et soins", DemoFate.GivenUp, "Dialyse trois fois par semaine et horaires de bracelet : comment les faire modifier vite ?") { Measure = Bracelet, Age = AgeBand.Senior },
        new(85, "Fin de prise en charge et exclusion", DemoFate.Helped, "Incident grave, personne sous mesure : qui prévenir d’abord, et peut-on mettre fin au séjour ?", "Le SPIP le jour même, par écrit. La fin de séjour se décide avec lui : la mesure dépend de l’hébergement.") { Measure = Outside, Urgency = Urgency.Pressing },
        new(96, "Personnes âgées ou en perte d’autonomie", DemoFate.GivenUp, "Sortie d’une longue peine à plus de 70 ans, perte d’autonomie : quels établissements acceptent ?") { Public = "Longues peines", Age = AgeBand.Senior },
        new(104, "Établissements pénitentiaires", DemoFate.Helped, "Comment obtenir un parloir professionnel avant l’admission ?", "Demande d’accès à la direction de l’établissement, copie au SPIP, trois semaines de délai. La convention cadre suffit comme justificatif.") { Public = Leaving },
        new(118, "Violences et gestion de crise", DemoFate.Closed, "Tension entre deux résidents dont l’un est sous contrôle judiciaire avec interdiction de contact. Que fait-on le soir même ?", "Séparer les étages, prévenir le service de contrôle, et noter seulement les faits.") { Measure = "Contrôle judiciaire", Urgency = Urgency.Pressing },
        new(131, "Effets de l’incarcération", DemoFate.Helped, "Une personne ne sort plus de sa chambre depuis sa libération. Est-ce fréquent, et que proposer ?", "Très fréquent les premières semaines. Des sorties courtes, à heure fixe, avec la même personne ; puis on allonge.") { Public = "Longues peines" },
        new(20, "Logement et hébergement", DemoFate.Cancelled, "Existe-t-il une place d’urgence pour un couple dont l’un porte un bracelet ?") { Measure = Bracelet },
        new(150, "Liens familiaux", DemoFate.Helped, "Comment demander une visite en unité de vie familiale quand le domicile est notre établissement ?", "Le certificat d’hébergement ne suffit pas : joignez un courrier de l’équipe et prévenez le greffe.") { Public = "Familles et enfants" },
    ];
}
