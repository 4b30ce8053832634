using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Where to write to somebody: their own address, else their account's.</summary>
/// <param name="Mail">Holds an « @ ».</param>
public sealed record PersonAddress(string Name, string Mail);

/// <summary>Where to write to people.</summary>
public static class PersonAddresses
{
    /// <summary>By id, those who may be written to: neither erased nor without address. One command, none for nobody.</summary>
    public static async Task<IReadOnlyDictionary<int, PersonAddress>> AddressesAsync(this IntranetDb db, IReadOnlyCollection<int> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return new Dictionary<int, PersonAddress>();
        var rows = await db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id) && p.ErasedOn == null)
            .Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName, Mail = p.Email != "" ? p.Email : db.Users.Where(a => a.PersonId == p.Id && a.DisabledAt == null).OrderBy(a => a.Id).Select(a => a.Email).FirstOrDefault() ?? "" })
            .ToListAsync(cancellation);
        return rows.Where(p => p.Mail.Contains('@', StringComparison.Ordinal)).ToDictionary(p => p.Id, p => new PersonAddress(p.Name.Trim(), p.Mail));
    }
}
