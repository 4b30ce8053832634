using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>People while a file is read: found by mail, else by name among those that the caller accepts.</summary>
internal sealed class PersonBook
{
    private readonly Dictionary<string, Person> byMail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Person>> byName = new(StringComparer.Ordinal);

    public static async Task<PersonBook> LoadAsync(IntranetDb db, CancellationToken cancellation)
    {
        var book = new PersonBook();
        var people = db.Set<Person>().AsTracking().AsSplitQuery().Where(p => p.MergedIntoId == null && p.ErasedOn == null)
            .Include(p => p.Subject).Include(p => p.Employments).Include(p => p.Holdings).OrderBy(p => p.Id);
        foreach (var person in await people.ToListAsync(cancellation))
            book.Add(person);
        return book;
    }

    /// <summary>By mail; else the person of that name that the caller recognises; null when nobody is.</summary>
    public Person? Find(string firstName, string lastName, string mail, Func<Person, bool> recognises)
        => mail.Length > 0 && byMail.TryGetValue(mail, out var person) ? person
        : byName.GetValueOrDefault(Key(firstName, lastName))?.FirstOrDefault(p => (mail.Length == 0 || p.Email.Length == 0) && recognises(p));

    public Person Create(string firstName, string lastName, string mail, string phone, string source)
    {
        var person = new Person(firstName, lastName, source);
        person.ReachBy(phone, mail);
        Add(person);
        return person;
    }

    private void Add(Person person)
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
