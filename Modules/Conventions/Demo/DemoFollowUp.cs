using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions.Demo;

/// <summary>What was counted, reviewed and promised in the fictional agreements of the first copy.</summary>
internal static class DemoFollowUp
{
    /// <summary>Numbers in <see cref="DemoConventions.All"/> of the four placements whose places and referrals are followed.</summary>
    private static readonly int[] Placements = [0, 5, 6, 9];

    /// <summary>The one to which nobody refers any more, and the one that takes in more people than agreed.</summary>
    private const int DriedUp = 5, Exceeded = 9;

    /// <summary>Others with indicators.</summary>
    private static readonly int[] Counted = [1, 3, 4, 7, 8, 14, 25, 36, 37, 41, 42];

    /// <summary>The one whose last review is missing, and the one that nobody will evaluate.</summary>
    private const int WithoutReview = 3, WithoutEvaluation = 1;

    private static int NumberOf(DemoConvention demo) => DemoConventions.All.TakeWhile(d => d != demo).Count();

    public static ArticulationLevel? AgreedLevel(DemoConvention demo) => demo.Kind switch
    {
        "placement" or "csapa" or "sharing" => NumberOf(demo) == 0 ? ArticulationLevel.JointWork : ArticulationLevel.MinimalSharing,
        "experiment" => ArticulationLevel.JointWork,
        "framework" or "inside" => ArticulationLevel.Formal,
        _ => null,
    };

    public static long? DailyPriceCents(DemoConvention demo) => demo.Kind == "placement" ? 3850 : null;

    /// <summary>Before signature: what each side promises, who will evaluate, and on what.</summary>
    public static void Prepare(Convention convention, DemoConvention demo, DateOnly today)
    {
        if (Placements.Contains(NumberOf(demo)))
            convention.DefineIndicators([(null, "Places", "places", null, false), (null, "Journées", "journées", null, false), (null, "Occupation", "%", 9000, false), (null, "Sorties vers un logement", "personnes", 1000, true)]);
        else if (Counted.Contains(NumberOf(demo)))
            convention.DefineIndicators([(null, "Personnes orientées", "personnes", 2000, true), (null, "Rencontres entre équipes", "rencontres", 400, false)]);
        if (demo.Kind is not ("placement" or "csapa" or "experiment"))
            return;
        convention.Promise("Répondre à chaque orientation sous dix jours.", isOurs: true, null);
        convention.Promise("Recevoir une fois par an l’équipe du partenaire pour présenter l’établissement.", isOurs: true, today.AddDays(-40));
        convention.Promise("Nommer un interlocuteur et un suppléant.", isOurs: false, today.AddMonths(-14));
        convention.Promise("Tenir un comité de pilotage par semestre.", isOurs: false, today.AddMonths(4));
        if (NumberOf(demo) != WithoutEvaluation)
            convention.Evaluate("Centre régional d’études", "Une orientation par trimestre, aucune rencontre entre directions dans l’année qui précède.");
    }

    /// <summary>Once saved: what followed.</summary>
    public static void Follow(Convention convention, DemoConvention demo, DateOnly today)
    {
        if (convention.SignedOn is null || convention.Start is not { } start || start > today)
            return;
        var number = NumberOf(demo);
        foreach (var commitment in convention.Commitments.Where(c => c.DueOn < today.AddMonths(-12)))
            commitment.Fulfil(Sooner(Later(start, today.AddMonths(-15)), today), "Deux noms, communiqués à tous les chefs de service.", today);
        Review(convention, demo, number, today);
        if (Placements.Contains(number))
        {
            CountPlaces(convention, number, start, today);
            CountReferrals(convention, number, start, today);
        }
        if (Placements.Contains(number) || Counted.Contains(number))
            Measure(convention, demo, number, start, today);
    }

    private static void Review(Convention convention, DemoConvention demo, int number, DateOnly today)
    {
        var agreed = AgreedLevel(demo);
        var years = ReviewDue.Years(ConventionFacts.Of(convention), today, 4).Order().ToList();
        foreach (var (year, rank) in years.Select((y, i) => (y, i)))
        {
            var held = new DateOnly(year + 1, 3, 2 + number % 20);
            if (held > today || (number == WithoutReview && year == years[^1]))
                continue;
            var review = convention.Review(year, today);
            // Where there were several years, the first was under what was agreed; the placement of Montreuil still is.
            var isUnder = number == 0 || (rank == 0 && years.Count > 1 && number != WithoutReview);
            ArticulationLevel? level = agreed is null ? null : agreed > ArticulationLevel.None && isUnder ? agreed - 1 : agreed;
            review.Write(held, Difficulties(demo, rank), level, rank == 0 ? "" : "Le conseil demande que les règles de sortie soient les mêmes pour tous et dites dès l’arrivée.", today);
            review.Decide(ReviewDecision.AsIs, "Le travail commun avance ; les deux côtés souhaitent continuer.");
            review.Sign(true, Sooner(held.AddDays(8), today), "Hélène Vasseur, directrice de pôle", today);
            if (year != years[^1] || number % 9 != 1)
                review.Sign(false, Sooner(held.AddDays(20), today), "La direction du partenaire", today);
        }
    }

    private static string Difficulties(DemoConvention demo, int rank) => (demo.Kind, rank % 2) switch
    {
        ("placement", 0) => "Les orientations arrivent tard, souvent à moins d’un mois de la date possible.\nLe volet médical du dossier manque une fois sur deux.",
        ("placement", _) => "Seize places seraient nécessaires au printemps.\nLes permissions avant admission restent rares.",
        ("csapa", _) => "Le relais avec l’unité sanitaire dépend d’une seule personne.",
        (_, 0) => "Peu de rencontres hors des situations urgentes.",
        _ => "Les équipes changent vite des deux côtés ; il faut se présenter de nouveau.",
    };

    private static void CountPlaces(Convention convention, int number, DateOnly start, DateOnly today)
    {
        var places = AgreedPlaces.Of(convention);
        for (var month = new DateOnly(start.Year, start.Month, 1).AddMonths(1); month <= today; month = month.AddMonths(1))
        {
            var agreed = places.On(month)!.Value;
            var since = (month.Year - start.Year) * 12 + month.Month - start.Month;
            var used = (int)Math.Round(agreed * Math.Min(0.96, 0.74 + since * 0.0065) + (since * 7 % 5 - 2) * 0.35);
            convention.CountPlaces(month, number == Exceeded && month.AddMonths(2) > today ? agreed + 1 : Math.Min(agreed, used), today);
        }
    }

    private static void CountReferrals(Convention convention, int number, DateOnly start, DateOnly today)
    {
        var first = Later(Quarter.Of(today).Plus(-5).First, start.AddMonths(1));
        for (var month = new DateOnly(first.Year, first.Month, 1); month.AddMonths(1) <= today; month = month.AddMonths(1))
        {
            var isDry = number == DriedUp && month >= Quarter.Of(today).Plus(-1).First;
            var turn = month.Month + number;
            var (inside, judge, open) = isDry ? (1, 0, 0) : (6 + turn % 4, 2 + turn % 3, 3 + turn % 2);
            convention.CountReferrals(month,
            [
                ("SPIP-MF", inside, inside / 2, turn % 3, inside / 2),
                ("SPIP-MO", open, 0, 0, open / 2),
                ("JAP", judge, judge / 2, 0, judge / 2),
            ], [("reliquat", isDry ? 0 : 2 + turn % 2), ("medical", isDry ? 0 : 2), ("refus", turn % 4 == 0 ? 1 : 0)], today);
        }
    }

    private static void Measure(Convention convention, DemoConvention demo, int number, DateOnly start, DateOnly today)
    {
        var isPlacement = demo.Kind == "placement";
        var indicators = convention.Indicators.OrderBy(i => i.Order).ToList();
        for (var year = Math.Max(start.Year, today.Year - 2); year <= today.Year; year++)
        {
            var rank = year - today.Year + 3;
            if (isPlacement)
            {
                indicators[3].Say(year, isOurs: true, (rank * 4 + number % 3 - 1) * 100, "", today);
                if (year < today.Year)
                    indicators[2].Say(year, isOurs: false, (78 + rank * 4) * 100, rank == 1 ? "Compté sur les journées facturées." : "", today);
                var days = (int)(convention.Places!.Value * 330 * (0.8 + rank * 0.05));
                var done = year == today.Year ? days * today.DayOfYear / 365 : days;
                convention.Finance(year, rank == 3 ? 4150 : 3850, convention.Places.Value * 365 * 9 / 10, done, done - done / 20, year == today.Year ? done / 2 : done - done / 20, null, today);
            }
            else
            {
                indicators[0].Say(year, isOurs: true, (number % 4 + rank * 5 - 3) * 100, "", today);
                indicators[0].Say(year, isOurs: false, (number % 4 + rank * 5 - 2) * 100, "", today);
                indicators[1].Say(year, isOurs: true, (rank + 1) * 100, rank == 1 ? "Dont une en visioconférence." : "", today);
            }
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Sooner(DateOnly a, DateOnly b) => a < b ? a : b;
}
