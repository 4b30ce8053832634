using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Titles and minutes, shared and internal: only their words in capitals are counted, and where is told to those who may read them.</summary>
internal sealed class MeetingTexts : ITextSource
{
    public IAsyncEnumerable<WrittenText> ReadAsync(IntranetDb db)
        => db.Set<Meeting>().AsNoTracking().OrderBy(m => m.Id).Select(m => new WrittenText { Id = m.Id, Texts = new[] { m.Title, m.Minutes, m.InternalMinutes } }).AsAsyncEnumerable();
}
