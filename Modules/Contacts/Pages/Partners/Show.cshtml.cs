using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The sheet of a partner: whom to call first, then what we do together. Three commands, and those of the other modules' parts.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations, CompiledQueries queries, IActor actor, SheetParts parts) : PageModel
{
    public PartnerSheet Partner { get; private set; } = null!;
    public IReadOnlyList<PartnerPost> Posts { get; private set; } = [];
    public IReadOnlyList<PartnerRelated> Related { get; private set; } = [];

    /// <summary>What the other modules say of it.</summary>
    public IReadOnlyList<HomeCard> Main { get; private set; } = [];
    public IReadOnlyList<HomeCard> Aside { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public IEnumerable<PartnerPost> ServiceLines => Posts.Where(p => p.IsServiceLine);
    public IEnumerable<PartnerPost> PersonPosts => Posts.Where(p => !p.IsServiceLine);

    /// <summary>The latest observation of each establishment.</summary>
    public IEnumerable<PartnerRelated> Articulation => Related.Where(r => r.Item.Kind == ContactsModule.Articulation.Code).GroupBy(r => r.EstablishmentId).Select(g => g.First()).OrderBy(r => r.Establishment, StringComparer.CurrentCulture);

    public IReadOnlyList<TimelineItem> Of(string kind) => [.. Related.Where(r => r.Item.Kind == kind).Select(r => r.Item)];

    /// <summary>What concerns the partner and has no section of its own.</summary>
    public IReadOnlyList<TimelineItem> Timeline => [.. Related.Where(r => !r.IsAttached && !r.IsTerritory).Select(r => r.Item)];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        var sheet = await queries.FindAsync("partner", db, () => PartnerSheet.All(db, obligations, Today), id, cancellation);
        if (sheet is null)
            return NotFound();
        if (sheet.MergedIntoId is { } kept)
            return RedirectPermanent($"/partenaires/{kept}");
        Partner = sheet;
        Posts = await PartnerPost.ReadAsync(db, id, cancellation);
        Related = await PartnerRelated.ReadAsync(db, id, user, cancellation);
        Main = await parts.ReadAsync(ContactsModule.Partner, HomePlace.Main, id, cancellation);
        Aside = await parts.ReadAsync(ContactsModule.Partner, HomePlace.Aside, id, cancellation);
        return Page();
    }

    /// <summary>« Vérifié », which everybody signed in may say (rules.md, "Who may what").</summary>
    public async Task<IActionResult> OnPostVerifyAsync(int id, int post)
    {
        var verified = await db.Set<Post>().Include(o => o.Subject).FirstOrDefaultAsync(o => o.Id == post && o.PartnerId == id);
        if (verified is null)
            return NotFound();
        verified.Verify(Today, actor.Name);
        await db.SaveChangesAsync();
        if (Request.WantsFragment())
            return Partial("_PartnerPost", (await PartnerPost.ReadAsync(db, id, HttpContext.RequestAborted)).Single(o => o.Id == post));
        TempData["Toast"] = $"« {verified.Title} » : coordonnées vérifiées.";
        return LocalRedirect($"/partenaires/{id}");
    }
}
