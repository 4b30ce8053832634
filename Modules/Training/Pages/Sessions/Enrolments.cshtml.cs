using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Somebody of a team who may be enrolled.</summary>
internal sealed record Candidate(int Id, string Name, string Function, EnrolmentState? State);

/// <summary>Whoever answers for a team enrols its people, several at a time, and answers their requests. What could keep them from coming is beside the name.</summary>
[Allow(Permission.Read)]
internal sealed class EnrolmentsModel(IntranetDb db, CurrentUser user, BusinessDay day, SessionPost post, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public int? EstablishmentId { get; set; }

    public TrainingSession Session { get; private set; } = null!;

    /// <summary>Teams that the reader manages.</summary>
    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>Enrolments that the reader answers for.</summary>
    public IReadOnlyList<Enrolment> Managed { get; private set; } = [];
    public ILookup<int, string> Clashes { get; private set; } = null!;
    public IEnumerable<Enrolment> Requests => Managed.Where(e => e.State == EnrolmentState.Asked);
    public IEnumerable<Enrolment> Enrolled => Managed.Where(e => e.State is EnrolmentState.Seated or EnrolmentState.Waiting);

    /// <summary>Who plans the session may add those who came without having enrolled.</summary>
    public bool CanEnrol => Session.IsOpen && (!HasBegun || runs);
    public bool HasBegun => Session.From < day.Today;

    private bool runs;
    public string Address => $"/formations/sessions/{Session.Id}/inscriptions{(EstablishmentId is { } house ? $"?etablissement={house}" : "")}";

    /// <param name="personne">People ticked beforehand, when another page proposes them.</param>
    public async Task<IActionResult> OnGetAsync(int id, List<int> personne)
    {
        Input.People = personne;
        if (!await ReadAsync(id))
            return NotFound();
        Input.Version = Session.Version;
        return Page();
    }

    public Task<IActionResult> OnPostEnrolAsync(int id) => ActAsync(id, async now =>
    {
        if (Input.People.Count == 0)
            throw new BrokenRuleException("Cochez au moins une personne.", nameof(Input.People));
        if (!CanEnrol)
            throw new BrokenRuleException("Cette session a commencé\u00a0: qui l’organise peut encore y ajouter une personne venue.");
        db.Expect(Session, Input.Version);
        var (asked, today) = (Input.People.Distinct().ToList(), day.Today);
        var allowed = await db.ManagedPeople(user, today).Where(p => asked.Contains(p)).Distinct().ToListAsync();
        if (allowed.Count < asked.Count)
            throw new BrokenRuleException("Une personne cochée n’est plus dans une équipe que vous suivez. Relisez la liste.", nameof(Input.People));
        List<Enrolment> done = [];
        foreach (var person in asked)
        {
            if (Session.Enrolments.FirstOrDefault(e => e.IsActive && e.PersonId == person) is not { } known)
                done.Add(Session.Enrol(Enrolment.Of(person, user.Name, now), user.Name, now, today));
            else if (known.State == EnrolmentState.Asked)
            {
                Session.Approve(known, user.Name, now, today);
                done.Add(known);
            }
        }
        if (!HasBegun)
            await post.TellAsync(Session, [.. done.Select(e => (e, SessionPost.NewsOf(e)))], HttpContext.RequestAborted);
        var waiting = done.Count(e => e.IsWaiting);
        return done.Count == 0 ? "Ces personnes étaient déjà inscrites."
            : $"{French.Count(done.Count - waiting, "personne inscrite", "personnes inscrites")}{(waiting > 0 ? $", {waiting} en liste d’attente" : "")}.";
    });

    public Task<IActionResult> OnPostApproveAsync(int id, int enrolment) => ActAsync(id, async now =>
    {
        var who = Find(enrolment);
        var up = Session.Approve(who, user.Name, now, day.Today);
        await post.TellAsync(Session, [.. up.Select(e => (e, SeatNews.MovedUp)), .. who.IsWaiting ? [(who, SeatNews.Waiting)] : Array.Empty<(Enrolment, SeatNews)>()], HttpContext.RequestAborted);
        return who.IsSeated ? "Demande acceptée." : "Demande acceptée : la session est complète, la personne est en liste d’attente.";
    });

    public Task<IActionResult> OnPostRefuseAsync(int id, int enrolment, string? reason) => ActAsync(id, async _ =>
    {
        var who = Find(enrolment);
        who.Refuse(day.Today, Short(reason));
        await post.TellAsync(Session, [who], SeatNews.Refused, HttpContext.RequestAborted);
        return "Demande refusée. La personne en est prévenue.";
    });

    public Task<IActionResult> OnPostWithdrawAsync(int id, int enrolment, string? reason) => ActAsync(id, async now =>
    {
        var who = Find(enrolment);
        var up = Session.Withdraw(who, day.Today, Short(reason), now);
        await post.TellAsync(Session, [(who, SeatNews.Withdrawn), .. up.Select(e => (e, SeatNews.MovedUp))], HttpContext.RequestAborted);
        return up.Count == 0 ? "Personne désinscrite." : $"Personne désinscrite. {French.Count(up.Count, "personne en attente a maintenant une place", "personnes en attente ont maintenant une place")}.";
    });

    private async Task<IActionResult> ActAsync(int id, Func<DateTime, Task<string>> act)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            TempData["Toast"] = await act(clock.GetUtcNow().UtcDateTime);
            await db.SaveAsync(Session, HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData.Remove("Toast");
            await AgainAsync(id);
            ModelState.AddModelError("", "Les inscriptions ont changé entre-temps\u00a0: les voici. Vérifiez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (NotHereException)
        {
            return NotFound();
        }
        catch (Exception error) when (this.Explain(error))
        {
            TempData.Remove("Toast");
            await AgainAsync(id);
            return this.Invalid();
        }
        return LocalRedirect(Address);
    }

    /// <summary>What is stored, with the boxes ticked as they were.</summary>
    private async Task AgainAsync(int id)
    {
        db.ChangeTracker.Clear();
        await ReadAsync(id);
        Input.Version = Session.Version;
        ModelState.Remove("Input.Version");
    }

    private Enrolment Find(int enrolment) => Managed.FirstOrDefault(e => e.Id == enrolment) ?? throw new NotHereException();

    private static string Short(string? reason) => reason is null ? "" : reason.Length <= 500 ? reason : throw new BrokenRuleException("La raison tient en 500 caractères.");

    private async Task<bool> ReadAsync(int id)
    {
        var (cancellation, today) = (HttpContext.RequestAborted, day.Today);
        var teams = await db.Set<Establishment>().AsNoTracking().Where(e => db.ManagedTeams(user, today).Any(t => t == e.Id)).OrderBy(e => e.Subject.Title).Select(e => new { e.Id, e.Subject.Title }).ToListAsync(cancellation);
        if (teams.Count == 0 || await db.FindSessionAsync(id, cancellation) is not { } session)
            return false;
        Session = session;
        Teams = teams.ConvertAll(t => new SelectListItem(t.Title, $"{t.Id}"));
        EstablishmentId = teams.Exists(t => t.Id == EstablishmentId) ? EstablishmentId : teams.Exists(t => t.Id == session.EstablishmentId) ? session.EstablishmentId : teams[0].Id;
        var active = session.Enrolments.Where(e => e.IsActive).ToList();
        runs = await db.Set<TrainingSession>().RunBy(db, user).AnyAsync(s => s.Id == id, cancellation);
        if (runs)
            Managed = active;
        else
        {
            var ids = active.Select(e => e.PersonId).OfType<int>().ToList();
            var own = await db.ManagedPeople(user, today).Where(p => ids.Contains(p)).Distinct().ToListAsync(cancellation);
            Managed = [.. active.Where(e => e.PersonId is { } person && own.Contains(person))];
        }
        Managed = [.. Managed.OrderBy(e => e.AskedAt).ThenBy(e => e.Id)];
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(today).Where(s => s.EstablishmentId == EstablishmentId || Input.People.Contains(s.PersonId)).Where(s => db.ManagedTeams(user, today).Any(t => t == s.EstablishmentId))
            .OrderBy(s => s.Person!.LastName).ThenBy(s => s.Person!.FirstName).Select(s => new { s.PersonId, Name = s.Person!.FirstName + " " + s.Person.LastName, s.Function }).ToListAsync(cancellation);
        Candidates = [.. staff.DistinctBy(s => s.PersonId).Select(s => new Candidate(s.PersonId, s.Name.Trim(), s.Function, active.Find(e => e.PersonId == s.PersonId)?.State))];
        Clashes = await SessionClashes.ReadAsync(db, session, [.. Candidates.Select(c => c.Id).Concat(Managed.Select(e => e.PersonId).OfType<int>()).Distinct()], cancellation);
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        public List<int> People { get; set; } = [];

        public int Version { get; set; }
    }

    /// <summary>The enrolment is of another session, or of somebody whom the reader doesn't answer for.</summary>
    private sealed class NotHereException : Exception;
}
