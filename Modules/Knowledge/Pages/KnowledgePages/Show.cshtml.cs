using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>A page as everybody reads it; one not published yet shows its latest version to those who may see it.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, PageHtml html, SubjectKinds kinds, SheetParts parts, IEnumerable<ITopicHelp> helps, ViewCounter views) : PageModel
{
    public PageSheet Sheet { get; private set; } = null!;
    public Article Article { get; private set; } = null!;

    /// <summary>What other modules give to the page, beside it and after it.</summary>
    public IReadOnlyList<HomeCard> Aside { get; private set; } = [];
    public IReadOnlyList<HomeCard> After { get; private set; } = [];

    /// <summary>Records that it rests on, of one kind together.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<PageLink> Links)> Linked { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool Writes => PageAccess.Writes(user);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await PageSheet.FindAsync(db, user, id, day.Today, cancellation) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        if (!sheet.IsPublished)
        {
            var last = await db.Set<PageRevision>().Visible(db, user, day.Today).Where(r => r.PageId == id).MaxAsync(r => (int?)r.Number, cancellation);
            return last is { } number ? LocalRedirect($"/connaissances/{id}/versions/{number}") : NotFound();
        }
        views.Seen(id);
        Article = await html.ReadAsync(db, sheet, cancellation);
        Linked = [.. sheet.RestsOn.GroupBy(l => l.Kind).Select(g => (Title(g.Key), (IReadOnlyList<PageLink>)[.. g])), .. sheet.SeeAlso.Any() ? [("Voir aussi", (IReadOnlyList<PageLink>)[.. sheet.SeeAlso])] : Array.Empty<(string, IReadOnlyList<PageLink>)>()];
        List<HomeCard> aside = [];
        foreach (var help in helps)
        {
            if (await help.ReadAsync(db, user, sheet.Topics, day.Today, cancellation) is { } card)
                aside.Add(card);
        }
        Aside = [.. aside, .. await parts.ReadAsync(KnowledgeModule.Page, HomePlace.Aside, id, cancellation)];
        After = await parts.ReadAsync(KnowledgeModule.Page, HomePlace.Main, id, cancellation);
        return Page();
    }

    public string Address(PageLink link) => kinds.AddressOf(link.Kind, link.Id);

    public string IconOf(PageLink link) => kinds[link.Kind].Icon;

    private string Title(string kind) => kind switch
    {
        "convention" => "Conventions liées",
        "partner" => "Partenaires liés",
        _ => kinds[kind].Plural,
    };
}
