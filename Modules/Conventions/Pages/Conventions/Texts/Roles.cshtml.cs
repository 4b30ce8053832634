using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>« Qui fait quoi », written for the people accompanied.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class RolesModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool IsProposal { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        IsProposal = convention.Roles.Count == 0;
        Input = InputModel.From(convention);
        if (IsProposal)
            Input.Lines = [.. Proposals.Roles.Select(r => new Line { What = r.What, Who = r.Who })];
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
            convention.TellWhoDoesWhat([.. Input.Lines.Select(l => (l.What ?? "", l.Who ?? ""))]);
            db.Touch(convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From((await FindAsync(id))!));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Page « Qui fait quoi » enregistrée.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    private async Task<Convention?> FindAsync(int id)
        => await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Roles).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is { } convention
            ? Convention = convention : null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Lignes")]
        public List<Line> Lines { get; set; } = [];

        public int Version { get; set; }

        public static InputModel From(Convention convention) => new()
        {
            Lines = [.. convention.Roles.OrderBy(r => r.Order).Select(r => new Line { What = r.What, Who = r.Who })],
            Version = convention.Version,
        };
    }

    public sealed class Line : IFormLine
    {
        [Display(Name = "Quoi")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? What { get; set; }

        [Display(Name = "Qui")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? Who { get; set; }

        public void Check() => RoleLine.Check(What ?? "", Who ?? "");

        public override string ToString() => $"{What} ({Who})";
    }
}
