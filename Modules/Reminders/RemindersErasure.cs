using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>Forgets the person in the reasons of tellings (« Absence de… ») and how they wished to be written to; that somebody was told, and when, stays.</summary>
internal sealed class RemindersErasure : IErasureSource
{
    public async Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation)
    {
        if (name.Length > 0)
        {
            foreach (var told in await db.Set<Delivery>().Where(d => d.Reason.Contains(name)).ToListAsync(cancellation))
                told.Forget(name);
            foreach (var reminder in await db.Set<Reminder>().Where(r => r.Context.Contains(name)).ToListAsync(cancellation))
                reminder.Forget(name);
        }
        db.RemoveRange(await db.Set<LetterPreference>().Where(p => p.PersonId == personId).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
    }
}
