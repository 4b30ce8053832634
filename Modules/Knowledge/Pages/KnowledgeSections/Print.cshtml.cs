using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>A whole section as one document, with its own table of contents.</summary>
[Allow(Permission.Read)]
internal sealed class PrintModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private Dictionary<int, HashSet<int>> pictures = [];

    public SectionDocument Document { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await SectionDocument.ReadAsync(db, id, HttpContext.RequestAborted) is not { } document)
            return NotFound();
        Document = document;
        var shown = document.Parts.SelectMany(p => p.Pages).SelectMany(p => ArticleText.PicturesIn(p.Text)).Distinct().ToList();
        if (shown.Count > 0)
        {
            pictures = (await db.Set<StoredFile>().Where(f => shown.Contains(f.Id) && (f.Type == "png" || f.Type == "jpg")).Select(f => new { f.SubjectId, f.Id }).ToListAsync(HttpContext.RequestAborted))
                .GroupBy(f => f.SubjectId).ToDictionary(g => g.Key, g => g.Select(f => f.Id).ToHashSet());
        }
        return Page();
    }

    public Article Article(DocumentPage page) => ArticleText.Read(page.Text, pictures.GetValueOrDefault(page.Id), top: 3, anchor: $"p{page.Id}");
}
