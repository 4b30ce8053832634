using System.Text.Json;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>Forgets who wrote, read again, flagged or received a page; what was written stays.</summary>
internal sealed class KnowledgeErasure : IErasureSource
{
    public async Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation)
    {
        HashSet<int> touched = [];
        foreach (var revision in await db.Set<PageRevision>().Where(r => r.By == name || r.ReturnedBy == name || r.PublishedBy == name || r.FrozenBy == name).ToListAsync(cancellation))
        {
            revision.ForgetName(name);
            touched.Add(revision.PageId);
        }
        foreach (var flag in await db.Set<PageFlag>().Where(f => f.By == name || f.SettledBy == name).ToListAsync(cancellation))
        {
            flag.ForgetName(name);
            touched.Add(flag.PageId);
        }
        foreach (var page in await db.Set<KnowledgePage>().Include(p => p.Subject).Where(p => p.ReviewedBy == name || p.BinnedBy == name || p.OwnerId == personId || p.VerifierId == personId).ToListAsync(cancellation))
        {
            page.ForgetName(name);
            touched.Add(page.Id);
        }
        foreach (var word in await db.Set<UnknownAcronym>().Where(a => a.IgnoredBy == name).ToListAsync(cancellation))
            word.Ignore(Contacts.Person.ErasedName, word.IgnoredOn!.Value);
        // Who read what by when says nothing once nobody knows who.
        db.RemoveRange(await db.Set<PageReceipt>().Where(r => r.PersonId == personId).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);

        // Last: forgetting has just written the names that it removed.
        var names = new[] { name, mail }.Select(Folding.Fold).Where(n => n.Length > 0).ToHashSet();
        foreach (var entry in await db.AuditEntries.Where(a => a.SubjectId != null && touched.Contains(a.SubjectId.Value)).ToListAsync(cancellation))
        {
            if (Names(entry, names))
                entry.Redact();
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static bool Names(AuditEntry entry, HashSet<string> names)
        => JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, JsonSerializerOptions.Web)!
            .Exists(c => names.Any(n => Folding.Fold(c.Before ?? "").Contains(n, StringComparison.Ordinal) || Folding.Fold(c.After ?? "").Contains(n, StringComparison.Ordinal)));
}
