namespace Intranet.Training;

/// <summary>A quarter that is over.</summary>
/// <param name="Last">Its last day.</param>
/// <param name="Gained">Certificates obtained by the people of the teams.</param>
/// <param name="Lost">Certificates, still valid, of those who left for good.</param>
internal sealed record ErosionQuarter(DateOnly Last, int Gained, int Lost, int Holders, int Concerned)
{
    public double? Share => Concerned == 0 ? null : (double)Holders / Concerned;

    /// <summary>« T4 26 ».</summary>
    public string Label => $"T{(Last.Month + 2) / 3} {Last:yy}";
}

/// <summary>
/// Two years of teams' coverage, and what moved it: certificates of the courses that requirements ask for, gained by people present, lost
/// with those who left. Coverage is holders / concerned over all requirements of everyone.
/// </summary>
/// <param name="Target">Share aimed at, the average of the requirements.</param>
internal sealed record Erosion(IReadOnlyList<ErosionQuarter> Quarters, double Target)
{
    private const int Shown = 8;

    public int GainedInAYear => Quarters.TakeLast(4).Sum(q => q.Gained);
    public int LostInAYear => Quarters.TakeLast(4).Sum(q => q.Lost);
    public ErosionQuarter YearBefore => Quarters[^5];
    public ErosionQuarter Latest => Quarters[^1];

    public static Erosion Of(TrainingFacts facts, CoverageRule rule, IReadOnlySet<int> houses, DateOnly today)
    {
        var first = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-3 * Shown);
        var teams = facts.Team.Where(t => houses.Contains(t.EstablishmentId)).ToLookup(t => t.PersonId);
        var gained = facts.Records.Where(r => r.On >= first && rule.Required.Contains(r.CourseId) && teams[r.PersonId].Any(t => t.IsOn(r.On))).GroupBy(r => QuarterOf(r.On)).ToDictionary(g => g.Key, g => g.Count());
        var lost = Departure.Of(facts, today).Where(d => d.On >= first && houses.Contains(d.EstablishmentId))
            .GroupBy(d => QuarterOf(d.On)).ToDictionary(g => g.Key, g => g.Sum(d => rule.Required.Count(c => rule.Held(d.PersonId, c).Any(p => p.IsOn(d.On)))));
        var mine = facts.Houses.Where(h => houses.Contains(h.Id)).ToList();
        List<ErosionQuarter> quarters = [];
        for (var last = first.AddMonths(3).AddDays(-1); quarters.Count < Shown; last = last.AddDays(1).AddMonths(3).AddDays(-1))
        {
            var totals = rule.On(last, mine).Where(c => c.Requirement.AtLeast is null).GroupBy(c => c.Requirement.Id).Select(g => CoverageTotal.Of(g.First().Requirement, [.. g], last)).ToList();
            var quarter = QuarterOf(last);
            quarters.Add(new(last, gained.GetValueOrDefault(quarter), lost.GetValueOrDefault(quarter), totals.Sum(t => t.Holders), totals.Sum(t => t.Concerned)));
        }
        return new(quarters, facts.Requirements.Where(r => r.AtLeast is null && r.IsOn(today)).Select(r => r.Target / 100.0).DefaultIfEmpty(0.85).Average());
    }

    private static (int Year, int Quarter) QuarterOf(DateOnly day) => (day.Year, (day.Month - 1) / 3);
}

/// <summary>Somebody left us for good: the last of their employments, none goes on.</summary>
/// <param name="On">The last day.</param>
internal readonly record struct Departure(int PersonId, int EstablishmentId, string Function, DateOnly On)
{
    /// <summary>Those whose last day is past, one each: who came back, or works elsewhere with us, hasn't left.</summary>
    public static IEnumerable<Departure> Of(TrainingFacts facts, DateOnly today)
        => facts.Team.GroupBy(t => t.PersonId).Where(g => g.All(t => t.To < today))
            .Select(g => g.OrderByDescending(t => t.To).ThenBy(t => t.From).First()).Select(t => new Departure(t.PersonId, t.EstablishmentId, t.Function, t.To!.Value));
}
