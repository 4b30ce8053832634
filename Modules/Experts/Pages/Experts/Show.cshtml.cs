using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>One sheet: what they know and how it is known, where, what they offer, how to reach them. No delay is shown: that is nobody's business.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    public Expert Expert { get; private set; } = null!;
    public ExpertRights Rights { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanAsk => Expert.WithdrawnOn is null && !Rights.IsOwn;

    /// <summary>The same as the network knows it; null when withdrawn.</summary>
    public NetworkExpert? Known { get; private set; }
    public IReadOnlyList<SheetTopic> Topics { get; private set; } = [];
    public IReadOnlyList<ComingAbsence> Absences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    /// <summary>Somebody else says that it is so.</summary>
    /// <param name="liste">From the list of what is to confirm, to which one goes back.</param>
    public async Task<IActionResult> OnPostConfirmAsync(int id, int theme, int version, bool liste)
    {
        if (!await ReadAsync(id) || Topics.FirstOrDefault(t => t.Of.TopicId == theme) is not { } topic)
            return NotFound();
        if (topic.By is not { } proof)
            return Forbid();
        return await SaveAsync(id, version, () => topic.Of.Confirm(proof, user.Name, Today), $"« {topic.Of.Topic!.Name} » est confirmée.", liste ? "/experts/a-confirmer" : null);
    }

    /// <summary>Says again what one knows: it no longer fades, and isn't confirmed by that.</summary>
    public async Task<IActionResult> OnPostStillAsync(int id, int theme, int version)
    {
        if (!await ReadAsync(id) || Topics.FirstOrDefault(t => t.Of.TopicId == theme) is not { } topic)
            return NotFound();
        if (!Rights.MayEdit)
            return Forbid();
        return await SaveAsync(id, version, () => Expert.Declare(theme, topic.Of.Level, topic.Of.Since, user.Name, Today), $"« {topic.Of.Topic!.Name} » est toujours d’actualité.");
    }

    private async Task<IActionResult> SaveAsync(int id, int version, Action change, string toast, string? next = null)
    {
        try
        {
            db.Expect(Expert, version);
            change();
            db.Touch(Expert);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await ReadAsync(id))
                return NotFound();
            ModelState.AddModelError("", "Cette fiche a changé entre-temps\u00a0: relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = toast;
        return LocalRedirect(next ?? $"/experts/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.FindAsync(user, id, Today, cancellation) is not var (expert, rights) || expert is null)
            return false;
        (Expert, Rights) = (expert, rights);
        var network = await board.ReadAsync(db, Today, cancellation);
        Known = network.Expert(id);
        Topics = [.. expert.Topics.Select(t => Sheet(t, Known?.Topics.FirstOrDefault(k => k.TopicId == t.TopicId))).OrderBy(t => t.State switch { ExpertiseState.Confirmed => 0, ExpertiseState.Declared => 1, _ => 2 }).ThenByDescending(t => t.Of.Level).ThenBy(t => t.Of.Topic!.Name, StringComparer.Ordinal)];
        if (expert.PersonId is { } person)
        {
            var today = Today;
            Absences = await db.Set<Absence>().AsNoTracking().Where(a => a.PersonId == person && a.To >= today).OrderBy(a => a.From).Take(3)
                .Select(a => new ComingAbsence(a.From, a.To, a.SubstituteId, db.Set<Person>().Where(p => p.Id == a.SubstituteId).Select(p => p.FirstName + " " + p.LastName).FirstOrDefault())).ToListAsync(cancellation);
        }
        return true;

        SheetTopic Sheet(Expertise said, NetworkExpertise? known)
            => new(said, known?.StateOn(Today) ?? said.StateOn(Today), network.ProofBy(user, rights, expert, said), known?.ProvedBy == Proof.Training ? known.ConfirmedOn : null);
    }
}

/// <param name="By">How the reader may confirm it; null when they may not.</param>
/// <param name="TrainedOn">The training that proves it, later than any confirmation.</param>
internal sealed record SheetTopic(Expertise Of, ExpertiseState State, Proof? By, DateOnly? TrainedOn);

internal sealed record ComingAbsence(DateOnly From, DateOnly To, int? SubstituteId, string? Substitute);
