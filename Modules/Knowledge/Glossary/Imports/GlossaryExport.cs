using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Imports;

/// <summary>The glossary, a term a line, with the columns of its import.</summary>
internal sealed class GlossaryExport : IExportKind
{
    public string Code => "glossary";
    public string Label => "Glossaire";
    public IReadOnlyList<string> Headers { get; } = [.. GlossaryImport.Known.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<GlossaryTerm>().AsNoTracking().Include(t => t.Meanings).Include(t => t.ReplacedBy).AsSingleQuery().Where(t => t.RetiredOn == null).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellation))
            .Select(t => new object?[]
            {
                t.Name, CodeList.Text(t.Acronyms), string.Join("; ", CodeList.Split(t.Variants)), t.Definition, Meaning(t, MeaningField.Justice), Meaning(t, MeaningField.Health), Meaning(t, MeaningField.Housing),
                t.Source, t.Since, t.Until, t.ReplacedBy?.Name, t.IsMarked ? "oui" : "non",
            })];

    private static string? Meaning(GlossaryTerm term, MeaningField field) => term.Meanings.FirstOrDefault(m => m.Field == field)?.Text;
}
