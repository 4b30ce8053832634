namespace Intranet.Training;

/// <summary>A requirement that nobody of a team holds since somebody left it.</summary>
/// <param name="Function">Of who left; the person isn't named.</param>
/// <param name="On">Their last day there.</param>
/// <param name="Candidates">Colleagues present who could take the course.</param>
/// <param name="Booked">How many of them have a seat, and when the first is trained.</param>
internal sealed record Vanished(CoverageCell Cell, string Function, DateOnly On, int Candidates, int Booked, DateOnly? TrainedOn)
{
    /// <summary>Months after which it is no news.</summary>
    private const int News = 12;

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<Vanished> Among(IEnumerable<CoverageCell> cells, TrainingFacts facts, CoverageRule rule, DateOnly today)
    {
        var since = today.AddMonths(-News);
        var left = facts.Team.Where(t => t.To < today && t.To >= since).ToLookup(t => t.EstablishmentId);
        List<Vanished> all = [];
        foreach (var cell in cells.Where(c => c.Holders == 0 && c.Concerned > 0))
        {
            var holder = left[cell.House.Id].Where(t => cell.Requirement.Concerns(t) && rule.Holds(t.PersonId, cell.Requirement, t.To!.Value)).MaxBy(t => t.To);
            // Who stayed lost it later by expiry: then it isn't that departure's doing.
            if (holder is null || cell.People.Any(p => rule.Holds(p.PersonId, cell.Requirement, holder.To!.Value.AddDays(1))))
                continue;
            var booked = cell.People.Where(p => p.Booked is not null).ToList();
            all.Add(new(cell, holder.Function, holder.To!.Value, cell.People.Count, booked.Count, booked.Select(p => (DateOnly?)p.Booked!.On).Min()));
        }
        return [.. all.OrderByDescending(v => v.On).ThenBy(v => v.Cell.House.Name, StringComparer.CurrentCulture)];
    }
}
