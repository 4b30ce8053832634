using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Reminders.Pages.Rules;

/// <summary>Who would be told what on a chosen day; nothing is written.</summary>
[Allow(Permission.Administer)]
internal sealed class PlayModel(IReminderRun run, IEnumerable<IReminderSource> sources, BusinessDay day) : PageModel
{
    public const int Shown = 500;
    private const int YearsAhead = 3;

    public DateOnly Day { get; private set; }
    public IReadOnlyList<ReminderLine> Lines { get; private set; } = [];

    /// <summary>By recipient, in the order of names.</summary>
    public IReadOnlyList<KeyValuePair<string, List<ReminderLine>>> People { get; private set; } = [];
    public string? Problem { get; private set; }

    public string LabelOf(string code) => sources.FirstOrDefault(s => s.Rule.Code == code)?.Rule.Label ?? code;

    public async Task OnGetAsync([FromQuery(Name = "le")] DateOnly? on)
    {
        Day = on ?? day.Today;
        if (!ModelState.IsValid || Day < day.Today || Day > day.Today.AddYears(YearsAhead))
        {
            Problem = $"Choisissez un jour d’ici {YearsAhead} ans, à partir d’aujourd’hui\u00a0: le passé est au registre.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        Lines = await run.RunAsync(Day, dryRun: true, HttpContext.RequestAborted);
        People = [.. Lines.Take(Shown).GroupBy(l => l.Recipient).OrderBy(g => Folding.Fold(g.Key), StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.OrderBy(l => l.Due).ToList()))];
    }
}
