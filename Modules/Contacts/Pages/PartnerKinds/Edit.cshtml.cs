using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.PartnerKinds;

/// <summary>A kind of partner, new or known; one that is in use is withdrawn from lists, never deleted.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id)
    {
        IsNew = id is null;
        if (IsNew)
        {
            Input.Order = (await db.Set<PartnerKind>().MaxAsync(k => (int?)k.Order) ?? 0) + 10;
            return Page();
        }
        var kind = await db.Set<PartnerKind>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == id);
        if (kind is null)
            return NotFound();
        Input = InputModel.Of(kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id)
    {
        IsNew = id is null;
        var kind = IsNew ? null : await db.Set<PartnerKind>().FirstOrDefaultAsync(k => k.Id == id);
        if (kind is null && !IsNew)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (kind is null)
            {
                kind = PartnerKind.Named(Input.Label, Input.Order);
                if (await db.Set<PartnerKind>().AnyAsync(k => k.Code == kind.Code))
                    throw new BrokenRuleException("Cette nature existe déjà.", nameof(Input.Label));
                db.Add(kind);
            }
            Input.Write(kind);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Nature de partenaire enregistrée.";
        return LocalRedirect("/administration/natures-de-partenaires");
    }

    public sealed class InputModel
    {
        [Display(Name = "Intitulé"), Required, StringLength(200)]
        public string Label { get; set; } = "";

        [Display(Name = "Rang dans les listes"), Range(0, 10000)]
        public int Order { get; set; }

        [Display(Name = "Proposée dans les listes")]
        public bool IsActive { get; set; } = true;

        [Display(Name = "Délai souhaité (mois)"), Range(1, 60)]
        public int WishedMonths { get; set; } = 12;

        [Display(Name = "Délai maximal (mois)"), Range(1, 60)]
        public int MaximumMonths { get; set; } = 12;

        [Display(Name = "Niveau attendu"), Required]
        public PostLevel ExpectedLevel { get; set; } = PostLevel.Management;

        [Display(Name = "Exemples au niveau terrain"), StringLength(200)]
        public string? FieldExamples { get; set; }

        [Display(Name = "Exemples au niveau encadrement"), StringLength(200)]
        public string? ManagementExamples { get; set; }

        [Display(Name = "Exemples au niveau institution"), StringLength(200)]
        public string? InstitutionExamples { get; set; }

        internal static InputModel Of(PartnerKind kind) => new()
        {
            Label = kind.Label,
            Order = kind.Order,
            IsActive = kind.IsActive,
            WishedMonths = kind.WishedMonths,
            MaximumMonths = kind.MaximumMonths,
            ExpectedLevel = kind.ExpectedLevel,
            FieldExamples = kind.FieldExamples,
            ManagementExamples = kind.ManagementExamples,
            InstitutionExamples = kind.InstitutionExamples,
        };

        internal void Write(PartnerKind kind)
        {
            if (WishedMonths > MaximumMonths)
                throw new BrokenRuleException("Le délai souhaité ne peut pas dépasser le délai maximal.", nameof(WishedMonths));
            (kind.Label, kind.Order, kind.IsActive) = (Label.Trim(), Order, IsActive);
            (kind.WishedMonths, kind.MaximumMonths, kind.ExpectedLevel) = (WishedMonths, MaximumMonths, ExpectedLevel);
            (kind.FieldExamples, kind.ManagementExamples, kind.InstitutionExamples) = (FieldExamples?.Trim() ?? "", ManagementExamples?.Trim() ?? "", InstitutionExamples?.Trim() ?? "");
        }
    }
}
