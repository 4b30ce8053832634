using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>What the registers' forms offer to choose from, in the account's establishments.</summary>
internal static class RegisterChoices
{
    public static Task<List<SelectListItem>> OwnEstablishmentsAsync(this IntranetDb db, CurrentUser user, DateOnly today, int? chosen = null)
        => db.Set<Establishment>().OwnedBy(db, user).Open(today, chosen).OrderBy(e => e.Name).Select(e => new SelectListItem(e.Kind + " " + e.Name, $"{e.Id}")).ToListAsync();

    public static Task<List<SelectListItem>> PartnersAsync(this IntranetDb db, string[] kinds, int? chosen = null)
        => db.Set<Partner>().Where(p => (p.ClosedOn == null && kinds.Contains(p.Kind.Code)) || p.Id == chosen).OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, $"{p.Id}")).ToListAsync();

    /// <summary>Staff in post in one's own establishments, by establishment and name; those already chosen stay offered.</summary>
    public static async Task<List<SelectListItem>> OwnStaffAsync(this IntranetDb db, CurrentUser user, DateOnly today, IEnumerable<int>? chosen = null)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var kept = chosen?.ToArray() ?? [];
        var rows = await db.Set<StaffMember>().AsNoTracking().Where(s => kept.Contains(s.PersonId) || (s.From <= today && (s.To == null || s.To >= today) && own.Any(o => o.Id == s.EstablishmentId)))
            .OrderByDescending(s => s.From).Select(s => new { s.PersonId, s.Person!.FirstName, s.Person.LastName, s.Function, Place = s.Establishment!.Kind + " " + s.Establishment.Name }).ToListAsync();
        // Somebody employed in two places is offered once, where they came last.
        return [.. rows.DistinctBy(r => r.PersonId).GroupBy(r => r.Place).OrderBy(g => g.Key, StringComparer.CurrentCulture).SelectMany(g =>
        {
            var place = new SelectListGroup { Name = g.Key };
            return g.OrderBy(r => r.LastName, StringComparer.CurrentCulture).ThenBy(r => r.FirstName, StringComparer.CurrentCulture).Select(r => new SelectListItem($"{r.LastName} {r.FirstName} – {r.Function}", $"{r.PersonId}") { Group = place });
        })];
    }
}
