using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The incident protocol: degrees, and what holds whatever the degree.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class IncidentsModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool IsProposal { get; private set; }
    public IReadOnlyList<SelectListItem> Requests { get; } = [.. IncidentDegree.Requests.Select(r => new SelectListItem(r.Name, r.Name))];

    /// <summary>Nothing is chosen in advance on a new line.</summary>
    public IReadOnlyList<SelectListItem> Unchosen => [new("Choisir", ""), .. Requests];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        IsProposal = convention.IncidentProtocols.Count == 0;
        Input = IsProposal ? InputModel.Proposal(convention.Version) : InputModel.From(convention);
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            (Input, IsProposal) = (new InputModel { Version = Input.Version }, false);
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? lignes)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        if (Input.Lines.Rearrange(lignes, ModelState))
            return Page();
        Input.Lines.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(convention, Input.Version);
            convention.PrepareForIncidents([.. Input.Lines.Select(l => (l.What ?? "", l.WhoTellsWhom ?? "", l.Delay ?? "", l.Asked ?? ""))], Input.NightsAndWeekends ?? "", Input.Warning ?? "", Input.Fallback ?? "");
            db.Touch(convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored || stored.Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From(stored));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Protocole d’incident enregistré.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    private async Task<Convention?> FindAsync(int id)
        => await db.Set<Convention>().Include(c => c.Subject).Include(c => c.IncidentProtocols).ThenInclude(p => p.Degrees).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is { } convention
            ? Convention = convention : null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Degrés")]
        public List<Line> Lines { get; set; } = [];

        [Display(Name = "La nuit et le week-end")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? NightsAndWeekends { get; set; }

        [Display(Name = "Avant de mettre fin à un séjour")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Warning { get; set; }

        [Display(Name = "Solution de repli convenue")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Fallback { get; set; }

        public int Version { get; set; }

        public static InputModel From(Convention convention)
        {
            var protocol = convention.IncidentProtocols.FirstOrDefault();
            return new InputModel
            {
                Lines = [.. (protocol?.Degrees ?? []).OrderBy(d => d.Order).Select(d => new Line { What = d.What, WhoTellsWhom = d.WhoTellsWhom, Delay = d.Delay, Asked = d.Asked })],
                NightsAndWeekends = protocol?.NightsAndWeekends,
                Warning = protocol?.Warning,
                Fallback = protocol?.Fallback,
                Version = convention.Version,
            };
        }

        public static InputModel Proposal(int version) => new()
        {
            Lines = [.. Proposals.Degrees.Select(d => new Line { What = d.What, WhoTellsWhom = d.WhoTellsWhom, Delay = d.Delay, Asked = d.Asked })],
            NightsAndWeekends = Proposals.Nights,
            Warning = Proposals.Warning,
            Version = version,
        };
    }

    public sealed class Line : IFormLine
    {
        [Display(Name = "Ce qui se passe")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? What { get; set; }

        [Display(Name = "Qui prévient qui")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? WhoTellsWhom { get; set; }

        [Display(Name = "Quand")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? Delay { get; set; }

        [Display(Name = "Demandé au partenaire")]
        [Required]
        [StringLength(200)]
        public string? Asked { get; set; }

        public void Check() => IncidentDegree.Check(What ?? "", WhoTellsWhom ?? "", Delay ?? "", Asked ?? "");

        public override string ToString() => $"{What} ({WhoTellsWhom}, {Delay}, {Asked})";
    }
}
