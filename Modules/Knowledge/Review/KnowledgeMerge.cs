using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>Two records of one person: what either read was read by the one kept, of the latest version. The rest follows by its keys.</summary>
internal sealed class KnowledgeMerge : IMergeSource
{
    public async Task SettleAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation)
    {
        var receipts = await db.Set<PageReceipt>().Include(r => r.Page).Where(r => r.PersonId == duplicateId || r.PersonId == keptId).ToListAsync(cancellation);
        foreach (var other in receipts.Where(r => r.PersonId == duplicateId))
        {
            if (receipts.Find(r => r.PersonId == keptId && r.PageId == other.PageId) is not { } kept)
                other.Page!.Receipts.Add(new PageReceipt(keptId, other.Number, other.On));
            else if (other.Number > kept.Number)
                kept.ReadAgain(other.Number, other.On);
            db.Remove(other);
        }
        await db.SaveChangesAsync(cancellation);
    }
}
