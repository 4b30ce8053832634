using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>What an establishment may spend in a year, and what it spent. Cents.</summary>
/// <param name="Allowed">Null when no budget is written.</param>
/// <param name="Records">What its people's trainings of the year cost, each once.</param>
/// <param name="Sessions">What the sessions held there cost besides.</param>
internal sealed record BudgetLine(int EstablishmentId, string House, long? Allowed, long Records, long Sessions)
{
    public long Spent => Records + Sessions;
    public long? Left => Allowed - Spent;
}

/// <summary>A year's budgets in the reader's scope. Three commands and the board's.</summary>
internal sealed class BudgetYear
{
    public required int Year { get; init; }

    /// <summary>Those with a budget, a cost or people, by name.</summary>
    public required IReadOnlyList<BudgetLine> Lines { get; init; }

    public BudgetLine Total => new(0, "Ensemble", Lines.Any(l => l.Allowed is not null) ? Lines.Sum(l => l.Allowed ?? 0) : null, Lines.Sum(l => l.Records), Lines.Sum(l => l.Sessions));

    public static async Task<BudgetYear> ReadAsync(IntranetDb db, CurrentUser user, TrainingBoard board, int year, DateOnly today, CancellationToken cancellation)
    {
        var own = (await db.ManagedTeams(user, today).ToListAsync(cancellation)).ToHashSet();
        var allowed = await db.Set<TrainingBudget>().AsNoTracking().Where(b => b.Year == year).ToDictionaryAsync(b => b.EstablishmentId, b => b.Amount, cancellation);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var sessions = (await db.Set<TrainingSession>().AsNoTracking().Where(s => s.ClosedOn != null && s.To >= first && s.To <= last && s.FixedCost != null && s.EstablishmentId != null)
            .GroupBy(s => s.EstablishmentId!.Value).Select(g => new { g.Key, Cost = g.Sum(s => s.FixedCost!.Value) }).ToListAsync(cancellation)).ToDictionary(s => s.Key, s => s.Cost);
        var facts = (await board.ReadAsync(db, today, cancellation)).Facts;
        var places = new WorkPlaces(facts);
        var records = facts.Records.Where(r => r.On.Year == year && r.Cost > 0).GroupBy(r => places.On(r.PersonId, r.On) ?? 0).ToDictionary(g => g.Key, g => g.Sum(r => r.Cost));
        var staffed = facts.Team.Where(t => t.From <= last && (t.To is null || t.To >= first)).Select(t => t.EstablishmentId).ToHashSet();
        return new()
        {
            Year = year,
            Lines = [.. facts.Houses.Where(h => own.Contains(h.Id) && (allowed.ContainsKey(h.Id) || sessions.ContainsKey(h.Id) || records.ContainsKey(h.Id) || staffed.Contains(h.Id)))
                .Select(h => new BudgetLine(h.Id, h.Name, allowed.TryGetValue(h.Id, out var amount) ? amount : null, records.GetValueOrDefault(h.Id), sessions.GetValueOrDefault(h.Id)))],
        };
    }
}
