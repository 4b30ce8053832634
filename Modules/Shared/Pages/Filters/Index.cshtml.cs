using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared.Pages.Filters;

/// <summary>Keeps the filter of a list under a name, and puts one's own in order.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, Choices choices) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SavedFilter> Filters { get; private set; } = [];

    /// <summary>True when a list sent its filter to be kept.</summary>
    public bool IsSaving => Input.List.Length > 0;

    public Task OnGetAsync(string liste = "", string filtre = "")
    {
        Input = new InputModel { List = liste, Query = filtre };
        return ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        SavedFilter filter;
        try
        {
            filter = new SavedFilter(user.Id, Input.List, Input.Name, Input.Query, Input.IsShared);
            db.Add(filter);
            await db.SaveChangesAsync();
            choices.Forget(SavedFiltersViewComponent.Key(filter.List));
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Filtre « {filter.Name} » enregistré.";
        return LocalRedirect(filter.Address);
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id)
    {
        var filter = await db.Set<SavedFilter>().FirstOrDefaultAsync(f => f.Id == id && f.AccountId == user.Id);
        if (filter is null)
            return NotFound();
        db.Remove(filter);
        await db.SaveChangesAsync();
        choices.Forget(SavedFiltersViewComponent.Key(filter.List));
        TempData["Toast"] = $"Filtre « {filter.Name} » supprimé.";
        return LocalRedirect("/filtres");
    }

    private async Task ReadAsync()
        => Filters = await db.Set<SavedFilter>().AsNoTracking().Where(f => f.AccountId == user.Id).OrderBy(f => f.List).ThenBy(f => f.Name).ToListAsync();

    public sealed class InputModel
    {
        [Required, StringLength(200)]
        public string List { get; set; } = "";

        [StringLength(2000), DisplayFormat(ConvertEmptyStringToNull = false)]
        public string Query { get; set; } = "";

        [Display(Name = "Nom du filtre"), Required, StringLength(80), NoIdentity]
        public string Name { get; set; } = "";

        [Display(Name = "Partager avec tous les collègues")]
        public bool IsShared { get; set; }
    }
}
