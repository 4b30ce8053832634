using System.Text.Json;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Forgets who an expert was, who wrote a message, a draft or a confirmation; questions and answers stay.</summary>
internal sealed class ExpertsErasure(BusinessDay day) : IErasureSource
{
    public async Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation)
    {
        HashSet<int> touched = [];
        foreach (var sheet in await db.Set<Expert>().Include(e => e.Subject).Where(e => e.PersonId == personId).ToListAsync(cancellation))
        {
            sheet.Forget(day.Today);
            touched.Add(sheet.Id);
        }
        foreach (var message in await db.Set<SupportMessage>().Where(m => m.AuthorId == personId).ToListAsync(cancellation))
        {
            message.ForgetAuthor();
            touched.Add(message.RequestId);
        }
        // The others are known by the name alone that was written then.
        foreach (var mention in await db.Set<SupportMention>().Where(m => m.PersonId == personId || m.By == name).ToListAsync(cancellation))
        {
            if (mention.By == name)
                mention.ForgetAuthor();
            touched.Add(mention.RequestId);
        }
        foreach (var asked in await db.Set<RequestedExpert>().Where(e => e.Why.Contains(name)).ToListAsync(cancellation))
        {
            asked.ForgetName(name);
            touched.Add(asked.RequestId);
        }
        foreach (var expertise in await db.Set<Expertise>().Where(e => e.DeclaredBy == name || e.ConfirmedBy == name).ToListAsync(cancellation))
        {
            expertise.ForgetName(name);
            touched.Add(expertise.ExpertId);
        }
        foreach (var answer in await db.Set<SharedAnswer>().Include(a => a.Subject).Where(a => a.DraftedBy == name || a.ReadBy == name).ToListAsync(cancellation))
        {
            answer.ForgetName(name);
            touched.Add(answer.Id);
        }
        foreach (var request in await db.Set<SupportRequest>().Include(r => r.Subject).Where(r => r.FilesAllowedBy == name).ToListAsync(cancellation))
        {
            request.ForgetName(name);
            touched.Add(request.Id);
        }
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
