using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Search;

/// <summary>One search over every kind of record, in the reader's scope: how many of each kind, then the best ones.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, ISubjectIndex index, SubjectKinds kinds, IReadOnlyList<IModule> modules) : PageModel
{
    private const int PerKind = 5;
    private const int Best = 200;

    /// <summary>What is looked for, as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>The path of the only kind wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "nature")]
    public string? Kind { get; set; }

    public SearchTerms Terms { get; private set; } = SearchTerms.Parse(null);
    public IReadOnlyList<KindCount> Counts { get; private set; } = [];
    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<MenuEntry> Places { get; private set; } = [];
    public Paged<Row>? OneKind { get; private set; }
    public int Total => Counts.Sum(c => c.Count);

    public async Task OnGetAsync(int p = 1)
    {
        Terms = SearchTerms.Parse(Query);
        if (Terms.IsEmpty)
            return;
        var found = Found();
        Counts = [.. (await found.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(HttpContext.RequestAborted))
            .Select(c => new KindCount(kinds[c.Key], c.Count)).OrderByDescending(c => c.Count)];
        var only = kinds.All.FirstOrDefault(k => k.Path == Kind);
        if (only is not null)
        {
            OneKind = await Sort(found.Where(r => r.Kind == only.Code)).PageAsync(p, cancellation: HttpContext.RequestAborted);
            Groups = [new Group(only, OneKind.Rows, false)];
            return;
        }
        Places = [.. Menu().Where(e => Terms.Matches(Folding.Fold(e.Label))).Take(3)];
        var best = Total == 0 ? [] : await Sort(found).Take(Best).ToListAsync(HttpContext.RequestAborted);
        Groups = [.. best.GroupBy(r => r.Kind).Select(g => new Group(kinds[g.Key], [.. g.Take(PerKind)], Counts.Single(c => c.Kind.Code == g.Key).Count > PerKind))];
    }

    public string AddressOf(Row row) => kinds.AddressOf(row.Kind, row.Id);

    private IQueryable<Row> Found()
    {
        var first = Terms.Terms[0].Alternatives[0];
        return from hit in index.Find(db, Terms)
               join subject in db.Subjects.InScope(db, user) on hit.Id equals subject.Id
               select new Row
               {
                   Id = subject.Id,
                   Kind = subject.Kind,
                   Title = subject.Title,
                   Detail = subject.Detail,
                   Parent = subject.Parent!.Title,
                   Date = subject.Date,
                   Rank = hit.Rank,
                   StartsWith = subject.Folded.StartsWith(first),
               };
    }

    // The folded text begins with the title: what starts as typed comes first, then the index's own order.
    private static IOrderedQueryable<Row> Sort(IQueryable<Row> rows)
        => rows.OrderByDescending(r => r.StartsWith).ThenBy(r => r.Rank).ThenBy(r => r.Title).ThenBy(r => r.Id);

    private IEnumerable<MenuEntry> Menu() => modules.SelectMany(m => m.Menu).Concat(Navigation.Entries)
        .Where(e => e.Permission is null || user.May(e.Permission.Value)).OrderBy(e => e.Order);

    internal sealed class Row
    {
        public required int Id { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required string Detail { get; init; }
        public required string? Parent { get; init; }
        public required DateOnly? Date { get; init; }
        public required double Rank { get; init; }
        public required bool StartsWith { get; init; }
    }

    internal sealed record KindCount(SubjectKind Kind, int Count);

    internal sealed record Group(SubjectKind Kind, IReadOnlyList<Row> Rows, bool HasMore);
}
