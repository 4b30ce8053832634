using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>What changed between any two versions, word by word.</summary>
[Allow(Permission.Read)]
internal sealed class CompareModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public PageHead Head { get; private set; } = null!;

    /// <summary>The older of the two, and the newer.</summary>
    public PageRevision Before { get; private set; } = null!;
    public PageRevision After { get; private set; } = null!;
    public IReadOnlyList<DiffPart> Title { get; private set; } = [];
    public IReadOnlyList<DiffPart> Summary { get; private set; } = [];
    public IReadOnlyList<DiffPart> Text { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int number, int? avec)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await PageHead.FindAsync(db, user, id, day.Today, cancellation) is not { } head)
            return NotFound();
        var visible = db.Set<PageRevision>().AsNoTracking().Visible(db, user, day.Today).Where(r => r.PageId == id);
        var numbers = await visible.OrderByDescending(r => r.Number).Select(r => new { r.Number, r.BasedOn, r.By, r.At }).ToListAsync(cancellation);
        if (numbers.FirstOrDefault(r => r.Number == number) is not { } asked)
            return NotFound();
        // By itself with what it was written from; the first of all, with what is published.
        var other = avec ?? (asked.BasedOn > 0 ? asked.BasedOn : numbers.Where(r => r.Number < number).Select(r => (int?)r.Number).FirstOrDefault() ?? head.PublishedNumber ?? number);
        if (numbers.All(r => r.Number != other))
            return NotFound();
        var two = await visible.Where(r => r.Number == number || r.Number == other).OrderBy(r => r.Number).ToListAsync(cancellation);
        (Head, Number, Before, After) = (head, number, two[0], two[^1]);
        (Title, Summary, Text) = (WordDiff.Between(Before.Title, After.Title), WordDiff.Between(Before.Summary, After.Summary), WordDiff.Between(Before.Text, After.Text));
        Others = [.. numbers.Where(r => r.Number != number).Select(r => new SelectListItem($"Version {r.Number}, {r.By}, {French.DateTime(r.At)}", $"{r.Number}", r.Number == other))];
        return Page();
    }
}
