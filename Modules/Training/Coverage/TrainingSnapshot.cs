namespace Intranet.Training;

/// <summary>The facts of a day and the cells computed from them, each day once; shared by all readers.</summary>
internal sealed class TrainingSnapshot(TrainingFacts facts, DateOnly today)
{
    /// <summary>Days kept; a reader who tries many pays for them again.</summary>
    private const int Kept = 12;

    private static readonly IEqualityComparer<HashSet<int>> Sets = HashSet<int>.CreateSetComparer();

    private readonly Lock computing = new();
    private readonly CoverageRule rule = new(facts, today);
    private readonly Dictionary<DateOnly, IReadOnlyList<CoverageCell>> days = [];
    private readonly Dictionary<HashSet<int>, Erosion> erosions = new(Sets);
    private readonly Dictionary<HashSet<int>, IReadOnlyList<Vanished>> vanished = new(Sets);
    private readonly Dictionary<DateOnly, Dictionary<HashSet<int>, CoverageMatrix>> matrices = [];

    public TrainingFacts Facts { get; } = facts;
    public DateOnly Today { get; } = today;

    /// <summary>All cells of a day, past or to come.</summary>
    public IReadOnlyList<CoverageCell> On(DateOnly day)
    {
        lock (computing)
        {
            if (days.TryGetValue(day, out var known))
                return known;
            if (days.Count >= Kept)
                days.Clear();
            return days[day] = rule.On(day);
        }
    }

    /// <summary>The cells of a day for some establishments.</summary>
    public IReadOnlyList<CoverageCell> On(DateOnly day, IReadOnlySet<int> houses)
    {
        // A large part of the whole is cut from the whole, which the next reader finds computed.
        if (houses.Count * 4 > Facts.Houses.Count)
            return [.. On(day).Where(c => houses.Contains(c.House.Id))];
        lock (computing)
            return rule.On(day, Facts.Houses.Where(h => houses.Contains(h.Id)));
    }

    /// <summary>The matrix of these establishments on a day, each once: its totals count every person of every one of them.</summary>
    public CoverageMatrix Matrix(IReadOnlyList<TeamPlace> places, DateOnly day)
    {
        var houses = places.Select(p => p.Id).ToHashSet();
        lock (computing)
        {
            if (matrices.TryGetValue(day, out var ofDay) && ofDay.TryGetValue(houses, out var known))
                return known;
        }
        var matrix = CoverageMatrix.Of(this, places, day);
        lock (computing)
        {
            if (matrices.Count >= Kept)
                matrices.Clear();
            if (!matrices.TryGetValue(day, out var ofDay))
                matrices[day] = ofDay = new(Sets);
            return ofDay[houses] = matrix;
        }
    }

    /// <summary>Who is present in each establishment on a day.</summary>
    public ILookup<int, int> Present(DateOnly day) => rule.Present(day);

    /// <summary>What departures cost these establishments, quarter after quarter.</summary>
    public Erosion Erosion(HashSet<int> houses)
    {
        lock (computing)
            return erosions.TryGetValue(houses, out var known) ? known : erosions[houses] = Training.Erosion.Of(Facts, rule, houses, Today);
    }

    /// <summary>What fell to nothing with a departure, in these establishments.</summary>
    public IReadOnlyList<Vanished> Vanished(HashSet<int> houses)
    {
        var cells = On(Today, houses);
        lock (computing)
            return vanished.TryGetValue(houses, out var known) ? known : vanished[houses] = Training.Vanished.Among(cells, Facts, rule, Today);
    }

    /// <summary>Where one person stands on a day.</summary>
    public IReadOnlyList<PersonStanding> Of(int personId, DateOnly day)
    {
        lock (computing)
            return rule.Of(personId, day);
    }

    /// <summary>The days on which a person holds a course.</summary>
    public IReadOnlyList<HeldPeriod> Held(int personId, int courseId)
    {
        lock (computing)
            return rule.Held(personId, courseId);
    }
}
