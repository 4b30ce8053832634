using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Benchmarks.Pages;

/// <summary>The rows of /partenaires and nothing else: no layout, no count, no filter, one compiled query.</summary>
[Authorize]
public sealed class BareModel(SqliteIntranetDb db, BusinessDay day) : PageModel
{
    private static readonly Func<SqliteIntranetDb, IAsyncEnumerable<Row>> Read = EF.CompileAsyncQuery((SqliteIntranetDb db) => db.Set<Partner>().AsNoTracking()
        .Where(p => p.MergedIntoId == null && p.ClosedOn == null)
        .OrderBy(p => p.Name).ThenBy(p => p.Id)
        .Select(p => new Row(p.Id, p.Name, p.Kind.Label, p.Parent == null ? null : p.Parent.Name, p.City, p.Departments,
            p.RelationOwner == null ? null : p.RelationOwner.Title + ", " + p.RelationOwner.Establishment!.Name,
            db.SubjectLinks.Where(l => l.Role == LinkRole.Met && l.From.Date != null && l.ToId == p.Id).Max(l => l.From.Date),
            p.WishedMonths ?? p.Kind.WishedMonths, p.MaximumMonths ?? p.Kind.MaximumMonths))
        .Take(25));

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today => day.Today;

    public async Task OnGetAsync()
    {
        List<Row> rows = [];
        await foreach (var row in Read(db))
            rows.Add(row);
        Rows = rows;
    }

    public sealed record Row(int Id, string Name, string Kind, string? Parent, string City, string Departments, string? RelationOwner, DateOnly? LastMet, int WishedMonths, int MaximumMonths);
}
