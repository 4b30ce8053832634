using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>What a text will look like, beside its form; nothing is kept.</summary>
[Allow(Permission.Read)]
[RequestFormLimits(ValueLengthLimit = PageLimits.Form)]
internal sealed class PreviewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public NewPageInput Input { get; set; } = new();

    public Article Article { get; private set; } = ArticleText.Read("");
    public IReadOnlyList<string> DeadLinks { get; private set; } = [];

    public IActionResult OnGet() => LocalRedirect("/connaissances");

    public async Task<IActionResult> OnPostAsync(int de = 0)
    {
        if (Input.Text is { Length: > KnowledgePage.LongestText })
        {
            Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity;
            return Content(PageText.TooLong, "text/plain; charset=utf-8");
        }
        // Pictures are those of a page that the reader may see.
        var known = de > 0 && await db.Set<KnowledgePage>().Visible(db, user, day.Today).AnyAsync(p => p.Id == de, HttpContext.RequestAborted) ? de : 0;
        (Article, _) = await PageHtml.WriteAsync(db, known, Input.Text ?? "", HttpContext.RequestAborted);
        DeadLinks = await PageText.DeadLinksAsync(db, Input.Text, HttpContext.RequestAborted);
        return Page();
    }
}
