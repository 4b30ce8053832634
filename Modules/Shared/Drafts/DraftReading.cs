using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Intranet.Shared;

/// <summary>For forms whose boxes depend on what was typed: <see cref="DraftFilter"/> comes once the page has read its choices.</summary>
public static class DraftReading
{
    /// <summary>
    /// The draft that the address asks for, to fill an input with before reading its choices:
    /// <c>await TryUpdateModelAsync(Input, "Input", draft); ModelState.Clear();</c>. Null without one.
    /// </summary>
    public static async Task<IValueProvider?> DraftAsync(this IntranetDb db, CurrentUser user, HttpRequest request)
    {
        var key = request.Query[DraftFilter.Query].ToString();
        if (key.Length == 0 || await db.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == user.Id && d.Key == key) is not { } draft)
            return null;
        var form = new FormCollection(draft.Values.ToDictionary(v => v.Key, v => new StringValues([.. v])));
        return new FormValueProvider(BindingSource.Form, form, CultureInfo.CurrentCulture);
    }
}
