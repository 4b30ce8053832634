using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration;

/// <summary>What is kept where, and the commands that save it and bring it back.</summary>
[Allow(Permission.Administer)]
internal sealed class BackupModel(IntranetDb db, IConfiguration configuration, AppFolder folder) : PageModel
{
    public bool IsSqlite { get; private set; }
    public string Folder => folder.Root;
    public long DatabaseSize { get; private set; }
    public int Files { get; private set; }
    public long FilesSize { get; private set; }

    public async Task OnGetAsync()
    {
        IsSqlite = configuration["Database:Provider"] != "SqlServer";
        var files = await db.Set<StoredFile>().GroupBy(_ => 1).Select(g => new { Count = g.Count(), Size = g.Sum(f => (long)f.Size) }).FirstOrDefaultAsync();
        (Files, FilesSize) = (files?.Count ?? 0, files?.Size ?? 0);
        if (IsSqlite && new FileInfo(db.Database.GetDbConnection().DataSource) is { Exists: true } file)
            DatabaseSize = file.Length;
    }
}
