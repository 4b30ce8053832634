using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Knowledge;

/// <summary>Counts anew the words in capitals that nobody explains, over every text of the house; what was set aside stays so.</summary>
internal sealed class UnknownAcronyms(IEnumerable<ITextSource> sources, GlossaryWords words, BusinessDay day)
{
    private const int MostPlaces = 10;
    private const int Most = 500;

    /// <returns>How many words weren't known before.</returns>
    public async Task<int> SearchAsync(IntranetDb db, CancellationToken cancellation)
    {
        var known = (await words.CurrentAsync(db, cancellation)).Known;
        var people = await db.Set<Person>().AsNoTracking().Select(p => new { p.LastName, p.FirstName }).ToListAsync(cancellation);
        var finder = new AcronymFinder(known.Contains, people.SelectMany(p => Folding.Fold($"{p.LastName} {p.FirstName}").Split(' ')).ToHashSet(StringComparer.Ordinal));
        foreach (var source in sources)
        {
            await foreach (var text in source.ReadAsync(db).WithCancellation(cancellation))
            {
                foreach (var part in text.Texts)
                    finder.Read(text.Id, part);
            }
        }
        var kept = await db.Set<UnknownAcronym>().ToDictionaryAsync(u => u.Acronym, StringComparer.Ordinal, cancellation);
        db.RemoveRange(kept.Values.Where(u => u.IgnoredOn is null && !finder.Met.ContainsKey(u.Acronym)));
        var added = 0;
        foreach (var (acronym, met) in finder.Met.OrderByDescending(m => m.Value.Uses).ThenBy(m => m.Key, StringComparer.Ordinal).Take(Most))
        {
            if (!kept.TryGetValue(acronym, out var row))
            {
                db.Add(row = new UnknownAcronym(acronym, day.Today));
                added++;
            }
            row.Count(met.Uses, met.Records, met.Places(MostPlaces));
        }
        await db.SaveChangesAsync(cancellation);
        return added;
    }
}

/// <summary>Each week, in the night.</summary>
internal sealed class UnknownAcronymsJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "unknown-acronyms";
    public string Label => "Sigles inconnus du glossaire";
    public string When => "Chaque dimanche à 3\u00a0h\u00a030";
    public string Cron => "0 30 3 ? * SUN";
    public bool AtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        using var scope = scopes.CreateScope();
        var added = await scope.ServiceProvider.GetRequiredService<UnknownAcronyms>().SearchAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), cancellation);
        return added == 0 ? "" : French.Count(added, "sigle inconnu trouvé", "sigles inconnus trouvés");
    }
}
