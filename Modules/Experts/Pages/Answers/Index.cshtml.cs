using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Answers;

/// <summary>What the network answered, for everybody; drafts and those to read again for those who read the request.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AnswerFilter Filter { get; set; } = new();

    public Paged<AnswerRow> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>Drafts that wait for the reader.</summary>
    public int Waiting { get; private set; }
    public bool Keeps => RequestScope.Keeps(user);

    public async Task OnGetAsync(int p = 1)
    {
        var answers = db.Set<SharedAnswer>().AsNoTracking();
        Rows = await Filter.Apply(answers.Readable(db, user, day.Today)).Select(a => new AnswerRow { Answer = a, Topic = a.Topic!.Name }).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        Topics = await TopicItems.ReadAsync(db, null, HttpContext.RequestAborted);
        var toRead = new AnswerFilter { State = AnswerState.ToRead };
        Waiting = await toRead.Apply(answers.Writable(db, user, day.Today)).CountAsync(a => a.DraftedBy != user.Name, HttpContext.RequestAborted);
    }
}
