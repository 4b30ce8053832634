using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Puts letters about requests in the mailbox, with the caller's save. They wait for office hours, unless the request is pressing.</summary>
internal sealed class RequestPost(IntranetDb db, IMailbox mailbox, BusinessDay day, TimeProvider clock, HouseAddress house, ExpertLinks links)
{
    /// <summary>
    /// To each expert asked, why and what; a partner's gets a link of their own, an establishment is written to at who leads it. The request must be saved,
    /// with its topics and experts loaded.
    /// </summary>
    public async Task AskAsync(SupportRequest request, IReadOnlyCollection<RequestedExpert> asked, CancellationToken cancellation)
    {
        foreach (var (who, to) in await RecipientsAsync(asked, cancellation))
        {
            var address = to.IsStranger ? await links.AddressAsync(who, cancellation) : $"/appuis/{request.Id}";
            Queue(request, RequestLetter.Asking(to.Mail, to.Name, request, who.Why, address, house, to.IsStranger));
        }
    }

    /// <summary>To those asked who neither answered nor declined.</summary>
    public async Task RemindAsync(SupportRequest request, IReadOnlyCollection<RequestedExpert> asked, int days, CancellationToken cancellation)
    {
        foreach (var (who, to) in await RecipientsAsync(asked, cancellation))
        {
            var address = to.IsStranger ? await links.AddressAsync(who, cancellation) : $"/appuis/{request.Id}";
            Queue(request, RequestLetter.Reminding(to.Mail, to.Name, request, days, address, house, to.IsStranger));
        }
    }

    /// <summary>Somebody else took it: those released have nothing more to do.</summary>
    public async Task ReleaseAsync(SupportRequest request, IReadOnlyCollection<RequestedExpert> released, string sentence, CancellationToken cancellation)
    {
        foreach (var (_, to) in await RecipientsAsync(released, cancellation))
        {
            IReadOnlyList<string> said = [sentence, "Vous n’avez rien à faire. Merci d’être là."];
            Queue(request, to.IsStranger ? RequestLetter.TellingStranger(to.Mail, to.Name, request, "Vous êtes libéré·e", said) : RequestLetter.Telling(to.Mail, to.Name, request, "Vous êtes libéré·e", said, house));
        }
    }

    /// <summary>To the experts who took it or answered: somebody wrote, or the request changed. A partner's gets a new link.</summary>
    public async Task TellExpertsAsync(SupportRequest request, IReadOnlyCollection<RequestedExpert> experts, string subject, IReadOnlyList<string> sentences, CancellationToken cancellation)
    {
        foreach (var (who, to) in await RecipientsAsync(experts, cancellation))
        {
            var mail = RequestLetter.Telling(to.Mail, to.Name, request, subject, sentences, house);
            Queue(request, to.IsStranger ? mail with { Action = new MailAction("Lire et répondre", house.Web + await links.AddressAsync(who, cancellation)), IsSecret = true } : mail);
        }
    }

    /// <summary>To these people of ours.</summary>
    public async Task TellAsync(SupportRequest request, IReadOnlyCollection<int> people, string subject, IReadOnlyList<string> sentences, CancellationToken cancellation)
    {
        foreach (var to in (await db.AddressesAsync(people, cancellation)).Values)
            Queue(request, RequestLetter.Telling(to.Mail, to.Name, request, subject, sentences, house));
    }

    /// <summary>The basket: to the coordination of the asker's establishment, else to its direction. One command.</summary>
    public async Task TellKeepersAsync(SupportRequest request, string why, CancellationToken cancellation)
    {
        var place = request.EstablishmentId;
        var keepers = await db.Users.AsNoTracking().Where(a => a.DisabledAt == null && (a.Roles & (Roles.Coordination | Roles.Direction)) != 0
                && (a.SeesAll || db.AccountScopes.Any(s => s.AccountId == a.Id && (s.SubjectId == place || db.Set<Establishment>().Any(e => e.Id == place && e.PoleId == s.SubjectId)))))
            .Select(a => new { a.DisplayName, a.Roles, Mail = a.Email ?? "" }).ToListAsync(cancellation);
        var coordination = keepers.Where(k => (k.Roles & Roles.Coordination) != 0).ToList();
        foreach (var keeper in (coordination.Count > 0 ? coordination : keepers).Where(k => k.Mail.Contains('@', StringComparison.Ordinal)))
            Queue(request, RequestLetter.Telling(keeper.Mail, keeper.DisplayName, request, "Demande d’appui à attribuer", [why, "Trouvez quelqu’un, dans le réseau ou ailleurs, et attribuez-la."], house));
    }

    private void Queue(SupportRequest request, OutgoingMail mail)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        mailbox.Queue(mail with { NotBefore = request.Urgency == Urgency.Pressing ? now : OfficeHours.OnOrAfter(now) });
    }

    /// <summary>Whom to write to for each of these experts; who has no known address is left out. Two commands at most.</summary>
    private async Task<List<(RequestedExpert Who, Recipient To)>> RecipientsAsync(IReadOnlyCollection<RequestedExpert> asked, CancellationToken cancellation)
    {
        if (asked.Count == 0)
            return [];
        var (ids, today) = (asked.Select(a => a.ExpertId).ToList(), day.Today);
        var experts = await db.Set<Expert>().AsNoTracking().AsSingleQuery().Where(e => ids.Contains(e.Id)).Select(e => new
        {
            e.Id,
            e.PersonId,
            IsStranger = e.PartnerId != null,
            Heads = e.Establishment!.Posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null)
                .SelectMany(p => p.Holdings).Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.PersonId).ToList(),
        }).ToDictionaryAsync(e => e.Id, cancellation);
        var people = await db.AddressesAsync([.. experts.Values.SelectMany(e => e.PersonId is { } person ? [person] : e.Heads).Distinct()], cancellation);
        return [.. from who in asked
            let expert = experts[who.ExpertId]
            from person in expert.PersonId is { } own ? [own] : expert.Heads.Distinct()
            where people.ContainsKey(person)
            select (who, new Recipient(people[person].Name, people[person].Mail, expert.IsStranger))];
    }

    private sealed record Recipient(string Name, string Mail, bool IsStranger);
}
