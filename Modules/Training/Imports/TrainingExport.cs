using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Imports;

/// <summary>All trainings that count, of those present and gone, with the columns of their import.</summary>
internal sealed class TrainingExport : IExportKind
{
    public string Code => "training";
    public string Label => "Formations suivies";
    public IReadOnlyList<string> Headers { get; } = [.. new TrainingImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<TrainingRecord>().AsNoTracking().Where(r => r.AcceptedOn != null && r.CancelledOn == null && r.Person!.ErasedOn == null)
            .OrderBy(r => r.Person!.LastName).ThenBy(r => r.PersonId).ThenBy(r => r.CompletedOn).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Person!.LastName,
                r.Person.FirstName,
                r.Person.Email,
                Place = r.Person.Employments.OrderByDescending(s => s.From).Select(s => s.Establishment!.Subject.Title).FirstOrDefault(),
                r.Course!.Title,
                r.CompletedOn,
                r.Minutes,
                r.Cost,
                r.StatedUntil,
                r.Note,
            }).ToListAsync(cancellation))
            .Select(r => new object?[] { r.LastName, r.FirstName, r.Email, r.Place, r.Title, r.CompletedOn, Durations.Text(r.Minutes), Euros.Text(r.Cost), r.StatedUntil, r.Note })];
}
