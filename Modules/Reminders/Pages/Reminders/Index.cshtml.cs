using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Reminders;

/// <summary>The inbox: what I have to do, what I took on or put off, what nobody answers for.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, SubjectKinds kinds) : PageModel
{
    private const int PutOffDays = 7;

    public IReadOnlyList<InboxRow> ToDo { get; private set; } = [];
    public IReadOnlyList<InboxRow> Answered { get; private set; } = [];
    public IReadOnlyList<InboxRow> Orphans { get; private set; } = [];

    /// <summary>For information: somebody else answers.</summary>
    public IReadOnlyList<InboxRow> Copies { get; private set; } = [];

    /// <summary>Kinds of records that something is to do about, with how much.</summary>
    public IReadOnlyList<(SubjectKind Kind, int Count)> Kinds { get; private set; } = [];

    /// <summary>The kind chosen; all when null.</summary>
    [BindProperty(SupportsGet = true, Name = "sujet")]
    public string? Kind { get; set; }

    public DateOnly Today => day.Today;

    /// <summary>Of the list as it is seen.</summary>
    public string Address => Kind is null ? "/rappels" : $"/rappels?sujet={Uri.EscapeDataString(Kind)}";

    /// <summary>The account stands for nobody, so that nothing can be addressed to it.</summary>
    public bool HasNoPerson => user.PersonId is null;

    public async Task OnGetAsync()
    {
        var mine = await db.Set<Reminder>().AsNoTracking().Of(user.PersonId).Rows(user.PersonId).ToListAsync(HttpContext.RequestAborted);
        Copies = [.. mine.Where(r => r.IsCopy)];
        var open = mine.Where(r => !r.IsCopy && r.AcknowledgedOn is null && !(r.SnoozedUntil > Today)).ToList();
        Kinds = [.. open.CountBy(r => r.SubjectKind).Select(k => (kinds[k.Key], k.Value)).OrderByDescending(k => k.Value)];
        if (Kinds.All(k => k.Kind.Code != Kind))
            Kind = null;
        ToDo = Kind is null ? open : [.. open.Where(r => r.SubjectKind == Kind)];
        Answered = [.. mine.Except(open).Except(Copies)];
        if (user.May(Permission.WriteContacts))
            Orphans = await db.Orphans(user, Today).AsNoTracking().Rows(user.PersonId).Take(50).ToListAsync(HttpContext.RequestAborted);
    }

    /// <summary>Several at once.</summary>
    public Task<IActionResult> OnPostPrendreAsync(int[] ids)
        => AnswerAsync(ids, (r, now) => r.Acknowledge(Today, user.PersonId, null, now), "pris en main", "pris en main");

    public Task<IActionResult> OnPostReporterAsync(int[] ids)
        => AnswerAsync(ids, (r, now) => r.Snooze(Today, user.PersonId, Today.AddDays(PutOffDays), now), $"reporté au {French.Date(Today.AddDays(PutOffDays))}", $"reportés au {French.Date(Today.AddDays(PutOffDays))}");

    /// <summary>Takes back what was just answered for several.</summary>
    public async Task<IActionResult> OnPostAnnulerAsync(int[] ids)
    {
        var chosen = await db.Set<Reminder>().Include(r => r.Answers).Answerable(user.PersonId).Where(r => ids.Contains(r.Id)).ToListAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        var count = chosen.Count(r => r.Undo(Today, user.PersonId, now));
        await db.SaveChangesAsync();
        TempData["Toast"] = $"{French.Count(count, "rappel")} de nouveau à traiter.";
        if (!Request.IsHtmx())
            return LocalRedirect(Address);
        Response.Htmx(h => h.Refresh());
        return Content("", "text/html");
    }

    private async Task<IActionResult> AnswerAsync(int[] ids, Action<Reminder, DateTime> answer, string one, string many)
    {
        var chosen = await db.Set<Reminder>().ToDo(user.PersonId, Today).Where(r => ids.Contains(r.Id)).ToListAsync();
        if (chosen.Count == 0)
        {
            await OnGetAsync();
            ModelState.AddModelError("", ids.Length == 0 ? "Cochez au moins un rappel." : "Ces rappels ne sont plus à traiter.");
            return this.Invalid();
        }
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var reminder in chosen)
            answer(reminder, now);
        await db.SaveChangesAsync();
        TempData["Toast"] = $"{French.Count(chosen.Count, "rappel")} {(chosen.Count == 1 ? one : many)}.";
        TempData["ToastUndo"] = $"{Address}{(Kind is null ? "?" : "&")}handler=annuler&{string.Join('&', chosen.Select(r => $"ids={r.Id}"))}";
        return LocalRedirect(Address);
    }
}

/// <summary>Reminders of one urgency, in the inbox.</summary>
/// <param name="IsBulk">Each can be ticked.</param>
internal sealed record ReminderGroup(string Title, string Id, IReadOnlyList<InboxRow> Rows, DateOnly Today, bool IsBulk);
