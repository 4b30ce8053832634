using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Imports;

/// <summary>The sheets of our people and establishments that are in the network, a topic a line, with the columns of their import.</summary>
internal sealed class ExpertsExport : IExportKind
{
    public string Code => "experts";
    public string Label => "Réseau d’experts";
    public IReadOnlyList<string> Headers { get; } = [.. new ExpertsImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<Expertise>().AsNoTracking().Where(t => t.Expert!.WithdrawnOn == null && t.Expert.PartnerId == null && t.Topic!.RetiredOn == null && (t.Expert.Person == null || t.Expert.Person.ErasedOn == null))
            .OrderBy(t => t.Expert!.Name).ThenBy(t => t.ExpertId).ThenBy(t => t.Topic!.Name).ThenBy(t => t.Id)
            .Select(t => new
            {
                LastName = t.Expert!.Person == null ? "" : t.Expert.Person.LastName,
                FirstName = t.Expert.Person == null ? "" : t.Expert.Person.FirstName,
                Email = t.Expert.Person == null ? "" : t.Expert.Person.Email,
                Place = t.Expert.Person == null ? t.Expert.Establishment!.Subject.Title : t.Expert.Person.Employments.OrderByDescending(s => s.From).Select(s => s.Establishment!.Subject.Title).FirstOrDefault(),
                Topic = t.Topic!.Name,
                t.Level,
                t.Since,
                t.Expert.Departments,
                t.Expert.Ceiling,
            }).ToListAsync(cancellation))
            .Select(t => new object?[] { t.LastName, t.FirstName, t.Email, t.Place, t.Topic, Labels.Of(t.Level), t.Since, CodeList.Text(t.Departments), t.Ceiling })];
}
