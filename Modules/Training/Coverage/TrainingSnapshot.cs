namespace Intranet.Training;

/// <summary>The facts of a day and the cells computed from them, each day once; shared by all readers.</summary>
internal sealed class TrainingSnapshot(TrainingFacts facts, DateOnly today)
{
    /// <summary>Days kept; a reader who tries many pays for them again.</summary>
    private const int Kept = 12;

    private readonly Lock computing = new();
    private readonly CoverageRule rule = new(facts, today);
    private readonly Dictionary<DateOnly, IReadOnlyList<CoverageCell>> days = [];
    private readonly Dictionary<HashSet<int>, Erosion> erosions = new(HashSet<int>.CreateSetComparer());

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

    /// <summary>Who is present in each establishment on a day.</summary>
    public ILookup<int, int> Present(DateOnly day) => rule.Present(day);

    /// <summary>What departures cost these establishments, quarter after quarter.</summary>
    public Erosion Erosion(HashSet<int> houses)
    {
        lock (computing)
            return erosions.TryGetValue(houses, out var known) ? known : erosions[houses] = Training.Erosion.Of(Facts, rule, houses, Today);
    }

    /// <summary>What fell to nothing with a departure, in these establishments.</summary>
    public IReadOnlyList<Vanished> Vanished(IReadOnlySet<int> houses)
    {
        var cells = On(Today, houses);
        lock (computing)
            return Training.Vanished.Among(cells, Facts, rule, Today);
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
