using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>When and where courses are given: a month, and what is to come.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public SessionFilter Filter { get; set; } = new();

    public DateOnly First { get; private set; }
    public ILookup<DateOnly, SlotInMonth> Slots { get; private set; } = null!;

    /// <summary>From the month shown on; of a month gone by, that month alone.</summary>
    public Paged<SessionRow> Rows { get; private set; } = null!;

    /// <summary>Sessions with requests that the reader answers, and how many.</summary>
    public IReadOnlyList<SessionRequests> Requests { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Courses { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.ManageTraining);
    public bool IsPast => First.AddMonths(1) <= Today;

    /// <summary>The weeks of the month, Mondays first, days of the months beside it included.</summary>
    public IEnumerable<DateOnly[]> Weeks
    {
        get
        {
            var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
            for (; monday < First.AddMonths(1); monday = monday.AddDays(7))
                yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
        }
    }

    public async Task OnGetAsync(int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        First = Filter.First(day.Today);
        var (from, end) = (First, First.AddMonths(1));
        var sessions = Filter.Apply(db.Set<TrainingSession>().AsNoTracking());
        Slots = (await sessions.InMonth(from, end).ToListAsync(cancellation)).ToLookup(t => t.On);
        var today = from < day.Today ? day.Today : from;
        Rows = await (IsPast ? sessions.Where(s => s.To >= from && s.From < end).OrderBy(s => s.From).ThenBy(s => s.Id) : sessions.Coming(today)).Rows(user.PersonId ?? 0).PageAsync(p, cancellation: cancellation);
        if (Request.WantsFragment())
            return;
        Requests = await Asked(db, user, day.Today).ToListAsync(cancellation);
        Courses = await choices.ItemsAsync("session-courses", Filter.Course?.ToString(), () => db.Set<Course>().Where(c => c.RetiredOn == null).OrderBy(c => c.Title).Select(c => new SelectListItem(c.Title, c.Id.ToString())).ToListAsync());
        Establishments = await choices.ItemsAsync("session-hosts", Filter.Establishment?.ToString(), () => db.Set<Establishment>().Where(e => db.Set<TrainingSession>().Any(s => s.EstablishmentId == e.Id)).OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync());
    }

    /// <summary>Sessions to come with requests that the reader answers: of people whom they manage, of guests of the sessions that they run.</summary>
    internal static IQueryable<SessionRequests> Asked(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (people, own) = (db.ManagedPeople(user, today), db.Set<TrainingSession>().RunBy(db, user));
        return db.Set<TrainingSession>().Coming(today).Select(s => new SessionRequests
        {
            Id = s.Id,
            Title = s.Title,
            Count = s.Enrolments.Count(e => e.ApprovedAt == null && e.WithdrawnOn == null && e.RefusedOn == null && (e.PersonId == null ? own.Any(o => o.Id == e.SessionId) : people.Any(p => p == e.PersonId))),
        }).Where(s => s.Count > 0);
    }
}

/// <summary>How many people wait for an answer.</summary>
internal sealed class SessionRequests
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required int Count { get; init; }
}
