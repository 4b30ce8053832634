using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Imports;

/// <summary>All conventions, with the columns of their import.</summary>
internal sealed class ConventionExport : IExportKind
{
    public string Code => "conventions";
    public string Label => "Conventions";
    public IReadOnlyList<string> Headers { get; } = [.. new ConventionImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var links = (await db.SubjectLinks.AsNoTracking().Where(l => l.From.Kind == ConventionsModule.Convention.Code).OrderBy(l => l.To.Title)
            .Select(l => new { l.FromId, l.Role, l.To.Title }).ToListAsync(cancellation)).ToLookup(l => (l.FromId, l.Role), l => l.Title);
        var rows = await db.Set<Convention>().AsNoTracking().OrderBy(c => c.Number)
            .Select(c => new { c.Id, c.Number, c.Title, Kind = c.Kind.Label, c.Object, c.TextDate, c.SignedOn, c.Start, c.End, c.Renewal, c.RenewalMonths, c.MaximumRenewals, c.NoticeMonths, c.NoticeDays, c.Places, c.IsToDocument, c.Missing })
            .ToListAsync(cancellation);
        return [.. rows.Select(c => new object?[]
        {
            c.Number, c.Title, c.Kind, string.Join(" ; ", links[(c.Id, LinkRole.Establishment)]), string.Join(" ; ", links[(c.Id, LinkRole.Partner)]), c.Object, c.TextDate, c.SignedOn, c.Start, c.End,
            c.Renewal switch { RenewalMode.Tacit => "tacite", RenewalMode.Express => "expresse", _ => "sans" }, c.RenewalMonths, c.MaximumRenewals,
            c.NoticeMonths > 0 ? $"{c.NoticeMonths} mois" : c.NoticeDays > 0 ? $"{c.NoticeDays} jours" : "sans", c.Places, c.IsToDocument ? c.Missing.Length > 0 ? c.Missing : "oui" : "",
        })];
    }
}
