using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Demo;

/// <summary>The network of "Les Rives": 58 people and eleven « établissements ressources ». Nobody in Seine-et-Marne knows the electronic tag, and two topics hang on one person.</summary>
internal sealed class DemoExperts : IDemoSource
{
    private const string Tag = "Détention à domicile sous surveillance électronique";
    private const string Outside = "Placement extérieur";

    /// <summary>What each establishment knows, how many of its people say so, and whether it is a resource itself.</summary>
    private static readonly (string House, int People, bool IsResource, string[] Topics)[] Houses =
    [
        ("chrs-traverse", 8, true, [Outside, "Femmes sortant de détention", "Admission d’une personne sous main de justice", "Juge de l’application des peines", "SPIP", "Libération conditionnelle"]),
        ("csapa-rive-canal", 6, true, ["Addictions", "Suivi socio-judiciaire", "Santé mentale", "Unités sanitaires"]),
        ("act-lilas", 4, true, ["Maladies chroniques et soins", "Unités sanitaires", "Accès aux droits"]),
        ("caarud-halte", 4, true, ["Addictions", "Police et gendarmerie", "Violences et gestion de crise"]),
        ("chrs-passage", 7, true, [Outside, "Semi-liberté", "Femmes", "SPIP", "Liens familiaux", "Juge de l’application des peines"]),
        ("csapa-deux-rives", 3, false, ["Addictions", "Suivi socio-judiciaire"]),
        ("chrs-escale", 5, true, ["Libération sous contrainte", "Sortants de détention", "Liens familiaux", "Libération conditionnelle"]),
        ("act-peupliers", 4, true, ["Maladies chroniques et soins", "Personnes âgées ou en perte d’autonomie", "Santé mentale"]),
        ("chrs-glycines", 5, true, [Tag, "Contrôle judiciaire", "SIAO et DRIHL", "Jeunes majeurs"]),
        ("lhss-saint-clair", 3, true, ["Maladies chroniques et soins", "Personnes âgées ou en perte d’autonomie"]),
        ("chu-beaulieu", 2, true, ["SIAO et DRIHL", "Accès aux droits", "Personnes en situation irrégulière"]),
        ("pension-acacias", 1, false, ["Logement et hébergement", "Fin de prise en charge et exclusion"]),
        ("residence-belvedere", 2, true, [Tag, "Jeunes majeurs", "Emploi et formation", "Logement et hébergement"]),
    ];

    /// <summary>What one knows beside it.</summary>
    private static readonly string[] Others =
        ["Secret professionnel et partage d’informations", "Écrits professionnels", "Accès aux droits", "Emploi et formation", "Victimes et justice restaurative", "Effets de l’incarcération", "Travail d’intérêt général", "Protection judiciaire de la jeunesse", "Familles et enfants", "Établissements pénitentiaires"];

    private static readonly string[] Abouts =
    [
        "Peut relire un dossier avant la commission, par téléphone ou sur place.", "A accompagné quatre équipes cette année. Peut accueillir une journée d’immersion.", "Répond plutôt par téléphone, en fin de matinée.",
        "Intervient aussi dans les départements voisins.", "Peut venir expliquer le cadre en réunion d’équipe.", "Connaît bien les interlocuteurs du département et leurs délais.", "", "Partage ses modèles de documents.", "Peut relire un projet d’accueil à distance.", "",
    ];

    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var (today, topics) = (context.Today, await db.Set<Topic>().AsNoTracking().ToDictionaryAsync(t => t.Name, t => t.Id, cancellation));
        var keys = Houses.Select(h => context.Ids[h.House]).ToList();
        var places = await db.Set<Establishment>().AsNoTracking().Where(e => keys.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        var staff = (await db.Set<StaffMember>().AsNoTracking().Where(s => keys.Contains(s.EstablishmentId) && s.From <= today && (s.To == null || s.To >= today)).OrderBy(s => s.Id)
            .Select(s => new DemoColleague(s.PersonId, s.Person!.FirstName + " " + s.Person.LastName, s.EstablishmentId, s.Person.DepartedOn)).ToListAsync(cancellation)).ToLookup(s => s.HouseId);
        var number = 0;
        foreach (var (key, people, isResource, pool) in Houses)
        {
            var house = places[context.Ids[key]];
            var team = staff[house.Id].ToList();
            var head = team[0].Name;
            var name = $"{house.Kind} {house.Name}".Trim();
            if (isResource)
            {
                var resource = Expert.OfHouse(house.Id, name);
                resource.Offer("L’équipe répond et peut accueillir une visite ou une journée d’immersion.", pool[0] == Tag ? ["91", "95"] : [house.Department, .. Around(house.Department).Take(2)], 8, welcomesVisits: true);
                foreach (var topic in pool.Take(3))
                    Say(resource, topics[topic], ExpertiseLevel.Reference, head, "Coordination", number++ % 5 == 3 ? Kind.Declared : Kind.Confirmed, today);
                db.Add(resource);
            }
            // L’Escale's educator is the demo's own account.
            var chosen = (key == "chrs-escale" ? team.Where(t => t.Id == context.Ids["person-educatrice"]).Concat(team.Where(t => t.Id != context.Ids["person-educatrice"])) : team).Where(t => t.LeavesOn is null).Take(people).ToList();
            foreach (var (one, i) in chosen.Select((c, i) => (c, i)))
            {
                var expert = Expert.OfStaff(one.Id, one.Name);
                expert.Offer(Abouts[number % Abouts.Length], i % 3 == 0 && key != "chrs-glycines" && key != "residence-belvedere" ? [house.Department, .. Around(house.Department).Take(1)] : [house.Department], 2 + (number % 4), welcomesVisits: number % 3 == 0);
                foreach (var (topic, at) in new[] { pool[i % pool.Length], pool[(i + 1) % pool.Length], Others[number % Others.Length] }.Distinct().Select((t, at) => (t, at)))
                    Say(expert, topics[topic], (ExpertiseLevel)(1 + ((number + at) % 3)), one.Name, i == 0 ? "Coordination" : head, KindOf(number, at), today);
                if (number % 9 == 4)
                    expert.Pause(today.AddDays(20 + number), today);
                db.Add(expert);
                number++;
            }
        }
        await AddOthersAsync(db, context, topics, staff, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The director, a partner's person, and the two topics that hang on one.</summary>
    private static async Task AddOthersAsync(IntranetDb db, DemoContext context, Dictionary<string, int> topics, ILookup<int, DemoColleague> staff, CancellationToken cancellation)
    {
        var today = context.Today;
        var directorId = context.Ids["person-directrice"];
        var director = Expert.OfStaff(directorId, await db.Set<Person>().Where(p => p.Id == directorId).Select(p => p.FirstName + " " + p.LastName).SingleAsync(cancellation));
        director.Offer("Pour les relations institutionnelles : juridictions, parquet, direction interrégionale.", [], 3, welcomesVisits: false);
        Say(director, topics["Parquet"], ExpertiseLevel.Reference, director.Name, "Coordination", Kind.Confirmed, today);
        Say(director, topics["Avocats et barreau"], ExpertiseLevel.Practises, director.Name, "", Kind.Declared, today);
        db.Add(director);

        var spip = context.Ids["spip-93"];
        var theirs = await db.Set<Holding>().Where(h => h.Post!.PartnerId == spip && h.To == null && !h.Post.IsServiceLine).OrderBy(h => h.Id).Select(h => new { h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName }).FirstOrDefaultAsync(cancellation);
        if (theirs is not null)
        {
            var partner = Expert.OfPartner(theirs.PersonId, spip, theirs.Name);
            partner.Offer("Répond aux questions sur la préparation d’un aménagement de peine.", ["93"], 2, welcomesVisits: true);
            Say(partner, topics["SPIP"], ExpertiseLevel.Reference, "Karim Lebrun", "Karim Lebrun", Kind.Confirmed, today);
            Say(partner, topics["Permission de sortir"], ExpertiseLevel.Practises, "Karim Lebrun", "", Kind.Declared, today);
            db.Add(partner);
        }

        // One who leaves in three weeks, and one alone.
        if (staff[context.Ids["chrs-traverse"]].FirstOrDefault(s => s.LeavesOn is not null) is { } leaver)
        {
            var expert = Expert.OfStaff(leaver.Id, leaver.Name);
            expert.Offer("Dix ans d’accueil après de longues peines.", ["93", "94"], 4, welcomesVisits: true);
            Say(expert, topics["Longues peines"], ExpertiseLevel.Reference, leaver.Name, "Nadia Brunel", Kind.Confirmed, today);
            db.Add(expert);
        }
        var alone = staff[context.Ids["chu-beaulieu"]].Last(s => s.LeavesOn is null);
        var radical = Expert.OfStaff(alone.Id, alone.Name);
        radical.Offer("Formée avec le SPIP ; oriente vers les bons interlocuteurs.", ["75", "93"], 2, welcomesVisits: false);
        Say(radical, topics["Personnes suivies pour radicalisation"], ExpertiseLevel.Practises, alone.Name, "Coordination", Kind.Confirmed, today);
        db.Add(radical);
    }

    private static IEnumerable<string> Around(string department) => Departements.NeighboursOf(department).Where(d => d is "75" or "77" or "78" or "91" or "92" or "93" or "94" or "95");

    private static Kind KindOf(int number, int at) => (((number * 3) + at) % 10) switch { 7 => Kind.Declared, 3 => Kind.Faded, 8 => Kind.Peer, 9 => Kind.Answers, _ => Kind.Confirmed };

    private static void Say(Expert expert, int topic, ExpertiseLevel level, string by, string confirmedBy, Kind kind, DateOnly today)
    {
        var declared = today.AddMonths(kind == Kind.Faded ? -27 : kind == Kind.Declared ? -1 : -8);
        var said = expert.Declare(topic, level, declared.AddYears(-2), by, declared);
        switch (kind)
        {
            case Kind.Confirmed:
                said.Confirm(Proof.Head, confirmedBy, declared.AddDays(24));
                break;
            case Kind.Peer:
                said.Confirm(Proof.Peer, confirmedBy, declared.AddDays(60));
                break;
            case Kind.Answers:
                said.Use(declared.AddDays(90), helped: true);
                break;
            case Kind.Faded:
                said.Confirm(Proof.Head, confirmedBy, declared.AddDays(40));
                break;
        }
    }

    private enum Kind
    {
        Declared,
        Confirmed,
        Peer,
        Answers,
        Faded,
    }
}

internal sealed record DemoColleague(int Id, string Name, int HouseId, DateOnly? LeavesOn);
