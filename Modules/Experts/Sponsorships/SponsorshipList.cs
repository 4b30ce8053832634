using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>One line of the list, or the head of a sheet.</summary>
internal sealed class SponsorshipRow
{
    public required Sponsorship Sponsorship { get; init; }
    public required string Generalist { get; init; }
    public required string Resource { get; init; }
    public required string Topic { get; init; }

    /// <summary>The reader works in one of the two.</summary>
    public required bool IsMine { get; init; }
    public required bool CanWrite { get; init; }

    /// <summary>Requests of the establishment that leans, on the topic or under it, of which somebody of the other was asked.</summary>
    public required int Used { get; init; }

    public (string Look, string Icon, string Label) StateOn(DateOnly day) => Sponsorship switch
    {
        { EndedOn: { } ended } when ended < day => ("", "ban", $"Terminé le {French.Date(ended)}"),
        { EndedOn: { } ended } => ("", "calendar-x", $"Se termine le {French.Date(ended)}"),
        _ when Sponsorship.Until < day => ("is-bad", "alert-triangle", $"À renouveler depuis le {French.Date(Sponsorship.Until)}"),
        _ when Sponsorship.IsToRenew(day) => ("is-warn", "calendar-due", $"À renouveler avant le {French.Date(Sponsorship.Until)}"),
        _ when Sponsorship.From > day => ("is-info", "calendar-event", $"À partir du {French.Date(Sponsorship.From)}"),
        _ => ("is-ok", "check", $"Jusqu’au {French.Date(Sponsorship.Until)}"),
    };
}

/// <summary>Everybody reads sponsorships; coordination and direction of one of the two establishments, and the head of service of either, write them.</summary>
internal static class SponsorshipList
{
    /// <summary>Establishments of which the reader writes the sponsorships.</summary>
    public static IQueryable<int> SponsoringHouses(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (kept, led) = (db.KeptHouses(user), db.EstablishmentsLedBy(user.PersonId ?? 0, today).Select(e => e.Id));
        return db.Set<Establishment>().Where(e => kept.Any(k => k == e.Id) || led.Any(l => l == e.Id)).Select(e => e.Id);
    }

    public static IQueryable<Sponsorship> Writable(this IQueryable<Sponsorship> sponsorships, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var houses = db.SponsoringHouses(user, today);
        return sponsorships.Where(s => houses.Any(h => h == s.GeneralistId || h == s.ResourceId));
    }

    /// <summary>The reader's own first, then those renewed the longest ago.</summary>
    public static IQueryable<SponsorshipRow> Rows(this IQueryable<Sponsorship> sponsorships, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (mine, houses, staff) = (db.HousesOf(user, today), db.SponsoringHouses(user, today), db.Set<StaffMember>());
        return sponsorships.AsNoTracking().OrderByDescending(s => mine.Any(m => m == s.GeneralistId || m == s.ResourceId)).ThenBy(s => s.EndedOn != null).ThenBy(s => s.RenewedOn ?? s.From).ThenBy(s => s.Id)
            .Select(s => new SponsorshipRow
            {
                Sponsorship = s,
                Generalist = s.Generalist!.Subject.Title,
                Resource = s.Resource!.Subject.Title,
                Topic = s.Topic!.Name,
                IsMine = mine.Any(m => m == s.GeneralistId || m == s.ResourceId),
                CanWrite = houses.Any(h => h == s.GeneralistId || h == s.ResourceId),
                Used = db.Set<SupportRequest>().Count(r => r.EstablishmentId == s.GeneralistId && r.AskedOn >= s.From && (s.EndedOn == null || r.AskedOn <= s.EndedOn)
                    && (r.TopicId == s.TopicId || r.Topic!.ParentId == s.TopicId)
                    && r.Experts.Any(e => e.Expert!.EstablishmentId == s.ResourceId
                        || staff.Any(w => w.PersonId == e.Expert.PersonId && w.EstablishmentId == s.ResourceId && w.From <= r.AskedOn && (w.To == null || w.To >= r.AskedOn)))),
            });
    }
}
