using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared.Pages.Lists;

/// <summary>A list of choices to edit: labels, order, retired or not. A code never changes.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db, IEnumerable<IModule> modules) : PageModel
{
    public ReferenceList List { get; private set; } = null!;

    [BindProperty]
    public List<ItemInput> Items { get; set; } = [];

    [BindProperty]
    public NewInput New { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!Find(code))
            return NotFound();
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!Find(code))
            return NotFound();
        Keep(nameof(Items));
        if (!ModelState.IsValid)
            return this.Invalid();
        var stored = await db.Set<ReferenceItem>().Where(i => i.List == List.Code).ToDictionaryAsync(i => i.Code);
        try
        {
            foreach (var item in Items)
            {
                if (stored.TryGetValue(item.Code, out var known))
                    known.Describe(item.Label!, item.Order, item.IsActive);
            }
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error, nameof(New)))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Liste enregistrée.";
        return LocalRedirect($"/administration/listes/{List.Code}");
    }

    public async Task<IActionResult> OnPostAddAsync(string code)
    {
        if (!Find(code))
            return NotFound();
        Keep(nameof(New));
        var typed = New.Code?.Trim() ?? "";
        if (typed.Length == 0 || string.IsNullOrWhiteSpace(New.Label))
            ModelState.AddModelError("", "Donnez un code et un libellé.");
        var stored = await db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == List.Code).ToListAsync();
        if (stored.Exists(i => Folding.Fold(i.Code) == Folding.Fold(typed)))
            ModelState.AddModelError("New.Code", $"« {typed} » existe déjà dans cette liste.");
        try
        {
            if (ModelState.IsValid)
            {
                db.Add(new ReferenceItem(List.Code, typed, New.Label!, stored.Select(i => i.Order).DefaultIfEmpty().Max() + 10));
                await db.SaveChangesAsync();
                TempData["Toast"] = $"« {typed} » ajouté.";
                return LocalRedirect($"/administration/listes/{List.Code}");
            }
        }
        catch (Exception error) when (this.Explain(error, nameof(New)))
        {
        }
        await ReadAsync();
        return this.Invalid();
    }

    private bool Find(string code)
    {
        List = modules.SelectMany(m => m.Lists).FirstOrDefault(l => l.Code == code)!;
        return List is not null;
    }

    /// <summary>The page has two forms; the one that wasn't sent has nothing to say.</summary>
    private void Keep(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(form, StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }

    private async Task ReadAsync()
        => Items = await db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == List.Code).OrderBy(i => i.Order).ThenBy(i => i.Label)
            .Select(i => new ItemInput { Code = i.Code, Label = i.Label, Order = i.Order, IsActive = i.IsActive }).ToListAsync();

    public sealed class ItemInput
    {
        [BindRequired]
        public string Code { get; set; } = "";

        [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
        public string? Label { get; set; }

        [Display(Name = "Ordre"), Range(0, 100_000)]
        public int Order { get; set; }

        [Display(Name = "Proposé")]
        public bool IsActive { get; set; }
    }

    public sealed class NewInput
    {
        [Display(Name = "Nom court"), Required, StringLength(ReferenceItem.CodeLength), RegularExpression(@"[^|,]+", ErrorMessage = "Un nom court ne contient ni virgule ni barre."), NoIdentity]
        public string? Code { get; set; }

        [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
        public string? Label { get; set; }
    }
}
