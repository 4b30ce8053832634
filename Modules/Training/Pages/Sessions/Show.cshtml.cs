using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>A session: when, where, how many seats, and the reader's own. Names are for those who may read them; others see how many.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, Enrolling enrolling) : PageModel
{
    public TrainingSession Session { get; private set; } = null!;
    public IReadOnlyList<(int Id, string Title)> Partners { get; private set; } = [];

    /// <summary>The reader's last enrolment, whatever became of it.</summary>
    public Enrolment? Own { get; private set; }

    /// <summary>What could keep the reader from coming.</summary>
    public IReadOnlyList<string> OwnClashes { get; private set; } = [];

    /// <summary>Enrolments whose names the reader may see.</summary>
    public IReadOnlyList<(Enrolment Who, string Name)> Named { get; private set; } = [];

    /// <summary>The reader plans, holds and closes it.</summary>
    public bool Runs { get; private set; }

    /// <summary>The reader enrols a team.</summary>
    public bool Manages { get; private set; }
    public DateOnly Today => day.Today;

    /// <summary>Active enrolments whose names aren't for the reader.</summary>
    public int Unnamed => Session.Enrolments.Count(e => e.IsSeated) - Named.Count(n => n.Who.IsSeated);
    public bool CanEnrol => user.PersonId is not null && Session.IsOpen && Session.From >= Today && Own is not { IsActive: true };
    public bool CanWithdraw => Own is { IsActive: true } && Session.IsOpen && Session.To >= Today;
    public bool HasPerson => user.PersonId is not null;
    public (string Icon, string Tone, string Label) Badge => SessionWords.Badge(Session.From, Session.To, Session.CancelledOn, Session.ClosedOn, Session.SeatsLeft, Today);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEnrolAsync(int id)
    {
        if (user.PersonId is not { } person)
            return await RefuseAsync(id, "Votre compte n’est pas relié à une fiche de l’annuaire\u00a0: demandez à votre administratrice ou administrateur de le relier.");
        try
        {
            if (await enrolling.EnrolAsync(id, now => Enrolment.Of(person, user.Name, now), HttpContext.RequestAborted) is not var (session, who))
                return NotFound();
            TempData["Toast"] = who.State switch
            {
                EnrolmentState.Seated => "Vous êtes inscrit·e.",
                EnrolmentState.Waiting => $"La session est complète\u00a0: vous êtes en liste d’attente, {SessionWords.Rank(session.WaitingPlace(who) ?? 1)}.",
                _ => "Votre demande est enregistrée. Elle attend l’accord de votre responsable.",
            };
            return LocalRedirect($"/formations/sessions/{id}");
        }
        catch (BrokenRuleException broken)
        {
            return await RefuseAsync(id, broken.Message);
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id)
    {
        if (user.PersonId is not { } person)
            return NotFound();
        try
        {
            if (await enrolling.WithdrawAsync(id, person, HttpContext.RequestAborted) is null && !await db.Set<TrainingSession>().AnyAsync(s => s.Id == id))
                return NotFound();
            TempData["Toast"] = "Vous n’êtes plus inscrit·e.";
            return LocalRedirect($"/formations/sessions/{id}");
        }
        catch (BrokenRuleException broken)
        {
            return await RefuseAsync(id, broken.Message);
        }
    }

    private async Task<IActionResult> RefuseAsync(int id, string sentence)
    {
        db.ChangeTracker.Clear();
        if (!await ReadAsync(id))
            return NotFound();
        ModelState.AddModelError("", sentence);
        return this.Invalid();
    }

    private async Task<bool> ReadAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<TrainingSession>().AsNoTracking().Where(s => s.Id == id).Include(s => s.Course).Include(s => s.Establishment).ThenInclude(e => e!.Subject)
                .Include(s => s.Slots).Include(s => s.Enrolments).Include(s => s.HandOns).AsSplitQuery().FirstOrDefaultAsync(cancellation) is not { } session)
            return false;
        Session = session;
        Partners = [.. (await db.SubjectLinks.Where(l => l.FromId == id && l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => new { l.ToId, l.To.Title }).ToListAsync(cancellation)).Select(l => (l.ToId, l.Title))];
        Own = user.PersonId is null ? null : session.Enrolments.Where(e => e.PersonId == user.PersonId).OrderBy(e => e.IsActive).ThenBy(e => e.Id).LastOrDefault();
        Runs = user.May(Permission.ManageTraining) && await db.Set<TrainingSession>().RunBy(db, user).AnyAsync(s => s.Id == id, cancellation);
        Manages = await db.ManagedTeams(user, day.Today).AnyAsync(cancellation);
        Named = await NamedAsync(cancellation);
        if (CanEnrol || CanWithdraw)
            OwnClashes = [.. (await SessionClashes.ReadAsync(db, session, [user.PersonId!.Value], cancellation))[user.PersonId.Value]];
        return true;
    }

    private async Task<IReadOnlyList<(Enrolment, string)>> NamedAsync(CancellationToken cancellation)
    {
        var active = Session.Enrolments.Where(e => e.IsActive).ToList();
        var ids = active.Select(e => e.PersonId).OfType<int>().ToList();
        var (readable, own) = (db.ReadablePeople(user, day.Today), user.PersonId ?? 0);
        var all = db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id));
        var names = await (Runs ? all : all.Where(p => p.Id == own || readable.Any(r => r == p.Id))).Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName }).ToDictionaryAsync(p => p.Id, p => p.Name.Trim(), cancellation);
        return [.. active.Where(e => e.PersonId is { } person ? names.ContainsKey(person) : Runs).OrderBy(e => e.AskedAt).ThenBy(e => e.Id)
            .Select(e => (e, e.PersonId is { } person ? names[person] : $"{e.GuestName}{(e.GuestOrganisation.Length > 0 ? $", {e.GuestOrganisation}" : "")}"))];
    }
}
