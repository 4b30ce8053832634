using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>Step 3: what the import would do, the lines to settle, and the yes.</summary>
[Allow(Permission.Import)]
internal sealed class CheckModel(IntranetDb db, Importer importer, CurrentUser user) : PageModel
{
    private const int IssuesShown = 50;

    public ImportRun Run { get; private set; } = null!;
    public IImportKind Kind { get; private set; } = null!;
    public IReadOnlyList<(string Header, ImportColumn? Column)> Columns { get; private set; } = [];
    public IReadOnlyList<ImportLine> Issues { get; private set; } = [];
    public IReadOnlyDictionary<int, Settlement> Settled { get; private set; } = new Dictionary<int, Settlement>();
    public Paged<ImportLine> Ready { get; private set; } = null!;

    /// <summary>Which ready lines are shown; all when null.</summary>
    public ImportAction? Shown { get; private set; }

    /// <summary>The data moved between the preview and the yes: this is another preview.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>What is wrong with a correction, by id of the line in error.</summary>
    public Dictionary<int, string> Refused { get; } = [];

    public async Task<IActionResult> OnGetAsync(int id, string? voir, int p = 1) => await OpenAsync(id) ?? await ShowAsync(voir, p);

    public async Task<IActionResult> OnPostSettleAsync(int id, Dictionary<int, string>? choice, Dictionary<int, string>? value)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        var settlements = new Settlements(Run.Settlements);
        choice ??= [];
        var ids = choice.Keys.ToList();
        foreach (var issue in await db.Set<ImportLine>().Where(l => l.RunId == id && l.Action == ImportAction.Error && ids.Contains(l.Id)).ToListAsync())
        {
            var typed = (value?.GetValueOrDefault(issue.Id) ?? "").Trim();
            switch (choice[issue.Id])
            {
                case "skip": settlements.LeaveOut(issue.Line); break;
                case "empty": settlements.Correct(issue.Line, issue.Key, ""); break;
                case "correct" when IdentityGuard.Find(typed) is { } finding: Refused[issue.Id] = finding.Sentence; break;
                case "correct" when typed.Length > 0: settlements.Correct(issue.Line, issue.Key, typed); break;
                case var suggestion when suggestion.StartsWith('=') && issue.Suggestions.Split('\n').Contains(suggestion[1..]): settlements.Correct(issue.Line, issue.Key, suggestion[1..]); break;
            }
        }
        if (Refused.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(null, 1);
        }
        return await PlanAgainAsync(settlements);
    }

    public async Task<IActionResult> OnPostForgetAsync(int id, int line)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        var settlements = new Settlements(Run.Settlements);
        settlements.Forget(line);
        return await PlanAgainAsync(settlements);
    }

    public async Task<IActionResult> OnPostConfirmAsync(int id, string fingerprint)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        var sheet = await ReadAsync(new Settlements(Run.Settlements));
        Run.ValidOnly = Run.FaultyLines > 0;
        var plan = await importer.WriteAsync(Run, Kind, sheet, fingerprint, HttpContext.RequestAborted);
        if (plan is null || plan.Fingerprint == fingerprint)
        {
            TempData["Toast"] = plan is null ? "Cet import est déjà fait." : "Import terminé.";
            return LocalRedirect($"/imports/{id}");
        }
        db.ChangeTracker.Clear();
        await OpenAsync(id);
        await importer.KeepPreviewAsync(Run, plan, HttpContext.RequestAborted);
        HasMoved = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(null, 1);
    }

    private async Task<IActionResult?> OpenAsync(int id)
    {
        if (await db.RunOfAsync(importer, user, id) is not { } found)
            return NotFound();
        (Run, Kind) = found;
        return Run.State == ImportState.Preview ? null : LocalRedirect(Run.Address());
    }

    private async Task<PageResult> ShowAsync(string? shown, int page)
    {
        Shown = shown switch { "nouveaux" => ImportAction.Create, "modifies" => ImportAction.Update, "inchanges" => ImportAction.Unchanged, "ignores" => ImportAction.Skip, _ => null };
        var lines = db.Set<ImportLine>().Where(l => l.RunId == Run.Id);
        Issues = await lines.Where(l => l.Action == ImportAction.Error).OrderBy(l => l.Line).ThenBy(l => l.Id).Take(IssuesShown).ToListAsync();
        var ready = lines.Where(l => l.Action != ImportAction.Error);
        Ready = await (Shown is { } action ? ready.Where(l => l.Action == action) : ready).OrderBy(l => l.Action).ThenBy(l => l.Line).ThenBy(l => l.Id).PageAsync(page);
        Settled = new Settlements(Run.Settlements).All;
        var mapping = JsonSerializer.Deserialize<List<string?>>(Run.Mapping)!;
        using var content = new MemoryStream((await db.FileOfAsync(Run.Id))!);
        using var table = TableReader.Open(content, Run.FileName);
        Columns = [.. table.Header.Select((h, i) => (h, Kind.Columns.FirstOrDefault(c => c.Key == mapping[i])))];
        return Page();
    }

    private async Task<IActionResult> PlanAgainAsync(Settlements settlements)
    {
        var plan = await importer.PlanAsync(Kind, await ReadAsync(settlements), HttpContext.RequestAborted);
        Run.Settlements = settlements.ToJson();
        await importer.KeepPreviewAsync(Run, plan, HttpContext.RequestAborted);
        return LocalRedirect($"/imports/{Run.Id}/verification");
    }

    private async Task<ImportSheet> ReadAsync(Settlements settlements)
    {
        using var content = new MemoryStream((await db.FileOfAsync(Run.Id))!);
        return importer.Read(Kind, content, Run.FileName, JsonSerializer.Deserialize<List<string?>>(Run.Mapping), settlements);
    }
}
