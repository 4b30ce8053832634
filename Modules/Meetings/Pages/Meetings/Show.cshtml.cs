using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public string Reader => user.Name;

    /// <summary>For whom it counts: settled once closed, foretold before.</summary>
    public IReadOnlyList<CountingAnswer> Answers { get; private set; } = [];
    public bool IsSettled => Meeting.State == MeetingState.Closed;

    public IEnumerable<Subject> Linked(LinkRole role) => Meeting.Subject.Links.Where(l => l.Role == role).Select(l => l.To).OrderBy(s => s.Title, StringComparer.Ordinal);

    public bool Counted(int partnerId) => Meeting.Subject.Links.Any(l => l.Role == LinkRole.Met && l.ToId == partnerId);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        Answers = await Ask();
        return Page();
    }

    /// <summary>The meeting took place as planned.</summary>
    public async Task<IActionResult> OnPostHoldAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        meeting.Hold(day.Today);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Rencontre tenue. Notez qui était présent, puis clôturez-la.";
        return LocalRedirect($"/rencontres/{id}/modifier");
    }

    /// <summary>Freezes it and settles for whom it counts.</summary>
    public async Task<IActionResult> OnPostCloseAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        Meeting = meeting;
        Answers = await Ask();
        try
        {
            meeting.Close(day.Today, user.Name, Answers.Where(a => a.Counts).Select(a => a.Partner.Id));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Answers.Any(a => a.Counts) ? $"Rencontre close : elle compte pour {French.List(Answers.Where(a => a.Counts).Select(a => a.Partner.Name))}." : "Rencontre close : elle ne compte pas pour la rencontre annuelle.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private Task<IReadOnlyList<CountingAnswer>> Ask()
        => PartnerMeetings.AskAsync(db, Meeting, [.. Linked(LinkRole.Partner).Select(p => p.Id)], HttpContext.RequestAborted);

    private Task<Meeting?> Find(int id) => db.Set<Meeting>().Include(m => m.Kind).Include(m => m.Participants).Include(m => m.Subject.Links).ThenInclude(l => l.To)
        .InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);
}
