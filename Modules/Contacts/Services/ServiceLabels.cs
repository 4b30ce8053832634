using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Names in full of the measures and publics that services keep by code.</summary>
internal static class ServiceLabels
{
    public static async Task<IReadOnlyDictionary<string, string>> ServiceLabelsAsync(this IntranetDb db)
        => await db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == ContactsLists.Measures.Code || i.List == ContactsLists.Publics.Code)
            .GroupBy(i => i.Code).Select(g => new { Code = g.Key, Label = g.Min(i => i.Label)! }).ToDictionaryAsync(i => i.Code, i => i.Label);

    /// <summary>The names of a column's codes, for a sentence.</summary>
    public static string Of(string joined, IReadOnlyDictionary<string, string> labels)
        => string.Join(", ", CodeList.Split(joined).Select(c => labels.GetValueOrDefault(c, c)));
}
