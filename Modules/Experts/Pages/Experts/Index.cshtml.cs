using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Who knows it, and may be asked. Two commands when nothing was saved since; the search itself asks nothing of the database.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    private const int PageSize = 12;

    [BindProperty(SupportsGet = true, Name = "")]
    public ExpertFilter Filter { get; set; } = new();

    public Network Network { get; private set; } = null!;
    public ExpertResults Results { get; private set; } = null!;
    public Paged<FoundExpert> Rows { get; private set; } = null!;
    public ReaderSide Side { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public int People => Network.InPost.Count(e => !e.IsHouse);
    public int Houses => Network.Experts.Count(e => e.IsHouse);

    /// <summary>The establishments that the reader's own leans on, each with its sheet when it has one.</summary>
    public IReadOnlyList<(NetworkTopic Topic, NetworkExpert Resource)> Resources { get; private set; } = [];

    /// <summary>What nobody knows in the département asked, else where the reader works, and who is nearest.</summary>
    public (NetworkTopic Topic, string Department, NetworkExpert? Nearest)? Gap { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        Network = await board.ReadAsync(db, Today, cancellation);
        var asked = ExpertWords.Read(Network, Filter.Text).Topics.SelectMany(t => t.Within).Concat(Filter.Topics.SelectMany(Network.Within)).Distinct().ToList();
        Side = await ReaderSide.ReadAsync(db, user, asked, Today, cancellation);
        Results = ExpertSearch.Search(Network, Filter, Side.House);
        Rows = Results.Page(p, PageSize);
        Resources = [.. Network.Sponsorships.Where(s => s.GeneralistId == Side.House)
            .Select(s => (Topic: Network.Topic(s.TopicId), Resource: Network.Experts.Where(e => e.HouseId == s.ResourceId).MinBy(e => !e.IsHouse))).Where(r => r is { Topic: not null, Resource: not null }).Select(r => (r.Topic!, r.Resource!))];
        if (Results.Missing is { } missing)
            Gap = (missing, Results.Understood.Places[0].Departments[0], Results.Found.Concat(Results.Closest).FirstOrDefault(f => f.On.Any(o => Network.Within(missing.Id).Contains(o.TopicId)))?.Expert);
        else if (NetworkMap.FirstHole(Network, Side.Department) is { } hole)
            Gap = (hole.Topic, Side.Department, hole.Nearest);
    }
}
