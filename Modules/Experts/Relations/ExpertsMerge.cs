using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Two records of one person: one sheet, one mention in a thread; what was asked of either was asked of the one kept.</summary>
internal sealed class ExpertsMerge(BusinessDay day) : IMergeSource
{
    public async Task SettleAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation)
    {
        var mentions = await db.Set<SupportMention>().Where(m => m.PersonId == duplicateId || m.PersonId == keptId).ToListAsync(cancellation);
        db.RemoveRange(mentions.Where(m => m.PersonId == duplicateId && mentions.Exists(o => o.PersonId == keptId && o.RequestId == m.RequestId)));

        var sheets = await db.Set<Expert>().Include(e => e.Subject).Include(e => e.Topics).Where(e => e.PersonId == duplicateId || e.PersonId == keptId).ToListAsync(cancellation);
        var (other, kept) = (sheets.Find(e => e.PersonId == duplicateId), sheets.Find(e => e.PersonId == keptId));
        if (other is not null && kept is null)
            other.Rename(await db.Set<Contacts.Person>().Where(p => p.Id == keptId).Select(p => p.FirstName + " " + p.LastName).SingleAsync(cancellation));
        else if (other is not null)
        {
            kept!.TakeOver(other);
            db.Touch(kept);
            await MoveAsync(db, other.Id, kept.Id, cancellation);
            other.GiveWay(day.Today);
        }
        await db.SaveChangesAsync(cancellation);
    }

    // Asked under both sheets at once: the one still waiting goes.
    private static async Task MoveAsync(IntranetDb db, int from, int to, CancellationToken cancellation)
    {
        var asked = await db.Set<RequestedExpert>().Where(e => e.ExpertId == from || e.ExpertId == to).ToListAsync(cancellation);
        var already = asked.Where(e => e.ExpertId == to).Select(e => e.RequestId).ToHashSet();
        foreach (var one in asked.Where(e => e.ExpertId == from))
        {
            if (one.Answer == ExpertAnswer.Waiting && already.Contains(one.RequestId))
                db.Remove(one);
            else
                one.PassTo(to);
        }
    }
}
