using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Imports;

/// <summary>The runs, the latest first.</summary>
[Allow(Permission.Import)]
internal sealed class IndexModel(IntranetDb db, Importer importer, CurrentUser user) : PageModel
{
    public Paged<ImportRun> Runs { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(int p = 1)
    {
        Labels = importer.KindsFor(user).ToDictionary(k => k.Code, k => k.Label);
        var codes = Labels.Keys.ToList();
        Runs = await db.Set<ImportRun>().Where(r => codes.Contains(r.Kind)).OrderByDescending(r => r.Id).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
