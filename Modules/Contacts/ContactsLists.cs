using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>The lists that Contacts reads, and what a new database starts with (trade.md).</summary>
public static class ContactsLists
{
    public static readonly ReferenceList EstablishmentKinds = new("establishment-kinds", "Natures d’établissement", "Proposées sur la fiche d’un établissement.");
    public static readonly ReferenceList Measures = new("measures", "Mesures de justice", "Acceptées par un dispositif, objet d’une convention.");
    public static readonly ReferenceList Publics = new("publics", "Publics", "Accueillis par un dispositif.");
    public static readonly ReferenceList Functions = new("functions", "Fonctions du personnel", "Proposées sur la fiche d’un membre du personnel.");
    public static readonly ReferenceList Authorisations = new("authorisation-kinds", "Natures d’autorisation", "Registre des agréments, habilitations et autorisations.");

    public static IReadOnlyList<ReferenceList> All { get; } = [EstablishmentKinds, Measures, Publics, Functions, Authorisations];

    internal static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        var known = await db.Set<ReferenceItem>().Select(i => i.List).Distinct().ToListAsync(cancellation);
        foreach (var (list, items) in Items.Where(l => !known.Contains(l.List.Code)))
        {
            var order = 0;
            foreach (var (code, label) in items)
                db.Add(new ReferenceItem(list.Code, code, label, order += 10));
        }
    }

    private static readonly (ReferenceList List, (string Code, string Label)[] Items)[] Items =
    [
        (EstablishmentKinds,
        [
            ("CHRS", "CHRS – hébergement et réinsertion sociale"),
            ("CHU", "CHU – hébergement d’urgence"),
            ("CSAPA", "CSAPA – soin et prévention en addictologie"),
            ("CAARUD", "CAARUD – réduction des risques"),
            ("ACT", "ACT – appartements de coordination thérapeutique"),
            ("LHSS", "LHSS – lits halte soins santé"),
            ("LAM", "LAM – lits d’accueil médicalisés"),
            ("CSL", "CSL – centre de semi-liberté"),
            ("Pension de famille", "Pension de famille"),
            ("Résidence sociale", "Résidence sociale"),
            ("Accueil de jour", "Accueil de jour"),
            ("Chantier d’insertion", "Chantier d’insertion"),
            ("Siège", "Siège"),
        ]),
        (Measures,
        [
            ("PE", "Placement extérieur"),
            ("DDSE", "Détention à domicile sous surveillance électronique"),
            ("SL", "Semi-liberté"),
            ("LC", "Libération conditionnelle"),
            ("LSC", "Libération sous contrainte"),
            ("TIG", "Travail d’intérêt général"),
            ("Sursis probatoire", "Sursis probatoire"),
            ("Contrôle judiciaire", "Contrôle judiciaire"),
            ("ARSE", "Assignation à résidence avec surveillance électronique"),
            ("Suivi socio-judiciaire", "Suivi socio-judiciaire"),
            ("Permission de sortir", "Permission de sortir"),
            ("Sortie sans mesure", "Sortie de détention sans mesure"),
        ]),
        (Publics,
        [
            ("Hommes", "Hommes seuls"),
            ("Femmes", "Femmes seules"),
            ("Couples", "Couples"),
            ("Familles", "Familles avec enfants"),
            ("18-25 ans", "Jeunes de 18 à 25 ans"),
            ("Addictions", "Personnes ayant une addiction"),
            ("Santé mentale", "Personnes ayant un trouble psychique"),
            ("Perte d’autonomie", "Personnes âgées ou en perte d’autonomie"),
            ("Animal", "Personnes avec un animal"),
        ]),
        (Functions,
        [
            ("Directrice ou directeur", "Directrice ou directeur"),
            ("Cheffe ou chef de service", "Cheffe ou chef de service"),
            ("Éducatrice ou éducateur spécialisé", "Éducatrice spécialisée ou éducateur spécialisé"),
            ("Monitrice ou moniteur-éducateur", "Monitrice-éducatrice ou moniteur-éducateur"),
            ("Assistante ou assistant social", "Assistante ou assistant de service social"),
            ("CESF", "Conseillère ou conseiller en économie sociale et familiale"),
            ("Infirmière ou infirmier", "Infirmière ou infirmier"),
            ("Médecin", "Médecin"),
            ("Psychologue", "Psychologue"),
            ("Accompagnante ou accompagnant social", "Accompagnante ou accompagnant éducatif et social"),
            ("Veilleuse ou veilleur de nuit", "Veilleuse ou veilleur de nuit"),
            ("Agente ou agent d’accueil", "Agente ou agent d’accueil"),
            ("Secrétaire", "Secrétaire"),
            ("Coordinatrice ou coordinateur justice", "Coordinatrice ou coordinateur justice"),
        ]),
        (Authorisations,
        [
            ("Agrément PE", "Agrément placement extérieur"),
            ("Habilitation TIG", "Habilitation à recevoir des travaux d’intérêt général"),
            ("Autorisation", "Autorisation de fonctionner"),
            ("CPOM", "Contrat pluriannuel d’objectifs et de moyens (CPOM)"),
            ("Évaluation HAS", "Évaluation de la HAS"),
            ("Habilitation aide sociale", "Habilitation à l’aide sociale"),
        ]),
    ];
}
