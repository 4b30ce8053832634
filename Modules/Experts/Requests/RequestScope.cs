using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Who reads a request: the asker and their team, the experts asked, colleagues mentioned, and whoever keeps the basket; administration alone doesn't.</summary>
internal static class RequestScope
{
    /// <summary>Requests whose content the reader sees.</summary>
    public static IQueryable<SupportRequest> Readable(this IQueryable<SupportRequest> requests, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var person = user.PersonId ?? 0;
        var houses = db.HousesOf(user, today);
        var kept = db.KeptHouses(user);
        return requests.Where(r => r.PersonId == person || houses.Any(h => h == r.EstablishmentId) || r.Mentions.Any(m => m.PersonId == person)
            || r.Experts.Any(e => e.Expert!.PersonId == person || houses.Any(h => h == e.Expert.EstablishmentId)) || kept.Any(k => k == r.EstablishmentId));
    }

    /// <summary>Establishments whose requests the reader keeps: coordination and direction find somebody for those that nobody takes.</summary>
    public static IQueryable<int> KeptHouses(this IntranetDb db, CurrentUser user)
    {
        var houses = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code);
        return (Keeps(user) ? houses.OwnedBy(db, user) : houses.Where(h => false)).Select(h => h.Id);
    }

    /// <summary>Establishments where the reader works that day.</summary>
    public static IQueryable<int> HousesOf(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var person = user.PersonId ?? 0;
        return db.Set<StaffMember>().InPost(today).Where(s => s.PersonId == person).Select(s => s.EstablishmentId);
    }

    public static bool Keeps(CurrentUser user) => (user.Roles & (Roles.Coordination | Roles.Direction)) != 0;
}
