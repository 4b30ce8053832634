using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>The glossary by letter, with its search.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    /// <summary>Beyond, one goes on by letter or by searching.</summary>
    public const int Most = 300;

    [BindProperty(SupportsGet = true)]
    public TermFilter Filter { get; set; } = new();

    public IReadOnlyList<(string Letter, int Count)> Letters { get; private set; } = [];
    public IReadOnlyList<TermRow> Rows { get; private set; } = [];
    public int Total => Letters.Sum(l => l.Count);
    public bool CanWrite => user.May(Permission.WriteKnowledge);
    public SearchTerms Terms => SearchTerms.Parse(Filter.Text);

    public async Task OnGetAsync()
    {
        if (!CanWrite)
            Filter = Filter with { Retired = false };
        var found = Filter.Apply(db.Set<GlossaryTerm>().AsNoTracking(), day.Today);
        Letters = await found.LettersAsync(HttpContext.RequestAborted);
        if (Letters.FirstOrDefault(l => l.Letter == Filter.Letter?.ToUpperInvariant()).Letter is { } letter)
        {
            var folded = Folding.Fold(letter);
            found = found.Where(t => t.Subject.FoldedTitle.StartsWith(folded));
        }
        Rows = await found.Rows().Take(Most).ToListAsync(HttpContext.RequestAborted);
    }
}
