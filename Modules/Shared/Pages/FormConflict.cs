using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>The values of a form that edits a versioned record.</summary>
public interface IVersionedInput
{
    /// <summary>The version of the record that the form was filled from, in a hidden field.</summary>
    int Version { get; set; }
}

/// <summary>One field on which two people differ.</summary>
public sealed record FieldConflict(string Label, string Mine, string Theirs);

/// <summary>
/// Two people on one record: what one typed beside what the other saved. The form keeps what was typed and takes the new version,
/// so that saving again is a knowing choice. Shown by the partial <c>_Conflict</c>.
/// </summary>
/// <param name="Who">Who saved last.</param>
/// <param name="At">When, UTC.</param>
public sealed record FormConflict(IReadOnlyList<FieldConflict> Fields, string? Who, DateTime? At)
{
    /// <summary>Answers a <see cref="DbUpdateConcurrencyException"/>: status 409, the fields that differ, the new version in the form.</summary>
    /// <param name="mine">What was typed; takes the stored version.</param>
    /// <param name="theirs">The same form filled from the stored record, as read again without tracking.</param>
    /// <param name="choices">For values that are ids: the property's name and its list.</param>
    public static async Task<FormConflict> BetweenAsync<T>(PageModel page, IntranetDb db, int subjectId, T mine, T theirs, params (string Property, IEnumerable<SelectListItem> Items)[] choices)
        where T : IVersionedInput
    {
        db.ChangeTracker.Clear();
        var last = await db.AuditEntries.AsNoTracking().Where(a => a.SubjectId == subjectId)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => new { a.Actor, a.At }).FirstOrDefaultAsync();
        var conflict = new FormConflict(Differences(mine, theirs, choices), last?.Actor, last?.At);
        mine.Version = theirs.Version;
        foreach (var key in page.ModelState.Keys.Where(k => k.EndsWith("." + nameof(IVersionedInput.Version), StringComparison.Ordinal)).ToList())
            page.ModelState.Remove(key);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return conflict;
    }

    /// <summary>The fields that differ, in the form's order.</summary>
    public static IReadOnlyList<FieldConflict> Differences<T>(T mine, T theirs, params (string Property, IEnumerable<SelectListItem> Items)[] choices)
        => [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != nameof(IVersionedInput.Version) && p.CanWrite)
            .Select(p => new FieldConflict(NameOf(p), Text(p.GetValue(mine), ItemsOf(p, choices)), Text(p.GetValue(theirs), ItemsOf(p, choices))))
            .Where(f => f.Mine != f.Theirs)];

    private static string NameOf(PropertyInfo property)
        => Labels.Of(property) ?? property.Name;

    private static IEnumerable<SelectListItem>? ItemsOf(PropertyInfo property, (string Property, IEnumerable<SelectListItem> Items)[] choices)
        => choices.FirstOrDefault(c => c.Property == property.Name).Items;

    private static string Text(object? value, IEnumerable<SelectListItem>? items)
    {
        if (items is not null && value is not (null or string { Length: 0 }))
        {
            var chosen = value is IEnumerable list and not string ? [.. list.Cast<object>().Select(v => v.ToString())] : new[] { value.ToString() };
            return string.Join(", ", items.Where(i => chosen.Contains(i.Value)).Select(i => i.Text));
        }
        return value switch
        {
            null => "",
            string text => text.ReplaceLineEndings("\n").Trim(),
            bool yes => yes ? "oui" : "non",
            DateOnly date => French.Date(date),
            TimeOnly time => French.Time(time),
            Enum named => Labels.Of(named),
            IEnumerable list => string.Join(", ", list.Cast<object>().Select(v => Text(v, null))),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.GetCultureInfo("fr-FR")),
            _ => value.ToString() ?? "",
        };
    }
}
