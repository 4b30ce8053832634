using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Departures;

/// <summary>What left with those who left: trainings, hours, euros. For the direction only, and posts are named, never people (trade.md).</summary>
[Allow(Permission.ManageTraining)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "annee")]
    public int? Year { get; set; }

    public TeamChoices Choices { get; private set; } = null!;

    /// <summary>Each year's total, the latest first.</summary>
    public IReadOnlyList<Loss> Years { get; private set; } = [];

    /// <summary>Of the chosen year, by establishment, what cost most first.</summary>
    public Paged<(TeamPlace Place, Loss Total, IReadOnlyList<Loss> Posts)> Rows { get; private set; } = null!;
    public Loss Total { get; private set; } = null!;
    public Erosion? Erosion { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        var all = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        Choices = TeamChoices.Of(all, Filter);
        var places = all.Where(Filter.Keeps).ToDictionary(a => a.Id);
        var snapshot = await board.ReadAsync(db, today, cancellation);
        var losses = Loss.Of(snapshot, places.Keys.ToHashSet());
        Years = [.. losses.GroupBy(l => l.Year).OrderByDescending(g => g.Key).Select(g => Loss.Sum([.. g]) with { Year = g.Key })];
        Year = Years.Any(y => y.Year == Year) ? Year : Years.FirstOrDefault()?.Year ?? today.Year;
        var rows = losses.Where(l => l.Year == Year).GroupBy(l => l.EstablishmentId)
            .Select(g => (places[g.Key], Loss.Sum([.. g]), (IReadOnlyList<Loss>)[.. g.OrderByDescending(l => l.Cost).ThenByDescending(l => l.Trainings).ThenBy(l => l.Function, StringComparer.CurrentCulture)]))
            .OrderByDescending(r => r.Item2.Cost).ThenByDescending(r => r.Item2.Trainings).ThenBy(r => r.Item1.Name, StringComparer.CurrentCulture).ToList();
        var number = Math.Clamp(p, 1, Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size));
        Rows = new([.. rows.Skip((number - 1) * Paging.Size).Take(Paging.Size)], rows.Count, number, Paging.Size);
        Total = Loss.Sum([.. rows.Select(r => r.Item2)]);
        Erosion = places.Count > 0 ? snapshot.Erosion([.. places.Keys]) : null;
    }
}
