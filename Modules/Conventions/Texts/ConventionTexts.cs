using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Titles and objects of conventions.</summary>
internal sealed class ConventionTexts : ITextSource
{
    public IAsyncEnumerable<WrittenText> ReadAsync(IntranetDb db)
        => db.Set<Convention>().AsNoTracking().OrderBy(c => c.Id).Select(c => new WrittenText { Id = c.Id, Texts = new[] { c.Title, c.Object } }).AsAsyncEnumerable();
}
