using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>Tells that a page has a new version, with the save that publishes it: who watches it and who keeps it, in office hours, never oneself.</summary>
internal sealed class PageNews(IntranetDb db, IMailbox mailbox, CurrentUser user, BusinessDay day, TimeProvider clock, HouseAddress house)
{
    /// <summary>Three commands at most, none for a first version that nobody could watch.</summary>
    public async Task TellAsync(KnowledgePage page, PageRevision revision, CancellationToken cancellation)
    {
        if (revision.BasedOn == 0)
            return;
        var (me, today) = (user.Id, day.Today);
        var watching = await db.Users.AsNoTracking().Where(a => a.DisabledAt == null && a.Id != me && db.Set<PageWatch>().Any(w => w.PageId == page.Id && w.AccountId == a.Id))
            .Select(a => new { a.DisplayName, Mail = a.Email ?? "" }).ToListAsync(cancellation);
        var own = await db.Users.AsNoTracking().Where(a => a.Id == me).Select(a => new { a.PersonId, Mail = a.Email ?? "" }).FirstOrDefaultAsync(cancellation);
        var keepers = page.OwnerId is { } person ? [person] : page.OwnerPostId is { } post
            ? await db.Set<Holding>().Where(h => h.PostId == post && h.From <= today && (h.To == null || h.To >= today)).Select(h => h.PersonId).ToListAsync(cancellation) : [];
        var keeping = await db.AddressesAsync([.. keepers.Where(k => k != own?.PersonId)], cancellation);
        var readers = watching.Select(w => (Name: w.DisplayName, w.Mail, Why: "Vous suivez cette page.")).Concat(keeping.Values.Select(k => (k.Name, k.Mail, Why: "Vous tenez cette page.")))
            .Where(r => r.Mail.Contains('@', StringComparison.Ordinal) && !string.Equals(r.Mail, own?.Mail, StringComparison.OrdinalIgnoreCase)).DistinctBy(r => r.Mail, StringComparer.OrdinalIgnoreCase);
        var at = OfficeHours.OnOrAfter(clock.GetUtcNow().UtcDateTime);
        var subject = $"Page mise à jour : {page.Title}";
        foreach (var reader in readers)
        {
            mailbox.Queue(new OutgoingMail(reader.Mail, reader.Name, subject.Length <= 300 ? subject : subject[..300],
                [$"« {page.Title} » a une nouvelle version, publiée par {user.Name}.", .. revision.Why.Length > 0 ? [$"Ce qui change : {revision.Why}"] : Array.Empty<string>(), reader.Why],
                new MailAction("Lire la page", $"{house.Web}/connaissances/{page.Id}"))
            { NotBefore = at });
        }
    }
}
