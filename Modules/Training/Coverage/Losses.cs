namespace Intranet.Training;

/// <summary>Posts of one function left for good in an establishment in a year, and what was learnt there that left with them. Nobody is named.</summary>
/// <param name="Valid">Certificates still valid on the last day.</param>
/// <param name="Cost">Cents.</param>
internal sealed record Loss(int EstablishmentId, int Year, string Function, int Departures, int Trainings, int Valid, int Minutes, long Cost)
{
    /// <summary>By establishment, year and function, of those who left for good before the snapshot's day.</summary>
    public static IReadOnlyList<Loss> Of(TrainingSnapshot board, IReadOnlySet<int> houses)
    {
        var records = board.Facts.Records.ToLookup(r => r.PersonId);
        return [.. Departure.Of(board.Facts, board.Today).Where(d => houses.Contains(d.EstablishmentId)).GroupBy(d => (d.EstablishmentId, d.On.Year, d.Function)).Select(g =>
        {
            var lost = g.SelectMany(d => records[d.PersonId].Where(r => r.On <= d.On)).ToList();
            var valid = g.Sum(d => records[d.PersonId].Select(r => r.CourseId).Distinct().Count(c => board.Held(d.PersonId, c).Any(p => p.IsOn(d.On))));
            return new Loss(g.Key.EstablishmentId, g.Key.Year, g.Key.Function, g.Count(), lost.Count, valid, lost.Sum(r => r.Minutes), lost.Sum(r => r.Cost));
        })];
    }

    /// <summary>Several as one, for a total.</summary>
    public static Loss Sum(IReadOnlyCollection<Loss> losses)
        => new(0, 0, "", losses.Sum(l => l.Departures), losses.Sum(l => l.Trainings), losses.Sum(l => l.Valid), losses.Sum(l => l.Minutes), losses.Sum(l => l.Cost));
}
