using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>Who came to see which house, the latest first: a fact and its date a line, never a count by person. Four commands, choices cached.</summary>
[Allow(Permission.Read)]
internal sealed class VisitorsModel(IntranetDb db, CurrentUser user, Choices choices) : PageModel, IVisitPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public Paged<Visitor> Rows { get; private set; } = null!;
    public string Address => "/rencontres/visites/personnes";
    public string NeverLabel => "";
    public IReadOnlyList<(string Code, string Label)> PartnerKinds { get; private set; } = [];
    public IReadOnlyList<string> Departments { get; private set; } = [];
    public IReadOnlyList<string>? HouseKinds { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Rows = await Query(db, user, Filter).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        var offered = await VisitChoices.ReadAsync(db, choices);
        (PartnerKinds, Departments, HouseKinds) = (offered.PartnerKinds, offered.Departments, offered.HouseKinds);
    }

    /// <summary>Who came, in the reader's scope; the workbook has the same.</summary>
    public static IQueryable<Visitor> Query(IntranetDb db, CurrentUser user, VisitFilter filter)
    {
        var visits = VisitBook.Visits(db, user);
        var rows = db.Set<MeetingParticipant>().AsNoTracking().Where(p => p.PartnerId != null && p.Attendance == Attendance.Present && visits.Any(m => m.Id == p.MeetingId));
        if (!string.IsNullOrEmpty(filter.Kind))
            rows = rows.Where(p => p.Partner!.Kind.Code == filter.Kind);
        if (!string.IsNullOrEmpty(filter.Department))
            rows = rows.Where(p => EF.Functions.Like(p.Partner!.Departments, DepartmentList.Pattern(filter.Department)));
        if (!string.IsNullOrEmpty(filter.House))
            rows = rows.Where(p => p.Meeting!.Subject.Links.Any(l => l.Role == LinkRole.Establishment && db.Set<Establishment>().Any(e => e.Id == l.ToId && e.Kind == filter.House)));
        if (SearchTerms.Parse(filter.Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, p => p.Partner!.Subject.Folded);
        return rows.OrderByDescending(p => p.Meeting!.On).ThenByDescending(p => p.MeetingId).ThenBy(p => p.Name).ThenBy(p => p.Id).Select(p => new Visitor
        {
            MeetingId = p.MeetingId,
            On = p.Meeting!.On,
            IsApproximate = p.Meeting.IsApproximate,
            PersonId = p.PersonId,
            Name = p.Name,
            Function = p.Function,
            PartnerId = p.PartnerId!.Value,
            Partner = p.Partner!.Name,
            Houses = p.Meeting.Subject.Links.Where(l => l.Role == LinkRole.Establishment).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
        });
    }
}

/// <summary>Somebody who came to see a house.</summary>
internal sealed class Visitor
{
    public required int MeetingId { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsApproximate { get; init; }
    public required int? PersonId { get; init; }
    public required string Name { get; init; }
    public required string Function { get; init; }
    public required int PartnerId { get; init; }
    public required string Partner { get; init; }
    public required List<string> Houses { get; init; }
}
