using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>Step 2: which column of the file is what; remembered for the next file with the same header.</summary>
[Allow(Permission.Import)]
internal sealed class ColumnsModel(IntranetDb db, Importer importer, CurrentUser user) : PageModel
{
    private const int Samples = 3;

    [BindProperty]
    public List<string?> Mapping { get; set; } = [];

    public ImportRun Run { get; private set; } = null!;
    public IImportKind Kind { get; private set; } = null!;
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>A few values of each column, masked where they look like an identity.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Examples { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        Mapping = JsonSerializer.Deserialize<List<string?>>(Run.Mapping)!;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        var mapping = Mapping.Select(c => Kind.Columns.Any(k => k.Key == c) ? c : null).Concat(Enumerable.Repeat<string?>(null, Header.Count)).Take(Header.Count).ToList();
        if (mapping.OfType<string>().GroupBy(k => k).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refuse($"Deux colonnes du fichier vont vers « {Kind.Columns.Single(c => c.Key == twice.Key).Label} ». Gardez-en une.");
        try
        {
            using var content = new MemoryStream((await db.FileOfAsync(id))!);
            var sheet = importer.Read(Kind, content, Run.FileName, mapping);
            var plan = await importer.PlanAsync(Kind, sheet, HttpContext.RequestAborted);
            (Run.Mapping, Run.Settlements) = (JsonSerializer.Serialize(mapping), "");
            await importer.KeepPreviewAsync(Run, plan, HttpContext.RequestAborted);
            await RememberAsync(mapping);
            return LocalRedirect($"/imports/{id}/verification");
        }
        catch (TableException e)
        {
            return Refuse(e.Message);
        }
    }

    private async Task<IActionResult?> OpenAsync(int id)
    {
        if (await db.RunOfAsync(importer, user, id) is not { } found)
            return NotFound();
        (Run, Kind) = found;
        if (Run.State is not (ImportState.Columns or ImportState.Preview) || await db.FileOfAsync(id) is not { } bytes)
            return LocalRedirect($"/imports/{id}");
        using var content = new MemoryStream(bytes);
        using var table = TableReader.Open(content, Run.FileName);
        Header = table.Header;
        var rows = table.Rows.Take(20).ToList();
        Examples = [.. Enumerable.Range(0, Header.Count).Select(i => rows.Select(r => r.Text(i)).Where(t => t.Length > 0).Distinct().Take(Samples).Select(t => IdentityGuard.Find(t)?.Masked ?? (t.Length > 60 ? t[..59] + "…" : t)).ToList())];
        return null;
    }

    private async Task RememberAsync(List<string?> mapping)
    {
        var known = await db.Set<ImportColumnChoice>().AsTracking().Where(c => c.Kind == Kind.Code).ToDictionaryAsync(c => c.Header);
        for (var i = 0; i < Header.Count; i++)
        {
            var header = Folding.Fold(Header[i]);
            if (header.Length is 0 or > 200 || IdentityGuard.Find(Header[i]) is not null)
                continue;
            if (!known.TryGetValue(header, out var choice))
                db.Add(known[header] = choice = new ImportColumnChoice(Kind.Code, header));
            choice.Column = mapping[i];
        }
        await db.SaveChangesAsync();
    }

    private PageResult Refuse(string sentence)
    {
        Problem = French.Typography(sentence);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
