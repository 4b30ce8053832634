using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

/// <summary>An establishment on one page: whom to call first, then people, services and records.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, SheetParts parts) : PageModel
{
    private const int TimelineLength = 15;

    public DateOnly Today => day.Today;
    public Establishment Establishment { get; private set; } = null!;
    public IReadOnlyList<SheetPost> Posts { get; private set; } = [];
    public IReadOnlyList<SheetStaff> Staff { get; private set; } = [];
    public IReadOnlyList<ServiceRow> Services { get; private set; } = [];
    public IReadOnlyList<AuthorisationRow> Authorisations { get; private set; } = [];
    public IReadOnlyList<TimelineItem> Records { get; private set; } = [];

    /// <summary>What the other modules say of it.</summary>
    public IReadOnlyList<HomeCard> Main { get; private set; } = [];
    public IReadOnlyList<HomeCard> Aside { get; private set; } = [];

    /// <summary>The reader belongs to the establishment: contracts and long leaves are shown to them only.</summary>
    public bool IsOwn { get; private set; }
    public bool CanWrite => IsOwn && user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var found = await db.Set<Establishment>().AsNoTracking().Include(e => e.Pole).Where(e => e.Id == id)
            .Select(e => new { Establishment = e, IsOwn = own.Any(s => s.Id == e.Id) }).FirstOrDefaultAsync();
        if (found is null)
            return NotFound();
        (Establishment, IsOwn) = (found.Establishment, found.IsOwn);
        var cancellation = HttpContext.RequestAborted;
        Posts = await db.PostsOf(id, Today).ToListAsync(cancellation);
        Staff = await db.StaffOf(id, Today).ToListAsync(cancellation);
        Services = await db.Set<Service>().AsNoTracking().Where(s => s.EstablishmentId == id && (s.ClosedOn == null || s.ClosedOn >= Today)).OrderBy(s => s.Name).Rows().ToListAsync(cancellation);
        Authorisations = await new AuthorisationFilter(null, id, null, null).Apply(db, user, Today).Rows(db, Today).ToListAsync(cancellation);
        string[] registers = [ContactsModule.Authorisation.Code, ContactsModule.PrisonAccess.Code];
        Records = await db.TimelineOf(id, user).Where(t => !registers.Contains(t.Kind)).Take(TimelineLength).ToListAsync(cancellation);
        Main = await parts.ReadAsync(ContactsModule.Establishment, HomePlace.Main, id, cancellation);
        Aside = await parts.ReadAsync(ContactsModule.Establishment, HomePlace.Aside, id, cancellation);
        return Page();
    }
}
