using System.Text.RegularExpressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>
/// A person chosen in one text box: the list that opens under it proposes « Claire Mazères, CPIP, SPIP 93 (n° 123) »; a name typed in full
/// is enough when only one person bears it. Works without JavaScript.
/// </summary>
public static partial class PersonChoice
{
    /// <summary>Who may still be chosen: neither merged, nor erased, nor departed before that day.</summary>
    public static IQueryable<Person> Choosable(IntranetDb db, DateOnly day)
        => db.Set<Person>().AsNoTracking().Where(p => p.MergedIntoId == null && p.ErasedOn == null && (p.DepartedOn == null || p.DepartedOn >= day));

    /// <summary>The id behind what was typed; null when nothing was.</summary>
    /// <exception cref="BrokenRuleException">Nobody, or several people, answer to it.</exception>
    public static async Task<int?> ResolveAsync(IntranetDb db, string? typed, DateOnly day, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Number().Match(typed) is { Success: true } match)
        {
            var id = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return await db.Set<Person>().AnyAsync(p => p.Id == id && p.MergedIntoId == null && p.ErasedOn == null)
                ? id : throw new BrokenRuleException("Cette personne n’est plus dans l’annuaire.", field);
        }
        var found = await Choosable(db, day).WhereMatches(SearchTerms.Parse(typed), p => p.Subject.Folded)
            .OrderBy(p => p.LastName).Take(20).Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync();
        var exact = found.Where(p => Same(typed, $"{p.FirstName} {p.LastName}")).ToList();
        return (exact.Count > 0 ? exact : found) switch
        {
            [var only] => only.Id,
            [] => throw new BrokenRuleException($"Personne ne répond au nom « {typed.Trim()} » : choisissez dans la liste ou ajoutez une nouvelle personne.", field),
            _ => throw new BrokenRuleException($"Plusieurs personnes répondent au nom « {typed.Trim()} » : choisissez dans la liste.", field),
        };
    }

    /// <summary>What the box shows for a person.</summary>
    public static string Text(int id, string name, string function) => function.Length > 0 ? $"{name}, {function} (n° {id})" : $"{name} (n° {id})";

    /// <summary>Proposals for what is being typed.</summary>
    public static async Task<IReadOnlyList<string>> ProposeAsync(IntranetDb db, string? typed, DateOnly day, CancellationToken cancellation)
    {
        var terms = SearchTerms.Parse(typed);
        if (terms.IsEmpty || Number().IsMatch(typed!))
            return [];
        return await TextsAsync(Choosable(db, day).WhereMatches(terms, p => p.Subject.Folded), day, 12, cancellation);
    }

    /// <summary>Colleagues of those who work at these places, to be proposed before anything is typed.</summary>
    public static Task<IReadOnlyList<string>> ColleaguesAsync(IntranetDb db, IReadOnlyCollection<int> places, int exceptId, DateOnly day, CancellationToken cancellation)
        => TextsAsync(Choosable(db, day).Where(p => p.Id != exceptId
            && (p.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day) && (places.Contains(h.Post!.PartnerId!.Value) || places.Contains(h.Post.EstablishmentId!.Value)))
                || p.Employments.Any(s => s.From <= day && (s.To == null || s.To >= day) && places.Contains(s.EstablishmentId)))), day, 60, cancellation);

    /// <summary>Those who work where this person works.</summary>
    public static async Task<IReadOnlyList<string>> ColleaguesOfAsync(IntranetDb db, int personId, DateOnly day, CancellationToken cancellation)
    {
        var places = await db.Set<Person>().Where(p => p.Id == personId).Select(p => new
        {
            Posts = p.Holdings.Where(h => h.To == null || h.To >= day).Select(h => h.Post!.PartnerId ?? h.Post.EstablishmentId!.Value).ToList(),
            Jobs = p.Employments.Where(s => s.To == null || s.To >= day).Select(s => s.EstablishmentId).ToList(),
        }).FirstOrDefaultAsync(cancellation);
        return places is null ? [] : await ColleaguesAsync(db, [.. places.Posts.Concat(places.Jobs).Distinct()], personId, day, cancellation);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(IQueryable<Person> people, DateOnly day, int count, CancellationToken cancellation)
    {
        var rows = await people.OrderBy(p => p.LastName).ThenBy(p => p.FirstName).Take(count).Select(p => new
        {
            p.Id,
            Name = p.FirstName + " " + p.LastName,
            Post = p.Holdings.Where(h => h.From <= day && (h.To == null || h.To >= day)).OrderBy(h => h.From)
                .Select(h => h.Post!.Title + ", " + (h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title)).FirstOrDefault(),
            Employment = p.Employments.Where(s => s.From <= day && (s.To == null || s.To >= day)).OrderBy(s => s.From)
                .Select(s => s.Function + ", " + s.Establishment!.Subject.Title).FirstOrDefault(),
        }).ToListAsync(cancellation);
        return [.. rows.Select(r => Text(r.Id, r.Name.Trim(), r.Post ?? r.Employment ?? ""))];
    }

    private static bool Same(string a, string b)
        => Folding.Fold(a).Split(' ').Order(StringComparer.Ordinal).SequenceEqual(Folding.Fold(b).Split(' ').Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\(n° ?(\d{1,9})\)\s*$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
