using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Coverage;

/// <summary>How many followed partners were met in time, by whom, where, since when, and who waits. Four commands: two for the whole, two for those who wait.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public CoverageBook Whole { get; private set; } = null!;
    public CoverageCount Total { get; private set; } = null!;
    public IReadOnlyList<CoverageGroup> Groups { get; private set; } = [];
    public IReadOnlyList<CoverageMonth> Past { get; private set; } = [];
    public Paged<CoveredPartner> Waiting { get; private set; } = null!;
    public IReadOnlyDictionary<int, WaitingFacts> Facts { get; private set; } = new Dictionary<int, WaitingFacts>();

    /// <summary>Asked in vain, among those who wait.</summary>
    public int Solicited { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        Whole = await CoverageBook.ReadAsync(db, Today, cancellation);
        var partners = Whole.Keep(Filter);
        Total = CoverageCount.Of(partners, Today);
        Groups = Whole.By(Filter.By, partners);
        Past = Whole.Past(partners);
        var waiting = Whole.Waiting(partners);
        Solicited = waiting.Count(w => w.Solicited is not null);
        var number = Math.Clamp(p, 1, Math.Max(1, (waiting.Count + Size - 1) / Size));
        Waiting = new Paged<CoveredPartner>([.. waiting.Skip((number - 1) * Size).Take(Size)], waiting.Count, number, Size);
        Facts = await WaitingFacts.ReadAsync(db, user, [.. Waiting.Rows.Select(w => w.Id)], Today, cancellation);
    }

    /// <summary>The same page with one thing of its filter changed, from the first row.</summary>
    public string With(string name, string? value) => Request.With(name, value);

    public string FilterOf(CoverageGroup group) => With(Filter.By switch
    {
        CoverageBy.Department => "dep",
        CoverageBy.Kind => "nature",
        CoverageBy.Owner => "responsable",
        _ => "etablissement",
    }, group.Key);
}
