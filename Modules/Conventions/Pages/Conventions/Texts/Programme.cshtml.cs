using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The programme: modules, who runs which, when.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ProgrammeModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        Input = InputModel.From(convention);
        if (Input.Lines.Count == 0)
            Input.Lines.Add(new Line());
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new InputModel { Version = Input.Version };
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
            convention.Plan([.. Input.Lines.Select(l => (l.Title ?? "", l.RunBy ?? "", l.When ?? ""))]);
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
        TempData["Toast"] = "Programme enregistré.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    private async Task<Convention?> FindAsync(int id)
        => await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Programme).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is { } convention
            ? Convention = convention : null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Modules")]
        public List<Line> Lines { get; set; } = [];

        public int Version { get; set; }

        public static InputModel From(Convention convention) => new()
        {
            Lines = [.. convention.Programme.OrderBy(m => m.Order).Select(m => new Line { Title = m.Title, RunBy = m.RunBy, When = m.When })],
            Version = convention.Version,
        };
    }

    public sealed class Line : IFormLine
    {
        [Display(Name = "Module")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? Title { get; set; }

        [Display(Name = "Animé par")]
        [StringLength(200)]
        [NoIdentity]
        public string? RunBy { get; set; }

        [Display(Name = "Quand")]
        [StringLength(200)]
        [NoIdentity]
        public string? When { get; set; }

        public void Check() => ProgrammeModule.Check(Title ?? "");

        public override string ToString() => $"{Title} ({RunBy}, {When})";
    }
}
