using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared.Pages.Filters;

/// <summary>The filters kept for a list, at the head of its filters: <c>&lt;vc:saved-filters list="/partenaires" /&gt;</c>. One command every five seconds.</summary>
public sealed class SavedFiltersViewComponent(IntranetDb db, CurrentUser user, Choices choices) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string list)
    {
        var all = await choices.GetAsync(Key(list), () => db.Set<SavedFilter>().AsNoTracking().Where(f => f.List == list).OrderBy(f => f.Name).ToListAsync());
        return View("/Pages/Filters/_SavedFilters.cshtml", all.Where(f => f.AccountId == user.Id || f.IsShared).ToList());
    }

    /// <summary>Under which a list's filters are kept in <see cref="Choices"/>.</summary>
    internal static string Key(string list) => $"filters-{list}";
}
