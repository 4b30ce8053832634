using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>Twelve months of meetings with each followed partner; with <c>plan=true</c>, the dates proposed for what is due.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations) : PageModel
{
    private const int PageSize = 80;

    [BindProperty(SupportsGet = true, Name = "")]
    public PlannerFilter Filter { get; set; } = new();

    [FromQuery(Name = "plan")]
    public bool WantsPlan { get; set; }

    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public PlannerWindow Window { get; private set; } = null!;

    /// <summary>All followed partners, and those that the filter keeps.</summary>
    public IReadOnlyList<PlannerPartner> All { get; private set; } = [];
    public IReadOnlyList<PlannerPartner> Partners { get; private set; } = [];
    public Paged<PlannerPartner> Shown { get; private set; } = null!;

    /// <summary>The rows of this page of the list, by département.</summary>
    public IReadOnlyList<IGrouping<string, PlannerPartner>> Groups { get; private set; } = [];
    public ILookup<(int Partner, DateOnly Month), PlannerMeeting> Chips { get; private set; } = null!;
    public IReadOnlyList<Closure> Closures { get; private set; } = [];
    public (int Counted, int Closed) Levels { get; private set; }
    public Plan? Plan { get; private set; }
    public IReadOnlyDictionary<int, PlanProposal> Proposals { get; private set; } = new Dictionary<int, PlanProposal>();

    /// <summary>Partners who have a meeting ahead.</summary>
    public IReadOnlySet<int> Awaited { get; private set; } = new HashSet<int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Window = PlannerWindow.Of(Filter.Year, Today);
        var reader = new PlannerReader(db, user, obligations, Today);
        All = await reader.PartnersAsync(cancellation);
        Partners = [.. All.Where(p => Filter.Holds(p, Today))];
        var number = Math.Clamp(Filter.Page ?? 1, 1, Math.Max(1, (Partners.Count + PageSize - 1) / PageSize));
        var shown = Partners.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        Shown = new Paged<PlannerPartner>(shown, Partners.Count, number, PageSize);
        Groups = [.. shown.GroupBy(p => p.Department)];
        Closures = await reader.ClosuresAsync(Window.From, Window.To, cancellation);
        var proposes = WantsPlan && CanWrite && Window.To > Today;
        // The plan weighs all that stands; the page alone needs what it shows, and who is awaited.
        var meetings = proposes
            ? await reader.MeetingsAsync(Earlier(Window.From, PlanBuilder.ReadFrom(Today)), PlanBuilder.ReadTo(Window.To), null, cancellation)
            : await reader.MeetingsAsync(Window.From, Window.To, Partners.Count == shown.Count ? null : [.. shown.Select(p => p.Id)], cancellation);
        if (proposes)
        {
            Plan = new PlanBuilder(Today, Window.To, All, meetings, Closures, await reader.AwayAsync(All, Today, cancellation)).Propose(Partners);
            Proposals = Plan.Proposals.ToDictionary(p => p.Partner.Id);
        }
        else
        {
            Levels = await reader.LevelsAsync(cancellation);
        }
        Chips = meetings.Where(m => m.IsVisible && m.On >= Window.From && m.On <= Window.To).SelectMany(m => m.Partners.Select(p => (Key: (p, new DateOnly(m.On.Year, m.On.Month, 1)), m))).ToLookup(x => x.Key, x => x.m);
        Awaited = meetings.Where(m => m.IsExpected(Today)).SelectMany(m => m.Partners).ToHashSet();
    }

    public int Count(params ObligationState[] states) => Count(Partners, states);

    public int Count(IEnumerable<PlannerPartner> partners, params ObligationState[] states) => partners.Count(p => states.Contains(p.ObligationOn(Today).State));

    /// <summary>Days of a month on which nothing is proposed to this partner: its closures, and August.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Shades(IReadOnlyCollection<Closure> own, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        if (month.Month == 8)
            return [(month, last)];
        return own.Where(c => c.From <= last && c.To >= month).Select(c => (Later(c.From, month), Earlier(c.To, last)));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
