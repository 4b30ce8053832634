using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

internal static class ConventionQuery
{
    /// <summary>The convention to write on; null when it doesn't exist or is out of scope.</summary>
    public static Task<Convention?> FindAsync(this IntranetDb db, CurrentUser user, int id)
        => db.Set<Convention>().Include(c => c.Subject).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
}
