using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>What the establishments offer, with the admission file part by part; some numbers of free places are stale.</summary>
internal sealed class DemoServices(IntranetDb db, DemoContext context, DemoNames names)
{
    private sealed record Sheet(string House, string Name, string Summary, string[] Publics, string[] Measures, int Places, int? Free, int DaysAgo, Housing Housing, SiaoRoute Route, int? Shortest = null, int? Longest = null, bool DayLeave = false, bool NightLeave = false);

    private static readonly string[] Pe = ["PE", "DDSE", "LC", "LSC"];
    private static readonly string[] Care = ["Sursis probatoire", "Contrôle judiciaire", "Suivi socio-judiciaire"];

    private static readonly Sheet[] Sheets =
    [
        new("chrs-traverse", "Placement extérieur La Traverse", "Hébergement et accompagnement en placement extérieur, avec recherche d’emploi et de logement.", ["Hommes", "Femmes"], Pe, 14, 2, 3, Housing.Both, SiaoRoute.Direct, 4, 24, true, true),
        new("chrs-traverse", "Insertion La Traverse", "Hébergement d’insertion en appartements partagés.", ["Hommes", "Femmes", "Couples"], ["Sortie sans mesure", "Sursis probatoire"], 42, 1, 6, Housing.Scattered, SiaoRoute.Siao),
        new("csapa-rive-canal", "Consultations et permanences en détention", "Consultations d’addictologie, relais à la sortie et permanences au CP Seine-Saint-Denis.", ["Addictions"], Care, 0, null, 0, Housing.None, SiaoRoute.Direct),
        new("act-lilas", "Appartements Les Lilas", "Appartements pour des personnes malades qui ont besoin de soins et d’un toit.", ["Hommes", "Femmes", "Perte d’autonomie"], ["Sortie sans mesure", "LC"], 16, 0, 2, Housing.Scattered, SiaoRoute.Either),
        new("caarud-halte", "Accueil de jour La Halte", "Réduction des risques, douche, repas et orientation, sans condition.", ["Addictions"], ["Sortie sans mesure"], 0, null, 0, Housing.None, SiaoRoute.Direct),
        new("chrs-passage", "Placement extérieur Le Passage", "Douze places en petit collectif, équipe présente jour et nuit.", ["Hommes"], Pe, 12, 3, 1, Housing.Collective, SiaoRoute.Direct, 3, 18, true),
        new("chrs-passage", "Insertion Le Passage", "Hébergement d’insertion et accès au logement.", ["Hommes", "18-25 ans"], ["Sortie sans mesure", "TIG"], 34, 2, 22, Housing.Collective, SiaoRoute.Siao),
        new("csapa-deux-rives", "CSAPA référent des prisons de Seine-et-Marne", "Suivi commencé en détention et repris dehors, avec l’unité sanitaire.", ["Addictions", "Santé mentale"], [.. Care, "SL"], 0, null, 0, Housing.None, SiaoRoute.Direct),
        new("chrs-escale", "Placement extérieur L’Escale", "Dix places dont deux pour des femmes, chantier d’insertion sur place.", ["Hommes", "Femmes"], [.. Pe, "SL"], 10, 1, 4, Housing.Both, SiaoRoute.Direct, 6, 24, true, true),
        new("chrs-escale", "Accueil de jour des personnes en semi-liberté", "Accueil en journée, repas et démarches pour les personnes en semi-liberté.", ["Hommes"], ["SL"], 15, 6, 31, Housing.None, SiaoRoute.Direct, 1, 12),
        new("act-peupliers", "Appartements Les Peupliers", "Appartements de coordination thérapeutique, sortants de détention bienvenus.", ["Hommes", "Femmes"], ["LC", "Sortie sans mesure"], 14, 1, 9, Housing.Scattered, SiaoRoute.Either),
        new("chrs-glycines", "Placement extérieur Les Glycines", "Huit places pour des femmes, avec ou sans enfant.", ["Femmes", "Familles"], Pe, 8, 0, 5, Housing.Collective, SiaoRoute.Direct, 3, 24, true, true),
        new("lhss-saint-clair", "Lits halte soins santé", "Soins et repos pour des personnes sans toit dont l’état ne justifie pas l’hôpital.", ["Hommes", "Femmes"], ["Sortie sans mesure", "Permission de sortir"], 20, 2, 1, Housing.Collective, SiaoRoute.Direct),
        new("chu-beaulieu", "Hébergement d’urgence Beaulieu", "Mise à l’abri inconditionnelle, entrée le jour même.", ["Hommes", "Animal"], ["Sortie sans mesure"], 60, 4, 0, Housing.Collective, SiaoRoute.Siao),
        new("pension-acacias", "Pension de famille", "Logement durable, avec un couple d’hôtes et des espaces partagés.", ["Hommes", "Femmes"], ["Sursis probatoire"], 22, 0, 40, Housing.Scattered, SiaoRoute.Siao),
        new("residence-belvedere", "Résidence sociale Le Belvédère", "Logement temporaire en studios, accompagnement léger.", ["Hommes", "Femmes", "18-25 ans"], ["DDSE", "TIG"], 48, 5, 12, Housing.Scattered, SiaoRoute.Either),
    ];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        db.AddRange(Sheets.Select(Describe));
        await db.SaveChangesAsync(cancellation);
    }

    private Service Describe(Sheet sheet)
    {
        var service = new Service(context.Ids[sheet.House], names.Of(sheet.Name));
        service.Describe(names.Of(sheet.Name), sheet.Summary, sheet.Housing);
        service.Welcome(sheet.Publics, sheet.Publics.Contains("Addictions") ? "Sans exigence d’abstinence." : "", sheet.Measures, sheet.Measures.Contains("PE") ? "Placement extérieur sous surveillance de l’administration pénitentiaire." : "");
        service.Offer(sheet.Places);
        if (sheet.Free is { } free)
            service.DeclareFreePlaces(free, context.Today.AddDays(-sheet.DaysAgo));
        service.Last(sheet.Longest is null ? "selon le projet de la personne" : "6 mois, renouvelable une fois", sheet.Shortest, sheet.Longest);
        service.KeepHours(sheet.Housing == Housing.None ? "du lundi au vendredi, de 9 h à 17 h" : "présence jour et nuit, retour à 22 h", sheet.Longest is null ? "" : "sorties élargies après le premier mois, avec l’accord du juge");
        service.AdmitBy(sheet.Route, sheet.Route == SiaoRoute.Siao ? "selon l’orientation du SIAO" : "réponse sous 10 jours, entrée sous 3 semaines", sheet.DayLeave, sheet.NightLeave);
        service.CallAt(context.Ids[DemoHouses.All.Single(h => h.Key == sheet.House).Head], "Laisser un message : rappel dans la journée.");
        if (sheet.Longest is null)
            return service;
        service.FillAdmission(AdmissionPartKind.Social, "Parcours, ressources, logement, projet de sortie.", "CPIP ou service social de la détention", "Référence justice de l’établissement", 15);
        service.FillAdmission(AdmissionPartKind.Medical, "Avis de l’unité sanitaire sur la compatibilité de l’hébergement, sous pli fermé.", "Unité sanitaire", "Infirmerie ou responsable de service", 21);
        service.FillAdmission(AdmissionPartKind.Penal, "Fiche pénale, reliquat, obligations et interdictions.", "SPIP", "Responsable de service", 10);
        return service;
    }
}
