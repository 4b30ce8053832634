namespace Intranet.Training;

/// <summary>Somebody who arrived lately and what is still missing, with its date.</summary>
/// <param name="Missing">Requirements not held, by date; empty when all is done.</param>
/// <param name="Held">How many of those that apply are held.</param>
internal sealed record Newcomer(TeamMember Member, IReadOnlyList<PersonStanding> Missing, int Held)
{
    /// <summary>Without any delay in the requirements, so many days after arriving one is no newcomer.</summary>
    private const int Shortest = 90;

    public int Applying => Missing.Count + Held;
    public DateOnly? DueOn => Missing.Count == 0 ? null : Missing.Min(m => m.DueOn);

    /// <summary>Those present whose delay runs, or who arrived within the shortest one; whose date comes first, first.</summary>
    public static IReadOnlyList<Newcomer> Of(TrainingSnapshot board, IReadOnlySet<int> houses)
    {
        var today = board.Today;
        var longest = Math.Max(Shortest, board.Facts.Requirements.Where(r => r.IsOn(today)).Select(r => r.DelayDays).DefaultIfEmpty(0).Max());
        var standings = board.On(today, houses).Where(c => c.Requirement.AtLeast is null).SelectMany(c => c.People).ToLookup(p => (p.PersonId, p.EstablishmentId));
        // Who moves from one of our establishments to another didn't arrive.
        var first = board.Facts.Team.GroupBy(t => t.PersonId).ToDictionary(g => g.Key, g => g.ToList());
        return [.. board.Facts.Team.Where(t => houses.Contains(t.EstablishmentId) && t.IsPresent(today) && t.From > today.AddDays(-longest))
            .Where(t => !first[t.PersonId].Exists(o => o.From < t.From && (o.To is null || o.To >= t.From.AddDays(-1))))
            .GroupBy(t => (t.PersonId, t.EstablishmentId)).Select(g => g.MinBy(t => t.From)!)
            .Select(t => new Newcomer(t, [.. standings[(t.PersonId, t.EstablishmentId)].Where(p => p.Standing != Standing.Holds).OrderBy(p => p.DueOn)], standings[(t.PersonId, t.EstablishmentId)].Count(p => p.Standing == Standing.Holds)))
            .OrderBy(n => n.DueOn ?? DateOnly.MaxValue).ThenByDescending(n => n.Member.From).ThenBy(n => n.Member.PersonId)];
    }
}
