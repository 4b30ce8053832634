using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>Published pages.</summary>
internal sealed class PageTexts : ITextSource
{
    public IAsyncEnumerable<WrittenText> ReadAsync(IntranetDb db)
        => db.Set<KnowledgePage>().AsNoTracking().Where(p => p.PublishedNumber != null && p.BinnedOn == null).OrderBy(p => p.Id)
            .Select(p => new WrittenText { Id = p.Id, Texts = new[] { p.Title, p.Summary, p.Text } }).AsAsyncEnumerable();
}
