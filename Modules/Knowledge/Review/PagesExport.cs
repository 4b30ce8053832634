using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The published pages, with who keeps them, their dates and their state of the day.</summary>
internal sealed class PagesExport(BusinessDay day) : IExportKind
{
    public string Code => "pages";
    public string Label => "Connaissances";
    public IReadOnlyList<string> Headers { get; } = ["Titre", "Rubrique", "Tenue par", "Relue le", "À relire le", "État", "Pourquoi", "Lectures en 3 mois", "Signalements ouverts"];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var sections = await db.Set<Section>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        return [.. (await db.Set<KnowledgePage>().Published().ReviewedAsync(db, day.Today, cancellation)).OrderBy(p => p.Title, StringComparer.CurrentCulture).ThenBy(p => p.Id)
            .Select(p => new object?[] { p.Title, sections[p.SectionId], p.Keeper, p.ReviewedOn, p.Review.Due, Labels.Of(p.Review.State), p.Review.Reason, p.Views, p.Flags })];
    }
}
