using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>Whom of ours their people have met, and whom never.</summary>
[Allow(Permission.Read)]
internal sealed class CrossingsModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel, IVisitPage
{
    private const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public Crossing Crossing { get; private set; } = null!;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public string Address => "/rencontres/visites/croisements";
    public string NeverLabel => "N’ont jamais rencontré personne de chez nous";
    public IReadOnlyList<(string Code, string Label)> PartnerKinds { get; private set; } = [];
    public IReadOnlyList<string> Departments { get; private set; } = [];
    public IReadOnlyList<string>? HouseKinds => null;

    public async Task OnGetAsync(int p = 1)
    {
        Crossing = await Crossing.ReadAsync(db, user, Filter, day.Today, p, Size, HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        var offered = await VisitChoices.ReadAsync(db, choices);
        (PartnerKinds, Departments) = (offered.PartnerKinds, offered.Departments);
    }
}
