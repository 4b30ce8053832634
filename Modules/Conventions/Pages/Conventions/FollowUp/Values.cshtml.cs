using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The indicators of a year, ours and the partner's, all at once.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ValuesModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    public int Year { get; private set; }
    public bool IsRunning => Year == day.Today.Year;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var kept = Filled();
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        for (var i = 0; i < Input.Rows.Count; i++)
        {
            var row = Input.Rows[i];
            if (Indicators.FirstOrDefault(x => x.Id == row.Id) is { } indicator)
            {
                Say(indicator, isOurs: true, row.Ours, row.OurComment, $"Input.Rows[{i}].Ours");
                Say(indicator, isOurs: false, row.Partner, row.PartnerComment, $"Input.Rows[{i}].Partner");
            }
        }
        try
        {
            if (!ModelState.IsValid)
                return this.Invalid();
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same rows between reading and saving, new ones perhaps.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, year) || (kept = Filled()).Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Indicateurs de {year} enregistrés.";
        return LocalRedirect($"/conventions/{id}/suivi");
    }

    private void Say(Indicator indicator, bool isOurs, string? typed, string? comment, string field)
    {
        try
        {
            var value = Hundredths.Read(typed);
            if (value is null && !string.IsNullOrWhiteSpace(comment))
                throw new BrokenRuleException("Un commentaire accompagne une valeur.");
            indicator.Say(Year, isOurs, value, comment ?? "", day.Today);
        }
        catch (BrokenRuleException error)
        {
            ModelState.AddModelError(field, error.Message);
        }
    }

    private async Task<bool> FindAsync(int id, int year)
    {
        if (year < 2000 || year > day.Today.Year || await db.FindAsync(user, id) is not { } convention)
            return false;
        (Convention, Year) = (convention, year);
        Indicators = await db.Set<Indicator>().Where(i => i.ConventionId == id).Include(i => i.Values.Where(v => v.Year == year)).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync();
        return true;
    }

    private InputModel Filled() => new InputModel
    {
        Rows = [.. Indicators.Select(i => (Indicator: i, Ours: i.Values.FirstOrDefault(v => v.IsOurs), Partner: i.Values.FirstOrDefault(v => !v.IsOurs)))
            .Select(i => new RowInput
            {
                Id = i.Indicator.Id,
                Name = i.Indicator.Name,
                Ours = Hundredths.Box(i.Ours?.Hundredths),
                OurComment = i.Ours?.Comment,
                Partner = Hundredths.Box(i.Partner?.Hundredths),
                PartnerComment = i.Partner?.Comment,
            })],
    }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Valeurs")]
        public List<RowInput> Rows { get; set; } = [];

        public int Version { get; set; }
    }

    public sealed class RowInput
    {
        public int Id { get; set; }

        internal string Name { get; set; } = "";

        [Display(Name = "Notre valeur")]
        [StringLength(20)]
        public string? Ours { get; set; }

        [Display(Name = "Valeur du partenaire")]
        [StringLength(20)]
        public string? Partner { get; set; }

        [Display(Name = "Notre commentaire")]
        [StringLength(1000)]
        [NoIdentity]
        public string? OurComment { get; set; }

        [Display(Name = "Commentaire du partenaire")]
        [StringLength(1000)]
        [NoIdentity]
        public string? PartnerComment { get; set; }

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Ours ?? "—"} / {Partner ?? "—"}{(OurComment ?? PartnerComment) switch { null or "" => "", var text => $" ({text})" }}";
    }
}
