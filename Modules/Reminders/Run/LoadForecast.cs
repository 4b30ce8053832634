using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>What comes due in twelve months, by who answers today: what is known already, not what will be asked later.</summary>
internal sealed class LoadForecast
{
    public const int Months = 12;

    private LoadForecast(DateOnly first, IReadOnlyList<LoadRow> rows) => (First, Rows) = (first, rows);

    /// <summary>First day of the month that runs.</summary>
    public DateOnly First { get; }

    /// <summary>Most loaded first; nobody last.</summary>
    public IReadOnlyList<LoadRow> Rows { get; }

    public int Late => Rows.Sum(r => r.Late);
    public int Total => Rows.Sum(r => r.Total);

    public int In(int month) => Rows.Sum(r => r.Months[month]);

    public static async Task<LoadForecast> ReadAsync(IntranetDb db, IEnumerable<IReminderSource> sources, Func<IReadOnlyCollection<int>, Task<IReadOnlySet<int>>> visible, DateOnly today, CancellationToken cancellation)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var until = first.AddMonths(Months).AddDays(-1);
        List<(int SubjectId, int? PostId, DateOnly Due)> facts = [];
        foreach (var rule in (await RuleInForce.ReadAsync(db, sources, cancellation)).Where(r => r.IsOn))
        {
            await foreach (var fact in rule.Source.DueAsync(db, today, until, cancellation))
            {
                if (fact.Due <= until)
                    facts.Add((fact.SubjectId, fact.PostId, fact.Due));
            }
        }
        var seen = await visible([.. facts.Select(f => f.SubjectId).Distinct()]);
        var line = await PostLineQuery.AllAsync(db, today, cancellation);
        return new LoadForecast(first, Rank(facts.Where(f => seen.Contains(f.SubjectId)), line, first, today));
    }

    private static List<LoadRow> Rank(IEnumerable<(int SubjectId, int? PostId, DateOnly Due)> facts, PostLine line, DateOnly first, DateOnly today)
    {
        Dictionary<int, LoadRow> rows = [];
        Dictionary<int, PostAnswer> answers = [];
        foreach (var fact in facts)
        {
            var answer = fact.PostId is not { } post ? null : answers.TryGetValue(post, out var known) ? known : answers[post] = line.Answer(post);
            var id = answer?.PersonId ?? answer?.AnsweringPostId ?? 0;
            if (!rows.TryGetValue(id, out var row))
                rows[id] = row = new LoadRow(id, id == 0 ? "Personne n’en répond" : answer!.PersonName ?? "Ligne de service", answer?.PersonId is not null);
            row.Add(fact.Due < today ? null : ((fact.Due.Year - first.Year) * 12) + fact.Due.Month - first.Month);
        }
        return [.. rows.Values.OrderBy(r => r.Id == 0).ThenByDescending(r => r.Total).ThenBy(r => r.Who, StringComparer.Ordinal)];
    }
}

/// <summary>One person's load.</summary>
internal sealed class LoadRow(int id, string who, bool isPerson)
{
    private readonly int[] months = new int[LoadForecast.Months];

    public int Id => id;
    public string Who => who;
    public bool IsPerson => isPerson;
    public int Late { get; private set; }
    public IReadOnlyList<int> Months => months;
    public int Total => Late + months.Sum();

    /// <param name="month">From the month that runs; null for what is late.</param>
    public void Add(int? month)
    {
        if (month is { } at)
            months[at]++;
        else
            Late++;
    }
}
