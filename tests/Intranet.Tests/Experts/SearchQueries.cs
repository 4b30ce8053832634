using Intranet.Experts;
using Intranet.Shared;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>A small network with the seed's topics, forty questions as people type them, and whom one would expect first.</summary>
internal static class SearchQueries
{
    public static readonly (string Query, int[] Expected)[] All =
    [
        ("pse 77", [7]),
        ("femme sortant de prison seine saint denis", [1, 17]),
        ("placement extérieur femmes 93", [1, 17]),
        ("PE", [1, 2, 17]),
        ("placements à l’extérieur créteil", [2]),
        ("bracelet électronique essonne", [7]),
        ("ddse val d'oise", [8]),
        ("semi-liberté", [2]),
        ("CSL 93", [2]),
        ("tig", [16]),
        ("Travaux d’intérêt général", [16]),
        ("libération conditionnelle meaux", [10]),
        ("lsc", [9]),
        ("LIBERATION SOUS CONTRAINTE seine-et-marne", [9]),
        ("addictions 77", [6]),
        ("alcool 93", [5]),
        ("drogues à pantin", [5]),
        ("réduction des risques saint denis", [15]),
        ("santé mentale", [18]),
        ("psychiatre 93", [18]),
        ("vih", [4]),
        ("maladie chronique hauts de seine", [11]),
        ("sans papiers", [12]),
        ("oqtf paris", [12]),
        ("115", [12]),
        ("secret partagé", [13]),
        ("procureur", [13]),
        ("CPIP 93", [14]),
        ("service pénitentiaire d’insertion et de probation", [14]),
        ("jap", [1]),
        ("juge de l'application des peines 93 et voisins", [1]),
        ("personnes agées", [11]),
        ("radicalisé", [16]),
        ("longue peine", [16]),
        ("jeunes majeurs 95", [8]),
        ("pjj", [20]),
        ("victimes", [20]),
        ("okafor placement", [1]),
        ("csapa deux rives", [6]),
        ("qui peut m’aider pour une exclusion ?", [19]),
    ];

    public static Network Network()
    {
        var ids = TopicSeed.Items.Select((t, i) => (t.Name, t.Family, Id: i + 1)).ToList();
        var topics = TopicSeed.Items.Select((t, i) => new NetworkTopic(i + 1, t.Family, t.Under.Length == 0 ? null : ids.First(x => x.Name == t.Under && x.Family == t.Family).Id, t.Name, t.Synonyms.Split(", "), false)).ToList();

        NetworkExpertise Knows(string said)
        {
            var (name, state) = said[^1] is '?' or '~' ? (said[..^1], said[^1]) : (said, '!');
            var id = ids.First(t => t.Name == name).Id;
            return state switch
            {
                '?' => new(id, ExpertiseLevel.Practises, null, Today.AddMonths(-2), null, null, null),
                '~' => new(id, ExpertiseLevel.Practises, null, Today.AddMonths(-30), Today.AddMonths(-25), Proof.Head, null),
                _ => new(id, ExpertiseLevel.Practises, null, Today.AddMonths(-8), Today.AddMonths(-6), Proof.Head, null),
            };
        }

        NetworkExpert Person(int id, string name, string house, string city, string department, params string[] topics)
            => new(id, name, 1000 + id, 100 + (house.Length * 7) + department[0], null, "Éducatrice", house, city, department, [department], "", 4, null, false, null, [], [.. topics.Select(Knows)]);

        NetworkExpert House(int id, string name, string city, string department, params string[] topics) => Person(id, name, name, city, department, topics) with { PersonId = null, Function = "" };

        return new(topics,
        [
            Person(1, "Sandrine Okafor", "CHRS La Traverse", "Montreuil", "93", "Placement extérieur", "Femmes sortant de détention", "Admission d’une personne sous main de justice", "Juge de l’application des peines"),
            Person(2, "Marc Delattre", "CHRS Le Passage", "Créteil", "94", "Placement extérieur", "Semi-liberté") with { Departments = ["93", "94"] },
            Person(3, "Inès Rahmani", "CHU Beaulieu", "Paris", "75", "Femmes", "Accès aux droits") with { UnavailableUntil = Today.AddDays(40) },
            Person(4, "Paul Lemercier", "ACT Les Lilas", "Les Lilas", "93", "Maladies chroniques et soins", "Placement extérieur~"),
            Person(5, "Aïcha Benali", "CSAPA Rive Canal", "Pantin", "93", "Addictions", "Santé mentale?"),
            Person(6, "Louis Garnier", "CSAPA Les Deux Rives", "Melun", "77", "Addictions", "Suivi socio-judiciaire"),
            Person(7, "Nora Petit", "CHRS Les Glycines", "Évry-Courcouronnes", "91", "Détention à domicile sous surveillance électronique", "Contrôle judiciaire"),
            Person(8, "Hugo Martin", "Résidence Le Belvédère", "Pontoise", "95", "Détention à domicile sous surveillance électronique?", "Jeunes majeurs", "Emploi et formation"),
            House(9, "CHRS L’Escale", "Meaux", "77", "Libération sous contrainte", "Liens familiaux"),
            Person(10, "Claire Dubois", "CHRS L’Escale", "Meaux", "77", "Libération conditionnelle", "Sursis probatoire?"),
            Person(11, "Yann Le Goff", "LHSS Saint-Clair", "Nanterre", "92", "Personnes âgées ou en perte d’autonomie", "Maladies chroniques et soins?"),
            Person(12, "Fatou Diallo", "CHU Beaulieu", "Paris", "75", "Personnes en situation irrégulière", "SIAO et DRIHL", "Accès aux droits?"),
            Person(13, "Élise Roux", "Siège Les Rives", "Paris", "75", "Secret professionnel et partage d’informations", "Parquet"),
            Person(14, "Maud Perrin", "SPIP de Seine-Saint-Denis", "", "93", "SPIP", "Permission de sortir?") with { HouseId = null, PartnerId = 500, Function = "CPIP" },
            Person(15, "Omar Keller", "CAARUD La Halte", "Saint-Denis", "93", "Addictions?", "Police et gendarmerie", "Violences et gestion de crise"),
            Person(16, "Zoé Lambert", "CHRS La Traverse", "Montreuil", "93", "Personnes suivies pour radicalisation", "Longues peines", "Travail d’intérêt général?"),
            House(17, "CHRS La Traverse", "Montreuil", "93", "Placement extérieur", "Femmes sortant de détention"),
            Person(18, "Denis Faure", "CSAPA Rive Canal", "Pantin", "93", "Santé mentale", "Unités sanitaires", "Suivi socio-judiciaire?"),
            Person(19, "Julie Morel", "Pension de famille Les Acacias", "Versailles", "78", "Fin de prise en charge et exclusion", "Logement et hébergement"),
            Person(20, "Rachid Amar", "CHRS Les Glycines", "Évry-Courcouronnes", "91", "Protection judiciaire de la jeunesse", "Jeunes majeurs?", "Victimes et justice restaurative"),
        ], [], Today);
    }
}
