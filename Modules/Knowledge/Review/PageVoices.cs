using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>What readers and keepers say of a published page. The caller saves.</summary>
internal sealed class PageVoices(IntranetDb db, CurrentUser user, BusinessDay day, IActor actor, TimeProvider clock)
{
    /// <summary>A published page, with its subject; null where there is none for this reader.</summary>
    public Task<KnowledgePage?> FindAsync(int id, CancellationToken cancellation)
        => db.Set<KnowledgePage>().Include(p => p.Subject).Published().InScope(db, user).FirstOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>The reader confirms and settles this page.</summary>
    public Task<bool> MayAsync(int id, CancellationToken cancellation)
        => PageAccess.Writes(user) ? Task.FromResult(true) : db.Set<KnowledgePage>().KeptBy(user, day.Today).AnyAsync(p => p.Id == id, cancellation);

    public async Task VoteAsync(int pageId, bool useful, CancellationToken cancellation)
    {
        if (await db.Set<PageVote>().FirstOrDefaultAsync(v => v.PageId == pageId && v.AccountId == user.Id, cancellation) is { } vote)
            vote.Change(useful, day.Today);
        else
            db.Set<KnowledgePage>().Local.Single(p => p.Id == pageId).Votes.Add(new PageVote(user.Id, useful, day.Today));
    }

    public async Task WatchAsync(int pageId, bool watch, CancellationToken cancellation)
    {
        var known = await db.Set<PageWatch>().FirstOrDefaultAsync(w => w.PageId == pageId && w.AccountId == user.Id, cancellation);
        if (watch && known is null)
            db.Set<KnowledgePage>().Local.Single(p => p.Id == pageId).Watches.Add(new PageWatch(user.Id, day.Today));
        else if (!watch && known is not null)
            db.Remove(known);
    }

    /// <summary>« J’ai lu et compris », of the version published now.</summary>
    /// <exception cref="BrokenRuleException">The account is of nobody whom a reading could be asked of.</exception>
    public async Task ReadAsync(KnowledgePage page, int? number, CancellationToken cancellation)
    {
        if (user.PersonId is not { } person)
            throw new BrokenRuleException("Votre compte n’est lié à aucune personne de l’association : personne ne vous demande cette lecture.");
        if (number != page.PublishedNumber)
            throw new BrokenRuleException("Une nouvelle version a été publiée pendant votre lecture : relisez-la, puis dites que vous l’avez lue.");
        if (await db.Set<PageReceipt>().FirstOrDefaultAsync(r => r.PageId == page.Id && r.PersonId == person, cancellation) is { } receipt)
            receipt.ReadAgain(number!.Value, day.Today);
        else
            page.Receipts.Add(new PageReceipt(person, number!.Value, day.Today));
    }

    /// <summary>Found true today. On the day of the last look nothing would change, and yet it was looked at: the history says so.</summary>
    public ConfirmedBefore Confirm(KnowledgePage page)
    {
        var before = ConfirmedBefore.Of(page);
        page.Confirm(user.Name, day.Today);
        if (before.On == day.Today && before.AskedOn is null)
            db.Add(AuditEntry.Telling(actor, clock, page.Id, AuditAction.Event, "Relue de nouveau, toujours exacte"));
        return before;
    }
}
