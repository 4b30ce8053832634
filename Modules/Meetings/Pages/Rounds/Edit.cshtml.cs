using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>The day, the order, the hours, who comes, further stops. A stop is taken off by calling it off.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel, IRoundForm
{
    [BindProperty]
    public RoundInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public RoundChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool IsNew => false;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } round)
            return NotFound();
        Input = From(round);
        Input.Lengthen(2);
        return Page();
    }

    public async Task<IActionResult> OnPostProposeAsync(int id)
        => await FindAsync(id) is null ? NotFound() : this.Propose(Input);

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } round)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(round, Input.Version);
            var leaves = await RoundWriting.ApplyAsync(db, round, Input, Choices, day.Today, Tell, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            // Its stops are records of their own: a change of them alone must be seen by others too.
            db.Touch(round);
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Tournée enregistrée.{Meetings.TellWords.After(leaves)}";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored)
                return NotFound();
            var theirs = From(stored);
            Input.Legs.RemoveAll(l => !l.IsFilled);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs, (nameof(Input.People), Choices.VisitorItems));
            foreach (var line in Input.Legs)
                line.Version = theirs.Legs.Find(l => l.MeetingId == line.MeetingId)?.Version ?? line.Version;
            Input.Lengthen(2);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/tournees/{id}");
    }

    private static RoundInput From(VisitRound round)
    {
        var open = round.Legs.Where(l => l.IsOpen && l.HeldOn is null).OrderBy(l => l.StartMinute ?? int.MaxValue).ThenBy(l => l.Id).ToList();
        return new RoundInput
        {
            Title = round.Title,
            On = round.On,
            Purpose = round.Purpose,
            People = [.. open.SelectMany(l => l.Participants).Where(p => p.PartnerId == round.PartnerId && p.PersonId is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.PersonId}-{p.PostId}")).Distinct()],
            IsDraft = open.Count > 0 && open.TrueForAll(l => l.PlannedOn is null),
            Legs = [.. open.Select((l, i) => new LegInput
            {
                MeetingId = l.Id,
                Version = l.Version,
                House = l.Subject.Links.First(k => k.Role == LinkRole.Establishment).To.Title,
                Order = i + 1,
                Start = l.StartMinute is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : null,
                Duration = l.Duration,
            })],
            Version = round.Version,
        };
    }

    /// <summary>A round with a stop out of the writer's scope is for somebody else to change.</summary>
    private async Task<VisitRound?> FindAsync(int id)
    {
        if (await RoundWriting.FindAsync(db, user, id) is not { } round)
            return null;
        (Id, Name) = (id, round.Title);
        Choices = (await RoundChoices.ReadAsync(db, user, round.PartnerId, Input.On ?? round.On, HttpContext.RequestAborted))!;
        return round.Legs.Where(l => l.IsOpen).All(l => Choices.Houses.Any(h => h.Id == RoundWriting.HouseOf(l))) ? round : null;
    }
}
