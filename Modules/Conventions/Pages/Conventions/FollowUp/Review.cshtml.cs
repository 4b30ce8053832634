using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The review of a year, as both sides read, print and sign it.</summary>
[Allow(Permission.Read)]
internal sealed class ReviewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Convention Convention { get; private set; } = null!;
    public AnnualReview Review { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public bool CanWrite => user.May(Permission.WriteConventions) && !Review.IsSigned;
    public bool CanSign => CanWrite && Review is { HeldOn: not null, Decision: not null } && (Review.SignedByPartnerOn is null || user.May(Permission.DecideConventions));

    public IEnumerable<Subject> Parties(LinkRole role) => Convention.Subject.Links.Where(l => l.Role == role).Select(l => l.To).OrderBy(s => s.Title, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        var convention = await db.Set<Convention>().AsNoTracking()
            .Include(c => c.Subject.Links).ThenInclude(l => l.To).Include(c => c.Reviews.Where(r => r.Year == year))
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
        if (convention?.Reviews.SingleOrDefault() is not { } review)
            return NotFound();
        (Convention, Review) = (convention, review);
        return Page();
    }
}
