using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>Those who worked here and left within the last two years, more of them each time: what they knew left with them.</summary>
internal static class DemoLeavers
{
    private static readonly (string House, string Function, int DaysAgo)[] All =
    [
        ("chrs-passage", "CESF", 705), ("csapa-rive-canal", "Infirmière ou infirmier", 690), ("chrs-traverse", "Éducatrice ou éducateur spécialisé", 610),
        ("act-lilas", "Assistante ou assistant social", 560), ("chrs-glycines", "Monitrice ou moniteur-éducateur", 535), ("chrs-escale", "Éducatrice ou éducateur spécialisé", 520),
        ("chrs-escale", "Assistante ou assistant social", 455), ("caarud-halte", "Éducatrice ou éducateur spécialisé", 440), ("chu-beaulieu", "Agente ou agent d’accueil", 425), ("csapa-deux-rives", "Psychologue", 410),
        ("chrs-escale", "CESF", 350), ("chrs-traverse", "Veilleuse ou veilleur de nuit", 335), ("lhss-saint-clair", "Infirmière ou infirmier", 310),
        ("chrs-escale", "Éducatrice ou éducateur spécialisé", 260), ("act-peupliers", "Accompagnante ou accompagnant social", 250), ("chrs-passage", "Éducatrice ou éducateur spécialisé", 240), ("chrs-glycines", "Assistante ou assistant social", 225),
        ("csapa-deux-rives", "Infirmière ou infirmier", 170), ("chrs-escale", "Monitrice ou moniteur-éducateur", 160), ("chrs-traverse", "CESF", 150), ("chu-beaulieu", "Éducatrice ou éducateur spécialisé", 140), ("act-lilas", "Psychologue", 130),
        ("chrs-escale", "Éducatrice ou éducateur spécialisé", 52), ("csapa-rive-canal", "Éducatrice ou éducateur spécialisé", 60), ("chrs-escale", "Assistante ou assistant social", 70), ("chrs-passage", "Monitrice ou moniteur-éducateur", 80),
    ];

    /// <summary>Nothing here draws by lot: what loads afterwards stays as it was.</summary>
    public static async Task LoadAsync(IntranetDb db, DemoContext context, DemoNames names, CancellationToken cancellation)
    {
        List<Person> people = [];
        foreach (var (house, function, daysAgo) in All)
        {
            var (person, last) = (names.Next(DemoMail.Ours), context.Today.AddDays(-daysAgo));
            person.Employ(context.Ids[house], function, last.AddDays(-1400 - (daysAgo % 7 * 190))).Leave(last);
            person.Depart(last);
            people.Add(person);
        }
        db.AddRange(people);
        await db.SaveChangesAsync(cancellation);
    }
}
