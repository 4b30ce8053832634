using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

internal static class ConventionQuery
{
    /// <summary>The convention to write on, with its signatories (a change of text cancels signatures given); null when it doesn't exist or is out of scope.</summary>
    public static Task<Convention?> FindAsync(this IntranetDb db, CurrentUser user, int id)
        => db.Set<Convention>().Include(c => c.Subject).Include(c => c.Signatories).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);

    /// <summary>The same with what <see cref="ConventionReading"/> needs.</summary>
    public static Task<Convention?> FindAmendedAsync(this IntranetDb db, CurrentUser user, int id)
        => db.Set<Convention>().Include(c => c.Signatories).WithAmendments().InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
}
