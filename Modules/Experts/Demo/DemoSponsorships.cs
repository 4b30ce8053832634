using Intranet.Shared;

namespace Intranet.Experts.Demo;

/// <summary>Who leans on whom in "Les Rives"; one is to be renewed within three weeks.</summary>
internal static class DemoSponsorships
{
    private static readonly (string Generalist, string Resource, string Topic, int Since, int? Renewed, string Terms)[] Items =
    [
        ("chrs-escale", "chrs-traverse", "Placement extérieur", 346, null, "Un appel avant chaque accord de prise en charge\u00a0; deux journées d’immersion par an pour l’équipe."),
        ("chrs-passage", "chrs-traverse", "Détention à domicile sous surveillance électronique", 640, 250, "La Traverse relit les horaires demandés et prête son modèle de fiche."),
        ("pension-acacias", "residence-belvedere", "Fin de prise en charge et exclusion", 120, null, "Un point de trente minutes par trimestre."),
        ("chrs-glycines", "csapa-rive-canal", "Addictions", 500, 130, "Permanence téléphonique le mardi matin, visite possible dans le mois."),
        ("chu-beaulieu", "csapa-rive-canal", "Santé mentale", 75, null, "Appel à deux voix avec l’infirmière quand une orientation paraît urgente."),
        ("lhss-saint-clair", "act-lilas", "Maladies chroniques et soins", 300, null, "Échange des trames de sortie d’hôpital et de détention."),
    ];

    public static void Load(IntranetDb db, DemoContext context, IReadOnlyDictionary<string, int> topics)
    {
        foreach (var (generalist, resource, topic, since, renewed, terms) in Items)
        {
            var from = context.Today.AddDays(-since);
            var sponsorship = new Sponsorship(context.Ids[generalist], context.Ids[resource], topics[topic], from);
            sponsorship.Agree(from, terms);
            if (renewed is { } days)
                sponsorship.Renew(context.Today.AddDays(-days));
            db.Add(sponsorship);
        }
    }
}
