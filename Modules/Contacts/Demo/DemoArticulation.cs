using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>How establishments and partners work together, observed over two years: some links grew, one went down, a few are without object.</summary>
internal sealed class DemoArticulation(IntranetDb db, DemoContext context)
{
    /// <summary>House, partner, levels from the oldest observation to the latest (a dot for « sans objet »), level aimed at (or a dot).</summary>
    private static readonly (string House, string Partner, string Levels, char Aimed)[] Links =
    [
        ("chrs-traverse", "spip-93", "123", '3'), ("chrs-traverse", "tj-bobigny", "33", '3'), ("chrs-traverse", "cp-93", "12", '3'), ("chrs-traverse", "spip-94", "22", '.'),
        ("chrs-traverse", "tj-creteil", "1", '.'), ("chrs-traverse", "spip-75", "2", '.'), ("csapa-rive-canal", "spip-93", "12", '3'), ("csapa-rive-canal", "tj-bobigny", "22", '.'),
        ("csapa-rive-canal", "cp-93", "1", '2'), ("csapa-rive-canal", "usmp-villepinte", "12", '3'), ("act-lilas", "spip-93", "2", '.'), ("act-lilas", "tj-bobigny", "1", '.'),
        ("chrs-passage", "spip-94", "33", '3'), ("chrs-passage", "tj-creteil", "12", '3'), ("chrs-passage", "cp-fresnes", "22", '3'), ("chrs-passage", "cp-93", "1", '.'),
        ("csapa-deux-rives", "spip-77", "22", '3'), ("csapa-deux-rives", "tj-meaux", "32", '3'), ("csapa-deux-rives", "spip-77-melun", "11", '2'), ("csapa-deux-rives", "csl-melun", "0", '1'),
        ("chrs-escale", "spip-77", "21", '2'), ("chrs-escale", "tj-meaux", "23", '3'), ("chrs-escale", "spip-77-meaux", "12", '3'), ("chrs-escale", "cp-meaux", "1", '2'),
        ("act-peupliers", "spip-91", "22", '.'), ("act-peupliers", "cp-fleury", "21", '2'), ("act-peupliers", "usmp-fleury", "12", '2'),
        ("chrs-glycines", "spip-91", "23", '3'), ("chrs-glycines", "cp-fleury", "2", '.'), ("chrs-glycines", "spip-91-fleury", "22", '.'), ("chrs-glycines", "spip-75", "2", '.'),
        ("lhss-saint-clair", "spip-92", "1", '2'), ("lhss-saint-clair", "cp-nanterre", "01", '1'), ("chu-beaulieu", "spip-75", "12", '2'), ("chu-beaulieu", "cp-sante", "1", '.'),
        ("chu-beaulieu", "siao-75", "33", '.'), ("caarud-halte", "spip-93", "0", '.'), ("caarud-halte", "tj-bobigny", ".", '.'), ("caarud-halte", "pjj-93", "1", '.'),
        ("pension-acacias", "spip-78", "1", '.'), ("pension-acacias", "tj-versailles", ".", '.'), ("residence-belvedere", "spip-95", "12", '2'), ("residence-belvedere", "cp-osny", "0", '1'),
    ];

    private static readonly string[] Comments =
    [
        "Usagers communs, sans échange entre les équipes.",
        "Courriers d’orientation uniquement, par les secrétariats.",
        "Session d’information croisée, deux fois par an.",
        "Commission d’admission commune chaque mois, grille partagée.",
    ];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var (house, partner, levels, aimed) in Links)
        {
            var day = context.Today.AddDays(-context.Random.Next(20, 300));
            foreach (var level in levels.Reverse())
            {
                db.Add(new ArticulationObservation(context.Ids[house], context.Ids[partner], day, Level(level), level == '.' ? null : Level(aimed),
                    level == '.' ? "Publics différents." : Comments[level - '0'], level >= '2' ? "Karim Lebrun" : "Hélène Vasseur"));
                day = day.AddDays(-context.Random.Next(200, 400));
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static ArticulationLevel? Level(char code) => code == '.' ? null : (ArticulationLevel)(code - '0');
}
