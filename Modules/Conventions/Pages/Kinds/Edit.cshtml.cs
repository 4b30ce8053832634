using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Kinds;

/// <summary>A kind of convention, new or known; one that is in use is withdrawn from lists, never deleted.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsNew { get; private set; }
    public IReadOnlyList<SelectListItem> Authorisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Renewals { get; } = [.. Enum.GetValues<RenewalMode>().Select(m => new SelectListItem(Labels.Of(m), m.ToString()))];

    public async Task<IActionResult> OnGetAsync(int? id)
    {
        IsNew = id is null;
        if (IsNew)
        {
            Input.Order = (await db.Set<ConventionKind>().MaxAsync(k => (int?)k.Order) ?? 0) + 10;
        }
        else
        {
            if (await db.Set<ConventionKind>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == id) is not { } kind)
                return NotFound();
            Input = InputModel.Of(kind);
        }
        await OfferAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id)
    {
        IsNew = id is null;
        var kind = IsNew ? null : await db.Set<ConventionKind>().FirstOrDefaultAsync(k => k.Id == id);
        if (kind is null && !IsNew)
            return NotFound();
        await OfferAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (!string.IsNullOrEmpty(Input.Authorisation) && Authorisations.All(a => a.Value != Input.Authorisation))
                throw new BrokenRuleException("Choisissez une autorisation de la liste.", nameof(Input.Authorisation));
            if (kind is null)
            {
                kind = ConventionKind.Named(Input.Label!, Input.Order);
                if (await db.Set<ConventionKind>().AnyAsync(k => k.Code == kind.Code))
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
        TempData["Toast"] = "Nature de convention enregistrée.";
        return LocalRedirect("/administration/natures-de-convention");
    }

    private async Task OfferAsync() => Authorisations = await db.Set<ReferenceItem>().AsNoTracking()
        .Where(i => i.List == "authorisation-kinds").OrderBy(i => i.Order).Select(i => new SelectListItem(i.Label, i.Code)).ToListAsync();

    public sealed class InputModel
    {
        [Display(Name = "Intitulé"), Required, StringLength(200)]
        public string? Label { get; set; }

        [Display(Name = "Rang dans les listes"), Range(0, 10000)]
        public int Order { get; set; }

        [Display(Name = "Proposée dans les listes")]
        public bool IsActive { get; set; } = true;

        [Display(Name = "Durée habituelle, en mois"), Range(1, 240)]
        public int? Months { get; set; } = 36;

        [Display(Name = "Reconduction habituelle"), Required]
        public RenewalMode Renewal { get; set; } = RenewalMode.Express;

        [Display(Name = "Préavis habituel, en mois"), Range(0, 60)]
        public int NoticeMonths { get; set; } = 3;

        [Display(Name = "Demande de renouvellement, en mois avant la fin"), Range(1, 60)]
        public int? RequestMonths { get; set; }

        [Display(Name = "Signataires habituels"), StringLength(500)]
        public string? Signatories { get; set; }

        [Display(Name = "Autorisation exigée")]
        public string? Authorisation { get; set; }

        [Display(Name = "Protocole d’incident attendu")]
        public bool NeedsIncidentProtocol { get; set; }

        [Display(Name = "Évaluation attendue")]
        public bool NeedsEvaluation { get; set; }

        [Display(Name = "Argent de l’État")]
        public bool IsStateFunded { get; set; }

        internal static InputModel Of(ConventionKind kind) => new()
        {
            Label = kind.Label,
            Order = kind.Order,
            IsActive = kind.IsActive,
            Months = kind.Months,
            Renewal = kind.Renewal,
            NoticeMonths = kind.NoticeMonths,
            RequestMonths = kind.RequestMonths,
            Signatories = kind.Signatories,
            Authorisation = kind.Authorisation,
            NeedsIncidentProtocol = kind.NeedsIncidentProtocol,
            NeedsEvaluation = kind.NeedsEvaluation,
            IsStateFunded = kind.IsStateFunded,
        };

        internal void Write(ConventionKind kind)
        {
            (kind.Label, kind.Order, kind.IsActive) = (Label!.Trim(), Order, IsActive);
            (kind.Months, kind.Renewal, kind.NoticeMonths, kind.RequestMonths) = (Months, Renewal, NoticeMonths, RequestMonths);
            (kind.Signatories, kind.Authorisation) = (Signatories?.Trim() ?? "", Authorisation ?? "");
            (kind.NeedsIncidentProtocol, kind.NeedsEvaluation, kind.IsStateFunded) = (NeedsIncidentProtocol, NeedsEvaluation, IsStateFunded);
        }
    }
}
