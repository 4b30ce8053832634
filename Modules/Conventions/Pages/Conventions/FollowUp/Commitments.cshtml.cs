using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>
/// What each side promises, written before signature; after it the list is only read. Lines are added and taken out by buttons that
/// send the form: no script is needed.
/// </summary>
[Allow(Permission.WriteConventions)]
internal sealed class CommitmentsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public FormConflict? Conflict { get; private set; }
    public static IReadOnlyList<SelectListItem> Sides { get; } = [new("De notre côté", "true"), new("Du côté du partenaire", "false")];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = Filled();
        if (Input.Rows.Count == 0)
            Input.Rows.AddRange([new RowInput { IsOurs = true }, new RowInput { IsOurs = false }]);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(int id) => Reshape(id, rows => rows.Add(new RowInput { IsOurs = rows.LastOrDefault()?.IsOurs ?? true }));

    public Task<IActionResult> OnPostRemoveAsync(int id, int row) => Reshape(id, rows => rows.RemoveAt(row), row);

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
            Write([.. Input.Rows.Where(r => !r.IsEmpty)]);
            db.Touch(Convention);
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
        TempData["Toast"] = Convention.CancelledSignatures ? "Engagements enregistrés. Le texte a changé : les signatures déjà données sont annulées." : "Engagements enregistrés.";
        return LocalRedirect($"/conventions/{id}/contenu");
    }

    private void Write(List<RowInput> rows)
    {
        foreach (var gone in Convention.Commitments.Where(c => rows.TrueForAll(r => r.Id != c.Id)).ToList())
            Convention.Withdraw(gone);
        foreach (var row in rows)
        {
            if (Convention.Commitments.FirstOrDefault(c => row.Id is { } known && c.Id == known) is { } commitment)
                Convention.Reword(commitment, row.Text ?? "", row.IsOurs, row.DueOn);
            else
                Convention.Promise(row.Text ?? "", row.IsOurs, row.DueOn);
        }
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
        await db.Entry(convention).Collection(c => c.Commitments).LoadAsync();
        return true;
    }

    private InputModel Filled() => new InputModel
    {
        Rows = [.. Convention.Commitments.OrderByDescending(c => c.IsOurs).ThenBy(c => c.Id).Select(c => new RowInput { Id = c.Id, Text = c.Text, IsOurs = c.IsOurs, DueOn = c.DueOn })],
    }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Engagements")]
        public List<RowInput> Rows { get; set; } = [];

        public int Version { get; set; }
    }

    public sealed class RowInput
    {
        public int? Id { get; set; }

        [Display(Name = "Engagement")]
        [StringLength(500)]
        [NoIdentity]
        public string? Text { get; set; }

        [Display(Name = "Pris par")]
        [Required]
        public bool IsOurs { get; set; }

        [Display(Name = "Échéance")]
        public DateOnly? DueOn { get; set; }

        /// <summary>Left blank, the line says nothing.</summary>
        internal bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Text) && DueOn is null;

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Text} ({(IsOurs ? "nous" : "partenaire")}{(DueOn is { } due ? $", {French.Date(due)}" : "")})";
    }
}
