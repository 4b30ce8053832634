using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>Somebody whom a file speaks of: known already, or to be made.</summary>
internal sealed record PersonRef(int Id, string FirstName, string LastName, string Email, bool IsOurs)
{
    /// <summary>Partners where the person holds a post.</summary>
    public HashSet<int> Partners { get; } = [];

    public bool Equals(PersonRef? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>People while a file is read: found by mail, else by name among those that the caller accepts.</summary>
internal sealed class PersonBook
{
    /// <summary>Records handled at a time, so that a long file doesn't fill the memory.</summary>
    public const int Batch = 1000;

    private readonly Dictionary<string, PersonRef> byMail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<PersonRef>> byName = new(StringComparer.Ordinal);

    public static async Task<PersonBook> LoadAsync(IntranetDb db, CancellationToken cancellation)
    {
        var book = new PersonBook();
        var people = await db.Set<Person>().Where(p => p.MergedIntoId == null && p.ErasedOn == null).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.Email, IsOurs = p.Employments.Any() }).ToListAsync(cancellation);
        var refs = people.ToDictionary(p => p.Id, p => new PersonRef(p.Id, p.FirstName, p.LastName, p.Email, p.IsOurs));
        foreach (var held in await db.Set<Holding>().Where(h => h.Post!.PartnerId != null).Select(h => new { h.PersonId, Partner = h.Post!.PartnerId!.Value }).ToListAsync(cancellation))
        {
            if (refs.TryGetValue(held.PersonId, out var person))
                person.Partners.Add(held.Partner);
        }
        foreach (var person in people)
            book.Keep(refs[person.Id]);
        return book;
    }

    /// <summary>By mail; else the person of that name that the caller recognises; null when nobody is.</summary>
    public PersonRef? Find(string firstName, string lastName, string mail, Func<PersonRef, bool> recognises)
        => mail.Length > 0 && byMail.TryGetValue(mail, out var person) ? person
        : byName.GetValueOrDefault(Key(firstName, lastName))?.FirstOrDefault(p => (mail.Length == 0 || p.Email.Length == 0) && recognises(p));

    /// <summary>Somebody new, whom later lines may name again.</summary>
    public PersonRef Add(string firstName, string lastName, string mail, bool isOurs)
    {
        var person = new PersonRef(0, firstName, lastName, mail, isOurs);
        Keep(person);
        return person;
    }

    /// <summary>The records of a batch, loaded or made.</summary>
    public static async Task<Dictionary<PersonRef, Person>> OpenAsync(IntranetDb db, IEnumerable<PersonRef> people, string source, CancellationToken cancellation)
    {
        var all = people.ToList();
        var ids = all.Where(p => p.Id > 0).Select(p => p.Id).ToList();
        var known = ids.Count == 0 ? [] : await db.Set<Person>().AsTracking().AsSplitQuery().Where(p => ids.Contains(p.Id)).Include(p => p.Subject).Include(p => p.Employments).ToDictionaryAsync(p => p.Id, cancellation);
        return all.ToDictionary(p => p, p => p.Id > 0 ? known[p.Id] : new Person(p.FirstName, p.LastName, source));
    }

    private void Keep(PersonRef person)
    {
        if (person.Email.Length > 0)
            byMail.TryAdd(person.Email, person);
        var key = Key(person.FirstName, person.LastName);
        if (!byName.TryGetValue(key, out var people))
            byName[key] = people = [];
        people.Add(person);
    }

    private static string Key(string firstName, string lastName) => Folding.Fold($"{lastName} {firstName}");
}
