using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Search;

/// <summary>
/// One search over every kind of record, in the reader's scope: how many of each kind, the likeliest, then the best ones of each kind. Three
/// commands at most: counts, records, and the words of those shown whose title doesn't say why; where nothing holds every word, the words that
/// titles know, and the records that hold them corrected or some of them.
/// </summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, ISubjectIndex index, KnownWords known, SubjectKinds kinds, IReadOnlyList<IModule> modules, BusinessDay day, IEnumerable<ISynonyms> synonyms) : PageModel
{
    private const int PerKind = 5;
    private const int Best = 200;
    private const int Likeliest = 3;
    private const int Nearest = 20;

    /// <summary>What is looked for, as typed; « > » alone before it asks for things to do.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>The path of the only kind wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "nature")]
    public string? Kind { get; set; }

    /// <summary>Only what was verified, or happened, within a year.</summary>
    [BindProperty(SupportsGet = true, Name = "recent")]
    public bool OnlyRecent { get; set; }

    public SearchTerms Terms { get; private set; } = SearchTerms.Parse(null);
    public IReadOnlyList<KindCount> Counts { get; private set; } = [];
    public IReadOnlyList<Found> Top { get; private set; } = [];
    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<Command> Commands { get; private set; } = [];
    public Paged<Row>? OneKind { get; private set; }

    /// <summary>What was looked for instead, when nothing held what was typed.</summary>
    public string Instead { get; private set; } = "";
    public int Total => Counts.Sum(c => c.Count);
    public int Shown => Top.Count + Groups.Sum(g => g.Rows.Count);

    private DateOnly Since => day.Today.AddYears(-1);

    public async Task OnGetAsync(int p = 1)
    {
        var onlyCommands = Query?.TrimStart().StartsWith('>') == true;
        Terms = SearchTerms.Ask(onlyCommands ? Query!.TrimStart()[1..] : Query);
        if (onlyCommands || Terms.IsEmpty)
        {
            Commands = onlyCommands ? [.. Offered(null)] : [];
            return;
        }
        var cancellation = HttpContext.RequestAborted;
        foreach (var more in synonyms)
            Terms = Terms.Also(await more.SynonymsAsync(db, cancellation));
        var found = Rows(Terms);
        Counts = [.. (await found.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation))
            .Select(c => new KindCount(kinds[c.Key], c.Count)).OrderByDescending(c => c.Count)];
        var only = kinds.All.FirstOrDefault(k => k.Path == Kind);
        var (rows, instead) = Total == 0 ? await NearAsync(cancellation) : (only is null ? await Sort(found).Take(Best).ToListAsync(cancellation) : [], "");
        Instead = instead;
        if (only is not null && Total > 0)
        {
            OneKind = await Sort(found.Where(r => r.Kind == only.Code)).PageAsync(p, cancellation: cancellation);
            rows = [.. OneKind.Rows];
        }
        var ranked = Ranked(rows);
        Arrange(only is null ? ranked : [.. ranked.Where(r => r.Kind == only.Code)], only is not null);
        await ExplainAsync(Total == 0, cancellation);
        Commands = [.. Offered(ranked.FirstOrDefault())];
    }

    public string AddressOf(Row row) => kinds.AddressOf(row.Kind, row.Id);

    /// <summary>The likeliest record of the three likeliest kinds, then the others by kind; of one kind all of the page.</summary>
    private void Arrange(IReadOnlyList<Row> ranked, bool one)
    {
        var severalKinds = ranked.Select(r => r.Kind).Distinct().Skip(1).Any();
        var top = !one && severalKinds ? ranked.DistinctBy(r => r.Kind).Take(Likeliest).ToList() : [];
        Top = [.. top.Select(r => new Found(r, kinds[r.Kind]))];
        Groups = [.. ranked.Except(top).GroupBy(r => r.Kind).Select(g => new Group(kinds[g.Key], [.. g.Take(one ? int.MaxValue : PerKind).Select(r => new Found(r, kinds[r.Kind]))],
            !one && Counts.FirstOrDefault(c => c.Kind.Code == g.Key) is { } count && count.Count > PerKind + top.Count(t => t.Kind == g.Key)))];
    }

    /// <summary>Where every word is not known: the nearest ones that are, else the records that hold some of them.</summary>
    private async Task<(List<Row> Rows, string Instead)> NearAsync(CancellationToken cancellation)
    {
        var words = await known.ReadAsync(db, cancellation);
        var corrected = Terms.Loosened();
        for (var i = 0; i < Terms.Terms.Count; i++)
        {
            if (Spelling.Nearest(Terms.Terms[i].Alternatives[0], words) is { } word)
                corrected = corrected.With(i, word);
        }
        var rows = await Sort(Rows(corrected, any: true)).Take(Nearest).ToListAsync(cancellation);
        // Every word, corrected, where somebody has them all; else what holds some.
        var whole = rows.Where(r => corrected.Matches(r.Folded)).ToList();
        Terms = corrected;
        return whole.Count > 0 ? (whole, corrected.ToString()) : (rows, "");
    }

    /// <summary>Shows, of records whose title doesn't hold what was looked for, the words around it.</summary>
    private async Task ExplainAsync(bool isRead, CancellationToken cancellation)
    {
        var silent = Top.Concat(Groups.SelectMany(g => g.Rows)).Where(f => !Terms.Matches(Folding.Fold($"{f.Row.Title} {f.Row.Detail} {f.Row.Parent}"))).ToList();
        if (silent.Count == 0)
            return;
        var ids = silent.Select(f => f.Row.Id).ToList();
        var words = isRead ? silent.ToDictionary(f => f.Row.Id, f => f.Row.Words)
            : await db.Subjects.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Words }).ToDictionaryAsync(s => s.Id, s => s.Words, cancellation);
        foreach (var found in silent)
            found.Snippet = Snippet.Of(words.GetValueOrDefault(found.Row.Id, ""), Terms);
    }

    private IQueryable<Row> Rows(SearchTerms terms, bool any = false)
    {
        var rows = from hit in index.Find(db, terms, any)
                   join subject in db.Subjects.InScope(db, user) on hit.Id equals subject.Id
                   select new Row
                   {
                       Id = subject.Id,
                       Kind = subject.Kind,
                       Title = subject.Title,
                       Detail = subject.Detail,
                       Parent = subject.Parent!.Title,
                       Date = subject.Date,
                       VerifiedOn = subject.VerifiedOn,
                       Rank = hit.Rank,
                       Begins = subject.FoldedTitle.StartsWith(terms.Terms[0].Alternatives[0]),
                       Folded = any ? subject.Folded : "",
                       Words = any ? subject.Words : "",
                   };
        return OnlyRecent ? rows.Where(r => r.Date >= Since || r.VerifiedOn >= Since) : rows;
    }

    // What may be the very name must be among those that are read; they are ordered by their names afterwards.
    private static IOrderedQueryable<Row> Sort(IQueryable<Row> rows)
        => rows.OrderByDescending(r => r.Begins).ThenBy(r => r.Rank).ThenBy(r => r.Title).ThenBy(r => r.Id);

    private List<Row> Ranked(IReadOnlyCollection<Row> rows)
    {
        var byId = rows.ToDictionary(r => r.Id);
        return [.. SearchRanking.Order([.. rows.Select(r => new RankedRecord(r.Id, r.Title, r.Rank, r.Date, r.VerifiedOn))], Query, Terms, day.Today, r => kinds[byId[r.Id].Kind].Weight).Select(r => byId[r.Id])];
    }

    /// <summary>Places of the menu and things to do that hold what was typed, and what one may do with the likeliest record.</summary>
    private IEnumerable<Command> Offered(Row? best)
    {
        var menu = modules.SelectMany(m => m.Menu).Concat(Navigation.Entries).Where(e => e.Permission is null || user.May(e.Permission.Value)).OrderBy(e => e.Order).Select(e => new Command(e.Label, e.Address, e.Icon));
        var actions = modules.SelectMany(m => m.Actions).Where(a => user.May(a.Permission)).ToList();
        var here = menu.Concat(actions.Where(a => a.Kind is null).Select(a => new Command(a.Label, a.Address, a.Icon))).Where(c => Terms.IsEmpty || Terms.Matches(Folding.Fold(c.Label)));
        var about = actions.Where(a => best is not null && a.Kind == best.Kind)
            .Select(a => new Command(a.Label.Replace("{0}", best!.Title, StringComparison.Ordinal), a.Address.Replace("{0}", best.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), a.Icon));
        return here.Take(Terms.IsEmpty ? int.MaxValue : 4).Concat(about);
    }

    internal sealed class Row
    {
        public required int Id { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required string Detail { get; init; }
        public required string? Parent { get; init; }
        public required DateOnly? Date { get; init; }
        public required DateOnly? VerifiedOn { get; init; }
        public required double Rank { get; init; }
        public required bool Begins { get; init; }

        /// <summary>Read only where nothing holds every word.</summary>
        public required string Folded { get; init; }
        public required string Words { get; init; }
    }

    internal sealed record KindCount(SubjectKind Kind, int Count);

    /// <summary>A record and, where its title doesn't say why it was found, the words that do.</summary>
    internal sealed record Found(Row Row, SubjectKind Kind)
    {
        public string Snippet { get; set; } = "";
    }

    internal sealed record Group(SubjectKind Kind, IReadOnlyList<Found> Rows, bool HasMore);

    internal sealed record Command(string Label, string Address, string Icon);
}
