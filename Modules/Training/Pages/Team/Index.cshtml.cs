using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Team;

/// <summary>One team: who holds what until when, who lacks it, and the group enrolled at once by who manages the team.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board, SessionPost post, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public int? Establishment { get; set; }

    [BindProperty(SupportsGet = true, Name = "exigence")]
    public int? RequirementId { get; set; }

    [BindProperty(SupportsGet = true, Name = "session")]
    public int? SessionId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<TeamPlace> Places { get; private set; } = [];
    public TeamPlace Place { get; private set; } = null!;
    public IReadOnlyList<CoverageCell> Cells { get; private set; } = [];
    public IReadOnlyList<TeamPerson> People { get; private set; } = [];

    /// <summary>The requirement of the group to enrol; null until one is chosen.</summary>
    public CoverageCell? Chosen { get; private set; }
    public IReadOnlyList<TeamSession> Sessions { get; private set; } = [];

    /// <summary>What could keep people from the chosen session.</summary>
    public ILookup<int, string> Clashes { get; private set; } = Array.Empty<int>().ToLookup(i => i, _ => "");
    public bool CanManage { get; private set; }
    public DateOnly Today => day.Today;

    /// <summary>Of the chosen requirement, those without a seat who lack it, will be due, or hold it for less than six months.</summary>
    public IEnumerable<PersonStanding> ToTrain => Chosen is null ? [] : Chosen.People.Where(p => p.Booked is null && (p.Standing != Standing.Holds || Chosen.Expiring.Contains(p)));

    public IEnumerable<SelectListItem> SessionItems => Sessions.Select(s => new SelectListItem($"{s.Title}, {French.Date(s.From)}, {(s.Left > 0 ? French.Count(s.Left, "place libre", "places libres") : "complet, liste d’attente")}", $"{s.Id}", s.Id == SessionId));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        Input.People = [.. ToTrain.Where(p => p.Standing != Standing.Holds && !Clashes[p.PersonId].Any()).Select(p => p.PersonId)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Establishment is null || !await ReadAsync())
            return NotFound();
        if (!CanManage)
            return Forbid();
        if (Chosen is null)
            ModelState.AddModelError("", "Choisissez d’abord une exigence.");
        else if (Input.People.Count == 0 || Input.People.Exists(id => Chosen.People.All(p => p.PersonId != id)))
            ModelState.AddModelError("Input.People", "Choisissez au moins une personne de l’équipe.");
        else if (session is null)
            ModelState.AddModelError("session", "Choisissez une session de la liste.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var known = session!.Enrolments.Where(e => e.IsActive).Select(e => e.PersonId).ToHashSet();
            var enrolled = Input.People.Distinct().Where(id => !known.Contains(id)).Select(id => session.Enrol(Enrolment.Of(id, user.Name, now), user.Name, now, Today)).ToList();
            await post.TellAsync(session, [.. enrolled.Select(e => (e, SessionPost.NewsOf(e)))], HttpContext.RequestAborted);
            await db.SaveAsync(session, HttpContext.RequestAborted);
            TempData["Toast"] = Told(enrolled.Count(e => e.IsSeated), enrolled.Count(e => e.IsWaiting));
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync();
            ModelState.AddModelError("", "Cette session a changé entre-temps\u00A0: personne n’est inscrit. Vérifiez les places, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/formations/equipe?etablissement={Place.Id}");
    }

    private TrainingSession? session;

    private static string Told(int seated, int waiting)
        => (seated, waiting) switch
        {
            (0, 0) => "Toutes ces personnes étaient déjà inscrites.",
            (_, 0) => $"{French.Count(seated, "personne inscrite", "personnes inscrites")}.",
            (0, _) => $"{French.Count(waiting, "personne", "personnes")} en liste d’attente\u00A0: la session est complète.",
            _ => $"{French.Count(seated, "personne inscrite", "personnes inscrites")}, {French.Count(waiting, "autre", "autres")} en liste d’attente.",
        };

    private async Task<bool> ReadAsync()
    {
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        Places = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if ((Establishment is null ? Places.FirstOrDefault() : Places.FirstOrDefault(p => p.Id == Establishment)) is not { } place)
            return false;
        Place = place;
        CanManage = user.May(Permission.ManageTraining) || (await TeamPlace.ManagedAsync(db, user, today, cancellation)).Exists(p => p.Id == place.Id);
        var snapshot = await board.ReadAsync(db, today, cancellation);
        Cells = [.. snapshot.On(today, new HashSet<int> { place.Id })];
        var present = snapshot.Present(today)[place.Id].ToList();
        var functions = snapshot.Facts.Team.Where(t => t.EstablishmentId == place.Id && t.IsPresent(today)).GroupBy(t => t.PersonId).ToDictionary(g => g.Key, g => g.MinBy(t => t.From)!.Function);
        People = await db.Set<Person>().AsNoTracking().Where(p => present.Contains(p.Id)).OrderBy(p => p.LastName).ThenBy(p => p.FirstName).ThenBy(p => p.Id)
            .Select(p => new TeamPerson(p.Id, (p.FirstName + " " + p.LastName).Trim(), "")).ToListAsync(cancellation);
        People = [.. People.Select(p => p with { Function = functions.GetValueOrDefault(p.Id, "") })];
        Chosen = CanManage ? Cells.FirstOrDefault(c => c.Requirement.Id == RequirementId) : null;
        if (Chosen is not null)
        {
            var courses = Chosen.Requirement.Courses.ToList();
            Sessions = await db.Set<TrainingSession>().AsNoTracking().Where(s => courses.Contains(s.CourseId) && s.CancelledOn == null && s.ClosedOn == null && s.From >= today).OrderBy(s => s.From).ThenBy(s => s.Id)
                .Select(s => new TeamSession(s.Id, s.Title, s.From, s.Capacity, s.Enrolments.Count(e => e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null))).ToListAsync(cancellation);
            // Another requirement has other sessions: the first with a seat left is proposed. What is sent is taken as it is.
            if (HttpMethods.IsGet(Request.Method) && Sessions.All(s => s.Id != SessionId))
                SessionId = (Sessions.FirstOrDefault(s => s.Left > 0) ?? Sessions.FirstOrDefault())?.Id;
            session = Sessions.Any(s => s.Id == SessionId) ? await db.FindSessionAsync(SessionId!.Value, cancellation) : null;
            if (session is not null)
                Clashes = await SessionClashes.ReadAsync(db, session, [.. ToTrain.Select(p => p.PersonId)], cancellation);
        }
        return true;
    }

    internal sealed class InputModel
    {
        [Display(Name = "Personnes à former")]
        public List<int> People { get; set; } = [];
    }
}

/// <summary>Somebody present.</summary>
internal sealed record TeamPerson(int Id, string Name, string Function);

/// <summary>A session in which the group may be enrolled.</summary>
internal sealed record TeamSession(int Id, string Title, DateOnly From, int Capacity, int Seated)
{
    public int Left => Math.Max(0, Capacity - Seated);
}
