using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration.Jobs;

/// <summary>What the house does by itself: when, what came of it, and once more on demand.</summary>
[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db, JobRunner runner, IJobClock clock) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Line> Jobs { get; private set; } = [];
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public string LabelOf(string code) => runner.Jobs.FirstOrDefault(j => j.Code == code)?.Label ?? code;

    public string Duration(int milliseconds) => milliseconds < 1000 ? $"{milliseconds}\u00a0ms" : $"{French.Number(milliseconds / 1000m, 1)}\u00a0s";

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var runs = db.Set<JobRun>().AsNoTracking();
        Runs = await runs.OrderByDescending(r => r.Id).Take(Shown).ToListAsync(cancellation);
        var last = await runs.Where(r => r.Id == runs.Where(o => o.Code == r.Code).Max(o => o.Id)).ToDictionaryAsync(r => r.Code, cancellation);
        List<Line> lines = [];
        foreach (var job in runner.Jobs)
            lines.Add(new Line(job.Code, job.Label, job.When, runner.LastSeen(job.Code), await clock.NextAsync(job.Code, cancellation), last.GetValueOrDefault(job.Code)));
        Jobs = lines;
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (runner.Jobs.FirstOrDefault(j => j.Code == code) is not { } job)
            return NotFound();
        await clock.RunNowAsync(job.Code, CancellationToken.None);
        TempData["Toast"] = $"« {job.Label} » est lancée.";
        return LocalRedirect("/administration/taches");
    }

    internal sealed record Line(string Code, string Label, string When, DateTime? Seen, DateTime? Next, JobRun? Last);
}
