using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>The plan one by one: each date with its reason, what found no place; what is ticked becomes drafts.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class PlanModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PlannerFilter Filter { get; set; } = new();

    /// <summary>Proposals that were ticked, as <see cref="PlanFingerprint.Key"/> writes them.</summary>
    [BindProperty]
    public List<string> Choix { get; set; } = [];

    /// <summary>The whole plan, known by its fingerprint.</summary>
    [BindProperty]
    public string? Tout { get; set; }

    public DateOnly Today => day.Today;
    public PlannerWindow Window { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyDictionary<int, PlannerPartner> Partners { get; private set; } = new Dictionary<int, PlannerPartner>();
    public IReadOnlyList<PlanTooLate> TooLate { get; private set; } = [];

    /// <summary>The data changed between the plan that was shown and its acceptance.</summary>
    public bool HasChanged { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Choix = [.. Plan.Proposals.Select(PlanFingerprint.Key)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var proposals = Plan.Proposals.ToDictionary(PlanFingerprint.Key);
        HasChanged = Tout is not null ? Tout != PlanFingerprint.Of(Plan) : Choix.Exists(c => !proposals.ContainsKey(c));
        if (HasChanged)
        {
            // What was ticked and still holds stays ticked.
            Choix = [.. Tout is not null ? proposals.Keys : Choix.Where(proposals.ContainsKey)];
            Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status409Conflict;
            return Page();
        }
        var chosen = Tout is not null ? Plan.Proposals : [.. Choix.Distinct().Select(c => proposals[c])];
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une rencontre.");
            return this.Invalid();
        }
        await new PlanDrafts(db, Today).CreateAsync(chosen, Partners, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData["Toast"] = $"{French.Count(chosen.Count, "brouillon créé", "brouillons créés")}. Personne n’est prévenu tant qu’ils ne sont pas planifiés.";
        return LocalRedirect("/rencontres/planificateur" + (Filter.Year is { } year ? $"?annee={year}" : ""));
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Window = PlannerWindow.Of(Filter.Year, Today);
        var reader = new PlannerReader(db, user, obligations, Today);
        var all = await reader.PartnersAsync(cancellation);
        var wanted = all.Where(p => Filter.Holds(p, Today)).ToList();
        Partners = all.ToDictionary(p => p.Id);
        if (Window.To <= Today)
        {
            Plan = new Plan([], []);
            return;
        }
        var from = PlanBuilder.ReadFrom(Today);
        var meetings = await reader.MeetingsAsync(from, PlanBuilder.ReadTo(Window.To), null, cancellation);
        var builder = new PlanBuilder(Today, Window.To, all, meetings, await reader.ClosuresAsync(from, Window.To, cancellation), await reader.AwayAsync(all, Today, cancellation));
        Plan = builder.Propose(wanted);
        TooLate = [.. builder.TooLate(wanted)];
    }
}
