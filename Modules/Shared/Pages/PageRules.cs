using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>How a page that writes answers when it can't.</summary>
public static class PageRules
{
    /// <summary>The page again with everything typed and its errors, status 422.</summary>
    public static PageResult Invalid(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>
    /// Writes a broken rule or a refused identity beside its field: <c>catch (Exception error) when (this.Explain(error)) { return this.Invalid(); }</c>.
    /// </summary>
    /// <param name="form">The bound property that holds the form's values.</param>
    /// <returns>False for any other exception, which goes its way.</returns>
    public static bool Explain(this PageModel page, Exception error, string form = "Input")
    {
        var field = error switch
        {
            BrokenRuleException broken => broken.Field,
            IdentityRefusedException refused => refused.Field,
            _ => null,
        };
        if (error is not (BrokenRuleException or IdentityRefusedException))
            return false;
        var isBound = field is not null && page.GetType().GetProperty(form)?.PropertyType.GetProperty(field) is not null;
        page.ModelState.AddModelError(isBound ? $"{form}.{field}" : "", error.Message);
        return true;
    }

    /// <summary>Refuses to go on when the record has changed since this version was read; the save itself compares once more.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between; see <see cref="FormConflict"/>.</exception>
    public static void Expect(this IntranetDb db, IVersioned record, int version)
    {
        if (record.Version != version)
            throw new DbUpdateConcurrencyException($"{record.GetType().Name} is at version {record.Version}, the form at {version}.");
        db.Entry(record).Property(nameof(IVersioned.Version)).OriginalValue = version;
    }
}
