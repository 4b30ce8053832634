using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The information-sharing frame, line by line. Once signed it is frozen; the direction may rectify it, with a reason.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class SharingModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public SharingInput Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>The lines are a proposal, nothing is kept yet.</summary>
    public bool IsProposal { get; private set; }

    /// <summary>As it was found: a rectification lifts it while it is saved.</summary>
    public bool IsFrozen { get; private set; }

    public bool CanWrite => !IsFrozen || user.May(Permission.DecideConventions);
    public IReadOnlyList<SelectListItem> Rules { get; } = [.. Enum.GetValues<SharingRule>().Select(r => new SelectListItem(Labels.Of(r), r.ToString()))];
    public IReadOnlyList<SelectListItem> Bases { get; private set; } = [];

    /// <summary>Proposed under « De » and « À »: us, and each partner.</summary>
    public IReadOnlyList<string> Sides { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        Input = SharingInput.From(convention);
        IsProposal = convention.Sharing.Count == 0;
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new SharingInput { Version = Input.Version };
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
            IsProposal = false;
        }
        await OfferAsync();
        if (IsProposal)
            Input.Lines = [.. Proposals.Sharing(Sides[1]).Select(l => new SharingInput.Line { What = l.What, From = l.From, To = l.To, Rule = l.Rule, Basis = Bases.Any(b => b.Value == l.Basis) ? l.Basis : null })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? lignes)
    {
        if (await FindAsync(id) is not { } convention)
            return NotFound();
        await OfferAsync();
        if (Input.Lines.Rearrange(lignes, ModelState))
            return Page();
        Input.Lines.Check(ModelState);
        CheckBases();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(convention, Input.Version);
            if (IsFrozen && CanWrite)
                convention.Rectify(Input.Rectification ?? "");
            Input.Write(convention);
            db.Touch(convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SharingInput.From((await FindAsync(id))!));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = convention.CancelledSignatures ? "Cadre enregistré. Le texte a changé : les signatures déjà données sont annulées." : "Cadre de partage enregistré.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    /// <summary>Only what the list offers, or what the line already had; and "secret partagé" alone not even if the list came to offer it.</summary>
    private void CheckBases()
    {
        for (var i = 0; i < Input.Lines.Count; i++)
        {
            if (Input.Lines[i].Basis is not { Length: > 0 } code)
                continue;
            try
            {
                SharingBasis.Check(Bases.FirstOrDefault(b => b.Value == code)?.Text ?? throw new BrokenRuleException("Choisissez un fondement de la liste."));
            }
            catch (BrokenRuleException broken)
            {
                var field = $"Input.Lines[{i}].Basis";
                if (!ModelState.TryGetValue(field, out var known) || known.Errors.Count == 0)
                    ModelState.AddModelError(field, broken.Message);
            }
        }
    }

    private async Task OfferAsync()
    {
        var partners = Convention.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.To.Title).OrderByDescending(t => t.StartsWith("SPIP", StringComparison.Ordinal)).ThenBy(t => t, StringComparer.Ordinal).ToList();
        Sides = [Proposals.Us, .. partners.DefaultIfEmpty("Le partenaire")];
        Bases = [.. (await db.ChoicesAsync([ConventionLists.SharingBases.Code], Input.Lines.Select(l => l.Basis).OfType<string>()))[ConventionLists.SharingBases.Code]];
    }

    private async Task<Convention?> FindAsync(int id)
    {
        var convention = await db.Set<Convention>().Include(c => c.Subject.Links).ThenInclude(l => l.To).Include(c => c.Signatories).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
        if (convention is null)
            return null;
        await db.Set<SharingLine>().Where(l => l.ConventionId == id).LoadAsync();
        IsFrozen = convention.IsFrozen;
        return Convention = convention;
    }
}
