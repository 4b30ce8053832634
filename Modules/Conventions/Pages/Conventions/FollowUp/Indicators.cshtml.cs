using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>Which figures are followed. Lines are added, moved and taken out by buttons that send the form: no script is needed.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class IndicatorsModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>Proposed for a convention with places: these follow from the places counted.</summary>
    private static readonly RowInput[] Proposed = [new() { Name = "Places", Unit = "places" }, new() { Name = "Journées", Unit = "journées" }, new() { Name = "Occupation", Unit = "%", Target = "90" }];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = Filled();
        if (Input.Rows.Count == 0)
            Input.Rows.AddRange(Convention.Places is null ? [new RowInput()] : Proposed);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(int id) => Reshape(id, rows => rows.Add(new RowInput()));

    public Task<IActionResult> OnPostRemoveAsync(int id, int row) => Reshape(id, rows => rows.RemoveAt(row), row);

    public Task<IActionResult> OnPostUpAsync(int id, int row) => Reshape(id, rows => (rows[row - 1], rows[row]) = (rows[row], rows[row - 1]), row, row - 1);

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var kept = Filled();
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        try
        {
            Convention.DefineIndicators([.. Input.Rows.Select((r, i) => (Row: r, Index: i)).Where(r => !r.Row.IsEmpty)
                .Select(r => (r.Row.Id, r.Row.Name ?? "", r.Row.Unit ?? "", Hundredths.Read(r.Row.Target), r.Row.CountsPeople))]);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same rows between reading and saving, new ones perhaps.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id) || (kept = Filled()).Version == Input.Version)
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Indicateurs enregistrés.";
        return LocalRedirect($"/conventions/{id}/suivi");
    }

    /// <summary>The same form with its lines changed; nothing is saved.</summary>
    private async Task<IActionResult> Reshape(int id, Action<List<RowInput>> change, params int[] rows)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Array.TrueForAll(rows, r => r >= 0 && r < Input.Rows.Count))
            change(Input.Rows);
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return false;
        Convention = convention;
        await db.Entry(convention).Collection(c => c.Indicators).Query().Include(i => i.Values).LoadAsync();
        return true;
    }

    private InputModel Filled() => new InputModel
    {
        Rows = [.. Convention.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id)
            .Select(i => new RowInput { Id = i.Id, Name = i.Name, Unit = i.Unit, Target = Hundredths.Box(i.TargetHundredths), CountsPeople = i.CountsPeople })],
    }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Indicateurs")]
        public List<RowInput> Rows { get; set; } = [];

        public int Version { get; set; }
    }

    public sealed class RowInput
    {
        public int? Id { get; set; }

        [Display(Name = "Indicateur")]
        [StringLength(200)]
        [NoIdentity]
        public string? Name { get; set; }

        [Display(Name = "Unité")]
        [StringLength(40)]
        [NoIdentity]
        public string? Unit { get; set; }

        [Display(Name = "Cible")]
        [StringLength(20)]
        public string? Target { get; set; }

        [Display(Name = "Compte des personnes")]
        public bool CountsPeople { get; set; }

        /// <summary>Left blank, the line says nothing.</summary>
        internal bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Unit) && string.IsNullOrWhiteSpace(Target);

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Name} ({string.Join(", ", new[] { Unit, string.IsNullOrEmpty(Target) ? null : $"cible {Target}", CountsPeople ? "compte des personnes" : null }.Where(t => !string.IsNullOrEmpty(t)))})";
    }
}
