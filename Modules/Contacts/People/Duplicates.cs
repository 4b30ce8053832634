using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A person, as duplicates are looked for.</summary>
internal sealed record DuplicateCandidate(int Id, string FirstName, string LastName, string Email)
{
    public string Name => $"{FirstName} {LastName}".Trim();
}

/// <summary>Records that are probably the same person: the same name whatever its accents, case and order, or the same mail.</summary>
internal static class Duplicates
{
    /// <summary>Groups of two or more, by name; a person stands in one group only.</summary>
    public static IReadOnlyList<IReadOnlyList<DuplicateCandidate>> Groups(IReadOnlyList<DuplicateCandidate> people)
    {
        var head = new Dictionary<int, int>();
        int Root(int id)
        {
            while (head.TryGetValue(id, out var up))
                id = up;
            return id;
        }

        foreach (var same in people.GroupBy(p => "n " + NameKey(p)).Concat(people.Where(p => p.Email.Length > 0).GroupBy(p => "m " + MailKey(p.Email))).Where(g => g.Key.Length > 2))
        {
            var first = Root(same.First().Id);
            foreach (var other in same.Skip(1).Select(p => Root(p.Id)).Where(r => r != first))
                head[other] = first;
        }
        return [.. people.GroupBy(p => Root(p.Id)).Where(g => g.Count() > 1).Select(g => (IReadOnlyList<DuplicateCandidate>)[.. g.OrderBy(p => p.Id)]).OrderBy(g => Folding.Fold(g[0].LastName), StringComparer.Ordinal)];
    }

    /// <summary>Those who look like this person, in one command.</summary>
    public static async Task<IReadOnlyList<DuplicateCandidate>> OfAsync(IntranetDb db, int exceptId, string firstName, string lastName, string email, CancellationToken cancellation)
    {
        var mail = email.Trim();
        var name = SearchTerms.Parse(Folding.Fold($"{firstName} {lastName}"));
        var people = db.Set<Person>().AsNoTracking().Where(p => p.Id != exceptId && p.MergedIntoId == null && p.ErasedOn == null);
        var named = people.WhereMatches(name, p => p.Subject.Folded).Select(p => p.Id);
        var rows = await people.Where(p => named.Contains(p.Id) || (mail != "" && p.Email == mail))
            .OrderBy(p => p.Id).Take(50).Select(p => new DuplicateCandidate(p.Id, p.FirstName, p.LastName, p.Email)).ToListAsync(cancellation);
        var asked = new DuplicateCandidate(exceptId, firstName, lastName, email);
        return [.. rows.Where(p => NameKey(p) == NameKey(asked) || (mail.Length > 0 && MailKey(p.Email) == MailKey(mail)))];
    }

    private static string NameKey(DuplicateCandidate person) => string.Join(' ', Folding.Fold(person.Name).Split(' ').Order(StringComparer.Ordinal));

    private static string MailKey(string mail) => mail.Trim().ToLowerInvariant();
}
