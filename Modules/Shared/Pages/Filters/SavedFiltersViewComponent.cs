using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared.Pages.Filters;

/// <summary>The filters kept for a list, at the head of its filters: <c>&lt;vc:saved-filters list="/partenaires" /&gt;</c>. One command.</summary>
public sealed class SavedFiltersViewComponent(IntranetDb db, CurrentUser user, Choices choices) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string list)
        => View("/Pages/Filters/_SavedFilters.cshtml", await choices.GetAsync(Key(user.Id, list), () => db.Set<SavedFilter>().AsNoTracking()
            .Where(f => f.List == list && (f.AccountId == user.Id || f.IsShared)).OrderBy(f => f.Name).ToListAsync()));

    /// <summary>Under which an account's filters of a list are kept in <see cref="Choices"/>.</summary>
    internal static string Key(int accountId, string list) => $"filters-{accountId}-{list}";
}
