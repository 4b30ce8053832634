using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts.Pages.Requests;

/// <summary>A question to the network, in two steps on one form: the situation, then who will be asked and what was answered already.</summary>
[Allow(Permission.Read)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, NetworkBoard board, Asking asking) : PageModel
{
    [BindProperty]
    public RequestInput Input { get; set; } = new();

    /// <summary>Somebody chosen before, from their sheet.</summary>
    [BindProperty(SupportsGet = true, Name = "expert")]
    public int? Wanted { get; set; }

    public Asker? Asker { get; private set; }
    public Network Network { get; private set; } = null!;
    public string? WantedName => Wanted is { } id ? Network.Expert(id)?.Name : null;

    /// <summary>Null until the second step.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; private set; }
    public IReadOnlyList<SimilarAnswer> Similar { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Topics => Network.Topics();
    public IReadOnlyList<SelectListItem> Measures => Network.Topics(TopicFamily.Measure);
    public IReadOnlyList<SelectListItem> Publics => Network.Topics(TopicFamily.Public);

    /// <param name="question">Words to start from, of the page that one comes from.</param>
    public async Task OnGetAsync(int? theme, string? question)
    {
        await ReadAsync();
        (Input.TopicId, Input.Department, Input.Question) = (theme, Asker?.Department, question);
    }

    /// <summary>The second step: nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await ReadAsync();
        return Check() is null ? this.Invalid() : await ProposeAsync(ticked: false);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (Check() is not { } request)
            return this.Invalid();
        if (Input.Seen != Input.Key)
            return await ProposeAsync(ticked: false);
        await ProposeAsync(ticked: true);
        try
        {
            var chosen = Candidates!.Where(c => c.Trouble.Length == 0 && Input.Chosen.Contains(c.Expert.Id)).ToList();
            if (chosen.Count < Input.Chosen.Distinct().Count())
                throw new BrokenRuleException("Une des personnes choisies ne peut plus être sollicitée : voici qui peut l’être maintenant.");
            if (chosen.Count > Routing.Most)
                throw new BrokenRuleException($"{Routing.Most} personnes au plus : les autres restent disponibles pour d’autres demandes.");
            await asking.SendAsync(request, chosen, ChosenBy.Asker, HttpContext.RequestAborted);
            TempData["Toast"] = chosen.Count == 0 ? "Demande envoyée à la coordination, qui cherche quelqu’un." : $"Demande envoyée à {French.List(chosen.Select(c => c.Expert.Name))}.";
            return LocalRedirect($"/appuis/{request.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            await ProposeAsync(ticked: true);
            return this.Invalid();
        }
    }

    /// <summary>The request that the form says, not saved; null when something is to be mended.</summary>
    private SupportRequest? Check()
    {
        if (Asker is null)
            ModelState.AddModelError("", "Seules les personnes employées par l’association demandent un appui. Votre compte n’est lié à aucune d’elles.");
        if (!ModelState.IsValid)
            return null;
        try
        {
            return Input.Write(Asker!, Network, clock.GetUtcNow().UtcDateTime, day.Today);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return null;
        }
    }

    private async Task<IActionResult> ProposeAsync(bool ticked)
    {
        var (topic, cancellation) = (Input.TopicId!.Value, HttpContext.RequestAborted);
        Candidates = await asking.CandidatesAsync(new RoutingQuestion(topic, Input.Department ?? "", Asker!.HouseId, Asker.PersonId), Wanted, new HashSet<int>(), cancellation);
        Similar = await SimilarAnswers.FindAsync(db, user, Network, topic, Input.Question!, day.Today, cancellation);
        if (!ticked)
            Input.Chosen = [.. Candidates.Where(c => c.IsProposed).Select(c => c.Expert.Id)];
        return Page();
    }

    private async Task ReadAsync()
    {
        Asker = await asking.AskerAsync(HttpContext.RequestAborted);
        Network = await board.ReadAsync(db, day.Today, HttpContext.RequestAborted);
    }
}
