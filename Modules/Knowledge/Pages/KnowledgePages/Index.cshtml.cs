using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>The tree of pages, « que faire si » first; what a filter finds, as a list.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    /// <summary>Of a section, before « … autres pages ».</summary>
    public const int MostOfSection = 12;

    private const int MostUrgent = 12;

    [BindProperty(SupportsGet = true, Name = "")]
    public PageFilter Filter { get; set; } = new();

    /// <summary>Null when the whole tree is shown.</summary>
    public Paged<PageRow>? Rows { get; private set; }
    public IReadOnlyList<SectionNode> Sections { get; private set; } = [];
    public ILookup<int, PageRow> Tree { get; private set; } = Enumerable.Empty<PageRow>().ToLookup(p => p.SectionId);

    /// <summary>For whoever is alone at night: one tap.</summary>
    public IReadOnlyList<PageRow> Urgent { get; private set; } = [];

    /// <summary>The reader's own pages and corrections that aren't published.</summary>
    public IReadOnlyList<OwnDraft> Mine { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool Writes => PageAccess.Writes(user);

    public async Task OnGetAsync(int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        var visible = db.Set<KnowledgePage>().AsNoTracking().Visible(db, user, day.Today);
        if (Filter.Count > 0)
            Rows = await Filter.Apply(visible).OrderBy(r => r.Section!.Order).ThenBy(r => r.SectionId).ThenBy(r => r.Order).ThenBy(r => r.Title).Rows().PageAsync(p, cancellation: cancellation);
        if (Filter.Count > 0 && Request.WantsFragment())
            return;
        Sections = await SectionTree.ReadAsync(db, cancellation);
        if (Filter.Count == 0)
        {
            var published = db.Set<KnowledgePage>().Where(r => r.PublishedNumber != null && r.BinnedOn == null);
            Tree = (await db.Set<Section>().AsNoTracking()
                .SelectMany(s => published.Where(r => r.SectionId == s.Id).OrderBy(r => r.Order).ThenBy(r => r.Title).Take(MostOfSection))
                .OrderBy(r => r.Order).ThenBy(r => r.Title).Rows().ToListAsync(cancellation)).ToLookup(r => r.SectionId);
        }
        if (Request.WantsFragment())
            return;
        Urgent = await visible.Where(r => r.PublishedNumber != null && r.Kind == PageKind.Emergency).OrderBy(r => r.Order).ThenBy(r => r.Title).Take(MostUrgent).Rows().ToListAsync(cancellation);
        Mine = await db.Set<PageRevision>().AsNoTracking().Where(r => r.ById == user.Id && r.PublishedAt == null && r.DroppedAt == null && r.Page!.BinnedOn == null).OrderByDescending(r => r.At).Take(10)
            .Select(r => new OwnDraft(r.PageId, r.Number, r.Title, r.SubmittedAt != null, r.ReturnedBy != "")).ToListAsync(cancellation);
    }
}

/// <summary>Something that the reader began.</summary>
internal sealed record OwnDraft(int PageId, int Number, string Title, bool IsSubmitted, bool IsReturned)
{
    public string Address => IsSubmitted ? $"/connaissances/{PageId}/versions/{Number}" : $"/connaissances/{PageId}/modifier?version={Number}";
}
