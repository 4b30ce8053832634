using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The renewal file, made by itself from what was followed: one page to read, print and bring to the decision.</summary>
[Allow(Permission.Read)]
internal sealed class FileModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    private const int MostMeetings = 60;
    private const int PastYears = 6;

    public ConventionHead Head { get; private set; } = null!;
    public ConventionFacts Facts => Head.Facts;
    public FollowUpSheet Sheet { get; private set; } = null!;
    public Convention Convention { get; private set; } = null!;
    public IReadOnlyList<TimelineItem> Meetings { get; private set; } = [];
    public IReadOnlyList<ReviewYear> Reviews { get; private set; } = [];
    public LevelCurve Curve { get; private set; } = null!;
    public CommitmentList Commitments { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    /// <summary>Signed ones, in the order in which they apply.</summary>
    public IEnumerable<Amendment> Amendments => ConventionReading.InOrder(Convention);

    public IEnumerable<string> Parties(LinkRole role) => Convention.ReadOn(Today).Parties(role).Select(p => p.Title);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await ConventionHead.ReadAsync(db, user, Today, id, "/suivi", cancellation) is not { } head)
            return NotFound();
        (Head, Sheet) = (head, await FollowUpSheet.ReadAsync(db, choices, head.Facts, Today, cancellation));
        Convention = await db.Set<Convention>().AsNoTrackingWithIdentityResolution().WithAmendments()
            .Include(c => c.OwnerPost).Include(c => c.CounterpartPost).Include(c => c.Reviews)
            .FirstAsync(c => c.Id == id, cancellation);
        Reviews = ReviewYear.Of(head.Facts, [.. Convention.Reviews], Today, PastYears);
        Curve = new LevelCurve(Convention.AgreedLevel, Reviews);
        Commitments = CommitmentList.Of(Sheet.Convention, Today, canWrite: false);
        var partners = Convention.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList();
        Meetings = await db.Subjects.AsNoTracking().InScope(db, user)
            .Where(s => s.Kind == "meeting" && s.Date <= Today && (Facts.Start == null || s.Date >= Facts.Start) && s.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)))
            .OrderByDescending(s => s.Date).ThenByDescending(s => s.Id).Take(MostMeetings)
            .Select(s => new TimelineItem { Id = s.Id, Kind = s.Kind, Title = s.Title, Detail = s.Detail, Date = s.Date })
            .ToListAsync(cancellation);
        return Page();
    }
}
