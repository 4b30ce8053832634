using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Contact details of a followed partner's post that nobody verified for as long as the post says.</summary>
internal sealed class ContactsToVerify : IReminderSource
{
    public ReminderRule Rule { get; } = new("contact-to-verify", "Coordonnées à vérifier", [0], OnAtFirst: false);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var posts = db.Set<Post>().AsNoTracking()
            .Where(p => p.ClosedOn == null && p.VerifiedOn != null && p.Partner!.RelationOwnerId != null && p.Partner.ClosedOn == null)
            .Select(p => new { p.Id, On = p.VerifiedOn!.Value, p.VerifyEveryMonths, p.Partner!.Name, p.Partner.RelationOwnerId });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var due = post.On.AddMonths(post.VerifyEveryMonths);
            if (due > until)
                continue;
            yield return new DueFact
            {
                SubjectId = post.Id,
                Due = due,
                Action = "Vérifier les coordonnées",
                Context = $"{post.Name} : vérifiées le {French.Date(post.On)}.",
                PostId = post.RelationOwnerId,
            };
        }
    }
}
