using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>After the session, each team that sent people hands on the essential: to whom it is entrusted, and what was done. Read and kept by those of the team.</summary>
[Allow(Permission.Read)]
internal sealed class HandOnsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public TrainingSession Session { get; private set; } = null!;

    /// <summary>Those that the reader may see, by establishment.</summary>
    public IReadOnlyList<HandOn> Rows { get; private set; } = [];

    /// <summary>Who followed the session, by establishment.</summary>
    public ILookup<int, SelectListItem> Participants { get; private set; } = null!;

    /// <summary>What was typed in the form that was refused, and in which.</summary>
    public (int Id, string Text) Typed { get; private set; }
    public DateOnly Today => day.Today;
    private IReadOnlyCollection<int> managed = [];

    public bool CanEntrust(HandOn row) => managed.Contains(row.EstablishmentId);

    /// <summary>Whoever answers for the team, and the one to whom it is entrusted.</summary>
    public bool CanWrite(HandOn row) => CanEntrust(row) || (row.PersonId is { } person && person == user.PersonId);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostEntrustAsync(int id, int row, int? person) => ActAsync(id, row, CanEntrust, handOn =>
    {
        if (person is not null && Participants[handOn.EstablishmentId].All(p => p.Value != $"{person}"))
            throw new BrokenRuleException("Choisissez une personne de la liste.");
        handOn.Entrust(person);
        return person is null ? "Transmission confiée à personne." : "Transmission confiée.";
    });

    public Task<IActionResult> OnPostDoAsync(int id, int row, string? summary)
    {
        Typed = (row, summary ?? "");
        return ActAsync(id, row, CanWrite, handOn =>
        {
            if (summary?.Length > 1000)
                throw new BrokenRuleException("Le résumé tient en 1 000 caractères.");
            handOn.Do(day.Today, summary ?? "");
            return "Transmission notée.";
        });
    }

    public Task<IActionResult> OnPostReopenAsync(int id, int row) => ActAsync(id, row, CanWrite, handOn =>
    {
        handOn.Reopen();
        return "Transmission à faire de nouveau.";
    });

    private async Task<IActionResult> ActAsync(int id, int row, Func<HandOn, bool> may, Func<HandOn, string> act)
    {
        if (!await ReadAsync(id) || Rows.FirstOrDefault(r => r.Id == row) is not { } handOn)
            return NotFound();
        if (!may(handOn))
            return Forbid();
        try
        {
            TempData["Toast"] = act(handOn);
            await db.SaveAsync(Session, HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData.Remove("Toast");
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            ModelState.AddModelError("", "La transmission a changé entre-temps\u00a0: la voici. Vérifiez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            TempData.Remove("Toast");
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            return this.Invalid();
        }
        return LocalRedirect($"/formations/sessions/{id}/transmission");
    }

    private async Task<bool> ReadAsync(int id)
    {
        var (cancellation, today) = (HttpContext.RequestAborted, day.Today);
        if (await db.Set<TrainingSession>().Include(s => s.Subject).Include(s => s.HandOns).ThenInclude(h => h.Establishment).ThenInclude(e => e!.Subject).Include(s => s.HandOns).ThenInclude(h => h.Person)
                .Include(s => s.Enrolments).ThenInclude(e => e.Person).AsSplitQuery().FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } session || session.HandOns.Count == 0)
            return false;
        Session = session;
        var houses = session.HandOns.Select(h => h.EstablishmentId).ToList();
        var readable = await db.ReadableTeams(user, today).Where(t => houses.Contains(t)).ToListAsync(cancellation);
        managed = await db.ManagedTeams(user, today).Where(t => houses.Contains(t)).ToListAsync(cancellation);
        var seated = session.Enrolments.Where(e => e.IsSeated && e.Person is not null).Select(e => e.Person!).DistinctBy(p => p.Id).ToList();
        var places = await db.HousesOfAsync([.. seated.Select(p => p.Id)], session.To, cancellation);
        Participants = seated.OrderBy(p => p.LastName, StringComparer.Ordinal).SelectMany(p => places[p.Id].Select(h => (House: h.Id, Item: new SelectListItem(p.FullName, $"{p.Id}")))).ToLookup(p => p.House, p => p.Item);
        var own = user.PersonId is { } me ? places[me].Select(h => h.Id).ToHashSet() : [];
        Rows = [.. session.HandOns.Where(h => readable.Contains(h.EstablishmentId) || managed.Contains(h.EstablishmentId) || own.Contains(h.EstablishmentId) || (h.PersonId is { } person && person == user.PersonId))
            .OrderBy(h => h.DoneOn is not null).ThenBy(h => h.Establishment!.Subject.Title, StringComparer.Ordinal)];
        return Rows.Count > 0;
    }
}
