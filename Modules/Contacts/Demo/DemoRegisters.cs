using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>Authorisations in every state, delegations of signature, access to prisons.</summary>
internal sealed class DemoRegisters(IntranetDb db, DemoContext context, DemoStaff staff)
{
    /// <summary>Kind, holder, authority, days since the start, days until the end, days since renewal was asked for.</summary>
    private static readonly (string Kind, string House, string Authority, int Since, int? Until, int? Asked)[] Granted =
    [
        ("Agrément PE", "chrs-traverse", "disp-paris", 1500, 325, null),
        ("Agrément PE", "chrs-passage", "disp-paris", 1730, 95, 60),
        ("Agrément PE", "chrs-escale", "disp-paris", 1690, 135, null),
        ("Agrément PE", "chrs-glycines", "disp-paris", 1850, -25, null),
        ("Habilitation TIG", "residence-belvedere", "tj-pontoise", 700, 1125, null),
        ("Habilitation TIG", "chrs-passage", "tj-creteil", 1640, 185, null),
        ("Habilitation TIG", "chrs-escale", "tj-meaux", -12, 1813, null),
        ("Autorisation", "csapa-rive-canal", "ars-93", 4100, 1378, null),
        ("Autorisation", "csapa-deux-rives", "ars-93", 3900, 1578, null),
        ("Autorisation", "act-lilas", "ars-93", 2900, 2578, null),
        ("Autorisation", "act-peupliers", "ars-93", 2500, null, null),
        ("Autorisation", "lhss-saint-clair", "ars-93", 1200, 4278, null),
        ("Autorisation", "caarud-halte", "ars-93", 5200, 278, null),
        ("CPOM", DemoHouses.HeadOffice, "drihl-93", 1630, 196, null),
        ("Évaluation HAS", "chrs-traverse", "", 600, 1225, null),
        ("Évaluation HAS", "chrs-passage", "", 1600, 225, 10),
        ("Évaluation HAS", "chu-beaulieu", "", 1750, 75, null),
        ("Habilitation aide sociale", "chrs-glycines", "drihl-93", 1100, 725, null),
    ];

    private DateOnly Today => context.Today;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        db.AddRange(Granted.Select(g => Grant(g.Kind, g.House, g.Authority, g.Since, g.Until, g.Asked)));
        db.AddRange(Delegate());
        db.AddRange(Enter());
        await db.SaveChangesAsync(cancellation);
    }

    private Authorisation Grant(string kind, string house, string authority, int since, int? until, int? asked)
    {
        var authorisation = new Authorisation(kind, context.Ids[house], Today.AddDays(-since), until is { } days ? Today.AddDays(days) : null);
        authorisation.GrantedBy(authority.Length > 0 ? context.Ids[authority] : null, authority.Length > 0 ? "" : "Haute Autorité de santé",
            $"Décision {Today.AddDays(-since).Year}-{context.Random.Next(100, 999)}", kind == "Agrément PE" ? 8 + context.Random.Next(7) : null, "");
        if (asked is { } ago)
            authorisation.Ask(Today.AddDays(-ago));
        if (kind == "Agrément PE")
            authorisation.List(staff.Of(house).Take(5).Select(p => p.Id));
        return authorisation;
    }

    private IEnumerable<Delegation> Delegate()
    {
        yield return Given(Delegation.ToPost(context.Ids["poste-direction-generale"], "Toutes les conventions et leurs avenants", Today.AddDays(-900), null), "le conseil d’administration");
        yield return Given(Delegation.ToPost(context.Ids["poste-direction-pole"], "Conventions sans engagement financier du pôle", Today.AddDays(-700), Today.AddDays(395)), "la direction générale");
        yield return Given(Delegation.ToPerson(context.Ids["person-directrice"], "Conventions de placement extérieur", Today.AddDays(-330), Today.AddDays(35)), "la direction générale");
        foreach (var house in DemoHouses.All.Where(h => h.HasDirection))
            yield return Given(Delegation.ToPost(context.Ids[house.Head], "Contrats de séjour et protocoles locaux", Today.AddDays(-600), Today.AddDays(495)), "la direction de pôle");
        yield return Given(Delegation.ToPost(context.Ids["poste-service-csapa-deux-rives"], "Protocoles de soins avec l’unité sanitaire", Today.AddDays(-1200), Today.AddDays(-105)), "la direction de pôle");
    }

    private Delegation Given(Delegation delegation, string by)
    {
        delegation.GivenUnder(by, $"Acte {delegation.From.Year}-{context.Random.Next(10, 99)}");
        return delegation;
    }

    private IEnumerable<PrisonAccess> Enter()
    {
        (string House, int Person, string Prison, int Until)[] accesses =
        [
            ("csapa-rive-canal", 1, "cp-93", 210), ("csapa-rive-canal", 2, "cp-93", 44), ("chrs-traverse", 2, "cp-93", 300), ("chrs-passage", 1, "cp-fresnes", 12),
            ("chrs-escale", 2, "cp-meaux", 150), ("chrs-escale", 1, "cp-meaux", -9), ("csapa-deux-rives", 1, "csl-melun", 320), ("act-peupliers", 1, "cp-fleury", 88),
            ("chrs-glycines", 2, "cp-fleury", 260), ("chu-beaulieu", 2, "cp-sante", 19),
        ];
        foreach (var (house, person, prison, until) in accesses)
        {
            var access = new PrisonAccess(staff.Of(house)[person].Id, context.Ids[house], context.Ids[prison], Today.AddDays(until - 365), Today.AddDays(until));
            access.IssuedUnder("Direction de l’établissement pénitentiaire");
            yield return access;
        }
    }
}
