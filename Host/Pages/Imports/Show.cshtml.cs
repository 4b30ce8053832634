using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>Step 4: what was written, what wasn't, what undoing kept.</summary>
[Allow(Permission.Import)]
internal sealed class ShowModel(IntranetDb db, Importer importer, CurrentUser user, SubjectKinds subjects) : PageModel
{
    public ImportRun Run { get; private set; } = null!;
    public IImportKind Kind { get; private set; } = null!;
    public Paged<WrittenRecord> Records { get; private set; } = null!;
    public IReadOnlyList<ImportLine> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        if (await db.RunOfAsync(importer, user, id) is not { } found)
            return NotFound();
        (Run, Kind) = found;
        if (Run.State is ImportState.Columns or ImportState.Preview)
            return LocalRedirect(Run.Address());
        var written = db.Set<ImportEntry>().Where(e => e.RunId == id).GroupBy(e => e.RecordId)
            .Select(g => new { Id = g.Key, First = g.Min(e => e.Id), Kept = g.Max(e => e.Kept) });
        Records = await (from w in written
                         join s in db.Subjects.InScope(db, user) on w.Id equals s.Id
                         orderby w.Kept == "" ? 1 : 0, w.First
                         select new WrittenRecord { Id = w.Id, SubjectKind = s.Kind, Title = s.Title, Detail = s.Detail, Kept = w.Kept }).PageAsync(p);
        Errors = await db.Set<ImportLine>().Where(l => l.RunId == id && l.Action == ImportAction.Error).OrderBy(l => l.Line).Take(20).ToListAsync();
        return Page();
    }

    public string AddressOf(WrittenRecord record) => subjects.AddressOf(record.SubjectKind, record.Id);

    internal sealed class WrittenRecord
    {
        public required int Id { get; init; }
        public required string SubjectKind { get; init; }
        public required string Title { get; init; }
        public required string Detail { get; init; }
        public required string Kept { get; init; }
    }
}
