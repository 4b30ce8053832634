using System.Text.RegularExpressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Links SPIP and antennas to the courts and prisons that their territory names, whichever was there first.</summary>
public static class Territories
{
    /// <summary>Adds the links that can be found; the caller saves. Those made by hand stay.</summary>
    public static async Task ResolveAsync(IntranetDb db, CancellationToken cancellation)
    {
        var places = await db.Set<Partner>().AsNoTracking()
            .Where(p => p.ClosedOn == null && (p.Kind.Code == "court" || p.Kind.Code == "prison"))
            .Select(p => new TerritoryPlace { Id = p.Id, Name = p.Name, Aliases = p.Aliases, IsCourt = p.Kind.Code == "court", Departments = p.Departments })
            .ToListAsync(cancellation);
        var index = new TerritoryIndex(places);
        var services = await db.Set<Partner>().AsTracking().Where(p => p.Territory != "" && (p.Kind.Code == "spip" || p.Kind.Code == "spip-antenna"))
            .Include(p => p.Subject).ThenInclude(s => s.Links.Where(l => l.Role == LinkRole.Territory)).AsSplitQuery().ToListAsync(cancellation);
        foreach (var service in services)
        {
            var known = service.Subject.Links.Where(l => l.Role == LinkRole.Territory).Select(l => l.ToId);
            service.SetLinks(LinkRole.Territory, known.Union(service.Territory.Split('\n').SelectMany(line => index.Find(line, service.Departments))));
        }
    }
}

internal sealed class TerritoryPlace
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Aliases { get; init; }
    public required bool IsCourt { get; init; }
    public required string Departments { get; init; }
}

/// <summary>Courts and prisons by the names that a territory may call them.</summary>
internal sealed partial class TerritoryIndex
{
    private const string Court = "tribunal judiciaire ";
    private readonly List<(TerritoryPlace Place, string Name)> courts = [];
    private readonly List<(TerritoryPlace Place, string Type, string Name)> prisons = [];

    public TerritoryIndex(IEnumerable<TerritoryPlace> places)
    {
        foreach (var place in places)
        {
            foreach (var name in place.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(place.Name))
            {
                if (place.IsCourt)
                    courts.Add((place, Folding.Fold(name)));
                else
                    prisons.Add((place, Type(Spelt(name)), Town(Spelt(name))));
            }
        }
    }

    /// <summary>The places that one line of a territory names, in the same départements.</summary>
    public IEnumerable<int> Find(string line, string departments)
    {
        var text = Aside().Replace(line, "");
        if (District().Match(text) is { Success: true } district)
            return district.Groups["towns"].Value.Split(" et ").Select(t => FindCourt(Court + Folding.Fold(t), departments)).OfType<int>();
        return FindPrison(Spelt(text), departments) is { } prison ? [prison] : [];
    }

    private int? FindCourt(string name, string departments)
        => (courts.Where(c => Shares(c.Place, departments)).Select(c => ((TerritoryPlace Place, string Name)?)c).FirstOrDefault(c => c!.Value.Name == name)
            ?? courts.Where(c => Shares(c.Place, departments)).Select(c => ((TerritoryPlace Place, string Name)?)c).FirstOrDefault(c => c!.Value.Name.StartsWith(name + " ", StringComparison.Ordinal)))?.Place.Id;

    private int? FindPrison(string name, string departments)
    {
        var (type, town) = (Type(name), Town(name));
        if (type.Length == 0 || town.Length == 0)
            return null;
        return prisons.Where(p => Shares(p.Place, departments) && p.Type.Length > 0)
            .Select(p => (p.Place.Id, Score: Score(p.Type == type, p.Name, town)))
            .Where(p => p.Score > 0).OrderByDescending(p => p.Score).ThenBy(p => p.Id).Select(p => (int?)p.Id).FirstOrDefault();
    }

    /// <summary>The town counts first, then the type, since many changed type (« maison d’arrêt » of 2015, « centre pénitentiaire » today).</summary>
    private static int Score(bool sameType, string known, string asked)
        => (known == asked ? 1000
            : known.StartsWith(asked + " ", StringComparison.Ordinal) || asked.StartsWith(known + " ", StringComparison.Ordinal) ? 100 + Math.Min(known.Length, asked.Length)
            : -10_000) + (sameType ? 50 : 0);

    private static bool Shares(TerritoryPlace place, string departments)
        => departments.Length == 0 || place.Departments.Length == 0 || DepartmentList.Split(place.Departments).Intersect(DepartmentList.Split(departments)).Any();

    /// <summary>« CP Aix-Luynes » and « Centre pénitentiaire d’Aix-Luynes » alike: acronym of the type spelt out.</summary>
    private static string Spelt(string name)
    {
        var words = Folding.Fold(name).Split(' ', 2);
        return words is ["ma" or "cp" or "cd" or "mc" or "csl" or "epm" or "epsn", _] ? $"{Acronyms.Expand(words[0])} {words[1]}" : string.Join(' ', words);
    }

    private static string Type(string spelt) => PrisonType().Match(spelt).Groups["type"].Value.Replace("centre detention", "centre de detention", StringComparison.Ordinal);

    private static string Town(string spelt) => PrisonType().Match(spelt).Groups["town"].Value;

    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.None, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\s*Circonscriptions? judiciaires? (?<towns>[^,]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex District();

    [GeneratedRegex("^(?<type>maison d arret|centre penitentiaire|centre (de )?detention|maison centrale|centre de semi liberte|etablissement penitentiaire pour mineurs|etablissement public de sante national)( pour femmes)?( de| d| du| des)?( le| la| les| l)? (?<town>.+)$", RegexOptions.None, 1000)]
    private static partial Regex PrisonType();
}
