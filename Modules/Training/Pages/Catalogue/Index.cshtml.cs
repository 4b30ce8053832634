using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Catalogue;

/// <summary>The courses that people follow here; everybody reads it.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CourseFilter Filter { get; set; } = new();

    public Paged<CourseRow> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    public bool CanWrite => user.May(Permission.ManageTraining);

    public async Task OnGetAsync(int p = 1)
    {
        Rows = await Filter.Apply(db.Set<Course>().AsNoTracking()).Rows(db, day.Today).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (!Request.WantsFragment())
            Topics = await choices.ItemsAsync("training-topics", Filter.Topic, () => db.Set<ReferenceItem>().Where(i => i.List == TrainingLists.Topics.Code).OrderBy(i => i.Order).Select(i => new SelectListItem(i.Label, i.Code)).ToListAsync());
    }
}
