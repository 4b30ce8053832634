using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The referrals of a month: numbers only, every source at once.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ReferralsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    /// <summary>« 2026-10 »; last month when absent.</summary>
    [BindProperty(SupportsGet = true, Name = "mois")]
    public string? Asked { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public DateOnly Month { get; private set; }
    public bool IsLast => Month.AddMonths(1) > day.Today;
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = new Dictionary<string, string>();
    public FormConflict? Conflict { get; private set; }

    private IReadOnlyList<ReferenceItem> items = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = Filled();
        return Page();
    }

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
            // Only what the form offered: a source or a reason that nobody knows isn't stored.
            Convention.CountReferrals(Month,
                Input.Sources.Where(s => kept.Sources.Exists(k => k.Code == s.Code)).Select(s => (s.Code, s.Received, s.MetInside, s.DayLeave, s.Admitted)),
                Input.Reasons.Where(r => kept.Reasons.Exists(k => k.Code == r.Code)).Select(r => (r.Code, r.Count)), day.Today);
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
        TempData["Toast"] = $"Orientations {French.De(French.Month(Month))} enregistrées.";
        return LocalRedirect($"/conventions/{id}/suivi#orientations");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return false;
        (Convention, Month) = (convention, MonthOf(Asked));
        string[] lists = [ConventionLists.ReferralSources.Code, ConventionLists.NotConcludedReasons.Code];
        items = await db.Set<ReferenceItem>().AsNoTracking().Where(i => lists.Contains(i.List)).OrderBy(i => i.Order).ToListAsync();
        Labels = items.GroupBy(i => i.Code).ToDictionary(g => g.Key, g => g.First().Label);
        var month = Month;
        await db.Entry(convention).Collection(c => c.Referrals).Query().Where(r => r.Month == month).LoadAsync();
        await db.Entry(convention).Collection(c => c.NotConcluded).Query().Where(n => n.Month == month).LoadAsync();
        return true;
    }

    private DateOnly MonthOf(string? asked)
    {
        var current = new DateOnly(day.Today.Year, day.Today.Month, 1);
        return DateOnly.TryParseExact($"{asked}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month <= current && month.Year >= 2000 ? month : current.AddMonths(-1);
    }

    private InputModel Filled() => new InputModel
    {
        Sources = [.. Codes(ConventionLists.ReferralSources, Convention.Referrals.Select(r => r.Source)).Select(code => (code, Row: Convention.Referrals.FirstOrDefault(r => r.Source == code)))
            .Select(s => new SourceInput { Code = s.code, Received = s.Row?.Received, MetInside = s.Row?.MetInside, DayLeave = s.Row?.DayLeave, Admitted = s.Row?.Admitted })],
        Reasons = [.. Codes(ConventionLists.NotConcludedReasons, Convention.NotConcluded.Select(n => n.Reason)).Select(code => new ReasonInput { Code = code, Count = Convention.NotConcluded.FirstOrDefault(n => n.Reason == code)?.Count })],
    }.Stamped();

    /// <summary>Those still offered, and those already counted that month.</summary>
    private IEnumerable<string> Codes(ReferenceList list, IEnumerable<string> counted)
    {
        var used = counted.ToHashSet();
        return items.Where(i => i.List == list.Code && (i.IsActive || used.Contains(i.Code))).Select(i => i.Code);
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Sources")]
        public List<SourceInput> Sources { get; set; } = [];

        [Display(Name = "Non abouties")]
        public List<ReasonInput> Reasons { get; set; } = [];

        public int Version { get; set; }
    }

    public sealed class SourceInput
    {
        [StringLength(ReferenceItem.CodeLength)]
        public string Code { get; set; } = "";

        [Display(Name = "Reçues")]
        [Range(0, 10_000)]
        public int? Received { get; set; }

        [Display(Name = "Rencontrées en détention")]
        [Range(0, 10_000)]
        public int? MetInside { get; set; }

        [Display(Name = "Venues en permission")]
        [Range(0, 10_000)]
        public int? DayLeave { get; set; }

        [Display(Name = "Admises")]
        [Range(0, 10_000)]
        public int? Admitted { get; set; }

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Code} {Received} / {MetInside} / {DayLeave} / {Admitted}";
    }

    public sealed class ReasonInput
    {
        [StringLength(ReferenceItem.CodeLength)]
        public string Code { get; set; } = "";

        [Display(Name = "Non abouties")]
        [Range(0, 10_000)]
        public int? Count { get; set; }

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Code} {Count}";
    }
}
