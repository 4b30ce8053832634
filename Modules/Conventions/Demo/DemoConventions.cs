namespace Intranet.Conventions.Demo;

/// <summary>How far a fictional agreement has gone.</summary>
internal enum DemoLife
{
    Draft,
    Negotiation,
    ToSign,
    Signed,
    InForce,
    Open,
    Decided,
    Expired,
    Applied,
    Denounced,
    Replaced,
    Abandoned,
}

/// <summary>One of the forty-six agreements.</summary>
/// <param name="Days">Until its end, or its start when it isn't in force yet; negative in the past.</param>
/// <param name="Years">Length of the first period.</param>
/// <param name="Notice">In months.</param>
internal sealed record DemoConvention(string Kind, string Title, string House, string Partner, string Owner, DemoLife Life, int Days, int Years = 3, RenewalMode Renewal = RenewalMode.Express, int Notice = 3)
{
    public int? Places { get; init; }

    /// <summary>Tacit renewals already behind it.</summary>
    public int Rolled { get; init; }

    /// <summary>Number of the agreement that it follows, in the order of the list.</summary>
    public int? Follows { get; init; }

    /// <summary>Number of the partner's post that answers for it.</summary>
    public int Counterpart { get; init; } = 2;

    /// <summary>What is still to be found of an agreement taken over from a file; empty when it is all there.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Further partners.</summary>
    public string[] Also { get; init; } = [];
}

internal static class DemoConventions
{
    private const string Pole = "poste-direction-pole";
    private const string Coordination = "poste-coordination";
    private const string Escale = "poste-justice-chrs-escale";

    private static string Head(string house) => $"poste-direction-{house}";

    private static string Service(string house) => $"poste-service-{house}";

    /// <summary>
    /// Every state, and every reason of risk on a dozen of them, the others being kept as they should: 2 drafts, 3 in negotiation, 1 to sign, 1 signed, 28 in force, 5 under renewal, 2 expired, 1 expired but applied, 1 denounced, 1 replaced, 1 abandoned.
    /// </summary>
    public static IReadOnlyList<DemoConvention> All { get; } =
    [
        // Under decision: these make the reminders.
        new("placement", "Placement extérieur", "chrs-traverse", "spip-93", Pole, DemoLife.InForce, 99, 3, RenewalMode.Tacit) { Places = 14, Also = ["disp-paris"] },
        new("experiment", "Semi-liberté et accueil de jour", "csapa-rive-canal", "csl-gagny", Service("csapa-rive-canal"), DemoLife.InForce, 104) { Also = ["asso-tremplin"] },
        new("sharing", "Protocole sortants de détention", "act-peupliers", "cp-fleury", Service("act-peupliers"), DemoLife.InForce, 220, 2),
        new("framework", "Orientation des personnes placées sous main de justice", "chrs-escale", "tj-meaux", Escale, DemoLife.InForce, 130, 3),
        new("framework", "Partenariat santé et justice", "csapa-deux-rives", "spip-77", Coordination, DemoLife.InForce, 160, 2),
        new("placement", "Accueil de femmes sous main de justice", "chrs-glycines", "spip-91", Pole, DemoLife.InForce, 250, 3) { Places = 8, Also = ["disp-paris"] },

        // Under renewal.
        new("placement", "Placement extérieur", "chrs-passage", "spip-94", Head("chrs-passage"), DemoLife.Decided, 75, 3) { Places = 12, Also = ["disp-paris"] },
        new("inside", "Permanence en détention", "csapa-rive-canal", "cp-93", Service("csapa-rive-canal"), DemoLife.Decided, 40, 2),
        new("csapa", "CSAPA référent", "csapa-deux-rives", "spip-77-melun", Coordination, DemoLife.Decided, 120, 2) { Also = ["ars-93"] },
        new("placement", "Placement extérieur", "chrs-escale", "spip-77", Head("chrs-escale"), DemoLife.InForce, 310, 3) { Places = 10, Also = ["disp-paris"] },
        new("framework", "Convention cadre", "chu-beaulieu", "siao-75", Head("chu-beaulieu"), DemoLife.InForce, 330, 3),

        // Not signed yet.
        new("placement", "Placement extérieur, renouvellement", "chrs-escale", "spip-77", Head("chrs-escale"), DemoLife.Negotiation, 311, 3) { Places = 12, Follows = 9, Also = ["disp-paris"] },
        new("framework", "Convention cadre, nouvelle version", "chu-beaulieu", "siao-75", Head("chu-beaulieu"), DemoLife.Draft, 331, 3) { Follows = 10 },
        new("secondment", "Mise à disposition d’un bureau", "caarud-halte", "pjj-93", Service("caarud-halte"), DemoLife.Draft, 90, 1, RenewalMode.Tacit, 1),
        new("experiment", "Accueil des jeunes majeurs sortants", "residence-belvedere", "spip-95", Coordination, DemoLife.Negotiation, 120, 2),
        new("inside", "Permanence en détention", "lhss-saint-clair", "cp-nanterre", Service("lhss-saint-clair"), DemoLife.Negotiation, 60, 2),
        new("sharing", "Protocole d’échange d’informations", "chu-beaulieu", "cp-sante", Pole, DemoLife.ToSign, 30, 3),
        new("framework", "Convention cadre", "residence-belvedere", "spip-95", Service("residence-belvedere"), DemoLife.Signed, 25, 3),

        // Over.
        new("framework", "Accueil de permissionnaires", "chrs-glycines", "cp-fleury", Pole, DemoLife.Expired, -35, 3),
        new("sharing", "Protocole local", "pension-acacias", "spip-78", Service("pension-acacias"), DemoLife.Expired, -120, 2),
        new("inside", "Permanence en détention", "act-lilas", "cp-93", Service("act-lilas"), DemoLife.Applied, -60, 2),
        new("secondment", "Mise à disposition d’un éducateur", "caarud-halte", "siao-93", Service("caarud-halte"), DemoLife.Denounced, -40, 2, RenewalMode.Tacit, 2),
        new("framework", "Convention cadre, première version", "chrs-passage", "tj-creteil", Head("chrs-passage"), DemoLife.Replaced, 200, 3),
        new("other", "Prêt d’un local associatif", "chrs-passage", "asso-ancrage", Head("chrs-passage"), DemoLife.Abandoned, 30, 1),

        // In force, nothing to decide soon.
        new("framework", "Convention cadre", "chrs-passage", "tj-creteil", Head("chrs-passage"), DemoLife.InForce, 800, 3) { Follows = 22 },
        new("framework", "Convention cadre", "chrs-traverse", "tj-bobigny", Pole, DemoLife.InForce, 640, 3),
        new("framework", "Convention cadre", "residence-belvedere", "tj-pontoise", Coordination, DemoLife.InForce, 700, 3),
        new("framework", "Convention cadre", "lhss-saint-clair", "tj-nanterre", Service("lhss-saint-clair"), DemoLife.InForce, 560, 3),
        new("framework", "Convention cadre", "chu-beaulieu", "tj-paris", Head("chu-beaulieu"), DemoLife.InForce, 900, 3),
        new("framework", "Convention cadre", "pension-acacias", "tj-versailles", Coordination, DemoLife.InForce, 610, 3) { Counterpart = 3, Missing = "l’exemplaire signé par le tribunal et ses annexes" },
        new("framework", "Convention cadre", "chrs-glycines", "tj-evry", Coordination, DemoLife.InForce, 1000, 3),
        new("framework", "Convention régionale", "siege", "disp-paris", Pole, DemoLife.InForce, 750, 3),
        new("framework", "Orientation et hébergement", "chrs-traverse", "siao-93", Head("chrs-traverse"), DemoLife.InForce, 300, 1, RenewalMode.Tacit, 2) { Rolled = 3 },
        new("framework", "Orientation et hébergement", "chrs-passage", "spip-94", Coordination, DemoLife.InForce, 330, 1, RenewalMode.Tacit, 2) { Rolled = 2 },
        new("sharing", "Protocole d’échange d’informations", "csapa-rive-canal", "usmp-villepinte", Service("csapa-rive-canal"), DemoLife.Open, -800),
        new("sharing", "Protocole d’échange d’informations", "act-peupliers", "usmp-fleury", Service("act-peupliers"), DemoLife.Open, -1500),
        new("csapa", "CSAPA référent", "csapa-rive-canal", "cp-93", Service("csapa-rive-canal"), DemoLife.InForce, 480, 3) { Also = ["ars-93"] },
        new("csapa", "CSAPA référent", "csapa-deux-rives", "cp-meaux", Coordination, DemoLife.InForce, 520, 3) { Also = ["ars-93"] },
        new("inside", "Permanence en détention", "chrs-passage", "cp-fresnes", Head("chrs-passage"), DemoLife.InForce, 400, 2),
        new("inside", "Permanence en détention", "residence-belvedere", "cp-osny", Service("residence-belvedere"), DemoLife.InForce, 350, 2, RenewalMode.Tacit) { Rolled = 1 },
        new("inside", "Permanence en détention", "chrs-escale", "cp-meaux", Escale, DemoLife.InForce, 450, 2),
        new("experiment", "Commission d’admission commune", "chrs-traverse", "spip-93", Head("chrs-traverse"), DemoLife.InForce, 365, 2) { Also = ["tj-bobigny"] },
        new("experiment", "Travail d’intérêt général collectif", "residence-belvedere", "spip-95", Service("residence-belvedere"), DemoLife.InForce, 420, 2),
        new("sharing", "Protocole d’échange d’informations", "chrs-glycines", "usmp-fleury", Head("chrs-glycines"), DemoLife.InForce, 590, 3),
        new("secondment", "Mise à disposition d’un conseiller", "chrs-traverse", "ml-trois-canaux", Head("chrs-traverse"), DemoLife.InForce, 310, 1, RenewalMode.Tacit, 1) { Rolled = 1 },
        new("other", "Groupe de parole avec l’antenne", "chrs-escale", "spip-77-melun", Escale, DemoLife.InForce, 500, 2),
    ];
}
