using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>One period without meetings.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class ClosureEditModel(IntranetDb db, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int? Id { get; private set; }
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SelectListItem> Courts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id)
    {
        if (await FindAsync(id) is not { } closure)
            return NotFound();
        Input = id is null
            ? new InputModel { Kind = ClosureKind.ReducedService, From = day.Today, To = day.Today.AddDays(14) }
            : Filled(closure);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id)
    {
        if (await FindAsync(id) is not { } closure)
            return NotFound();
        if (Input.PartnerId is { } partner && Courts.All(c => c.Value != partner.ToString()))
            ModelState.AddModelError("Input.PartnerId", "Choisissez un partenaire de la liste.");
        if (!string.IsNullOrEmpty(Input.Department) && Departments.All(d => d.Value != Input.Department))
            ModelState.AddModelError("Input.Department", "Choisissez un département de la liste.");
        if (!ModelState.IsValid)
            return this.Invalid();
        if (id is not null && Filled(closure) is var stored && stored.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, 0, Input, stored, (nameof(Input.PartnerId), Courts), (nameof(Input.Department), Departments));
            return Page();
        }
        try
        {
            closure.Describe(Input.Kind!.Value, Input.Label!, Input.From!.Value, Input.To!.Value);
            closure.Concern(Input.PartnerId, Input.PartnerId is null ? Input.Department ?? "" : "");
            if (id is null)
                db.Add(closure);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Période enregistrée.";
        return LocalRedirect("/rencontres/planificateur/fermetures");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int? id)
    {
        if (id is null || await FindAsync(id) is not { } closure)
            return NotFound();
        if (Filled(closure) is var stored && stored.Version != Input.Version)
        {
            ModelState.Clear();
            Input = stored;
            ModelState.AddModelError("", "Cette période a changé entre-temps\u00a0: la voici. Rien n’est retiré\u00a0; vérifiez, puis recommencez si besoin.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        db.Remove(closure);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Période retirée.";
        return LocalRedirect("/rencontres/planificateur/fermetures");
    }

    private async Task<Closure?> FindAsync(int? id)
    {
        Id = id;
        var closure = id is null ? new Closure(ClosureKind.ReducedService, "-", day.Today, day.Today) : await db.Set<Closure>().SingleOrDefaultAsync(c => c.Id == id);
        Courts = await db.Set<Partner>().Where(p => (p.Kind.Code == "court" || p.Id == (closure == null ? null : closure.PartnerId)) && p.MergedIntoId == null && p.ClosedOn == null && p.RelationOwnerId != null)
            .OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync();
        Departments = [.. Departements.All.Select(d => new SelectListItem($"{d.Code} – {d.Name}", d.Code))];
        return closure;
    }

    private static InputModel Filled(Closure closure)
        => new InputModel { Kind = closure.Kind, Label = closure.Label, From = closure.From, To = closure.To, PartnerId = closure.PartnerId, Department = closure.Department }.Stamped();

    internal sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Nature")]
        [Required(ErrorMessage = "Choisissez une nature.")]
        public ClosureKind? Kind { get; set; }

        [Display(Name = "Libellé")]
        [Required(ErrorMessage = "Indiquez un libellé.")]
        [StringLength(200)]
        [NoIdentity]
        public string? Label { get; set; }

        [Display(Name = "Du")]
        [Required(ErrorMessage = "Indiquez le premier jour.")]
        public DateOnly? From { get; set; }

        [Display(Name = "Au")]
        [Required(ErrorMessage = "Indiquez le dernier jour.")]
        public DateOnly? To { get; set; }

        [Display(Name = "Tribunal")]
        public int? PartnerId { get; set; }

        [Display(Name = "Département")]
        [StringLength(3)]
        public string? Department { get; set; }

        public int Version { get; set; }
    }
}
