using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Rules;

/// <summary>Settles a rule: on or off, when, who besides the post responsible.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db, IEnumerable<IReminderSource> sources, IActor actor, TimeProvider clock) : PageModel
{
    private RuleSetting? setting;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ReminderRule Rule { get; private set; } = null!;

    /// <summary>Our posts, by establishment.</summary>
    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await FindAsync(code))
            return NotFound();
        Input = Current();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await FindAsync(code))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var before = Current();
        if (Input.Version != before.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, 0, Input, before, (nameof(Input.Posts), Posts));
            return Page();
        }
        try
        {
            setting ??= db.Add(new RuleSetting(Rule)).Entity;
            setting.Settle(Input.IsOn, Input.Steps ?? "", Input.EscalateAfter, Input.CopiesSuperior);
            setting.Copy(Input.Posts.Where(id => Posts.Any(p => p.Value == id.ToString(CultureInfo.InvariantCulture))));
            // A rule is no record: what was settled is written here, for the journal of the administration.
            var changes = FormConflict.Differences(before, Current(), (nameof(Input.Posts), Posts));
            if (changes.Count > 0)
                db.Add(AuditEntry.Settling(actor, clock, typeof(RuleSetting), Rule.Label, changes.Select(c => new AuditChange(c.Label, c.Mine, c.Theirs))));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Règle enregistrée. Les rappels suivent dans le quart d’heure.";
        return LocalRedirect("/administration/rappels");
    }

    private async Task<bool> FindAsync(string code)
    {
        if (sources.FirstOrDefault(s => s.Rule.Code == code) is not { } source)
            return false;
        Rule = source.Rule;
        setting = await db.Set<RuleSetting>().Include(s => s.Posts).FirstOrDefaultAsync(s => s.Code == code);
        var chosen = setting?.Posts.Select(p => p.PostId).ToList() ?? [];
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.EstablishmentId != null && (p.ClosedOn == null || chosen.Contains(p.Id)))
            .OrderBy(p => p.Establishment!.Name).ThenBy(p => p.EstablishmentId).ThenByDescending(p => p.Level).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Title, Place = p.Establishment!.Name }).ToListAsync();
        Posts = [.. posts.Select(p => new SelectListItem($"{p.Title}, {p.Place}", p.Id.ToString(CultureInfo.InvariantCulture)) { Group = new SelectListGroup { Name = p.Place } })];
        return true;
    }

    private InputModel Current()
    {
        var known = setting ?? new RuleSetting(Rule);
        return new InputModel { IsOn = known.IsOn, Steps = known.Steps, EscalateAfter = known.EscalateAfter, CopiesSuperior = known.CopiesSuperior, Posts = [.. known.Posts.Select(p => p.PostId).Order()] }.Stamped();
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Règle active")]
        public bool IsOn { get; set; }

        [Display(Name = "Étapes, en jours avant l’échéance"), Required, StringLength(80)]
        public string? Steps { get; set; }

        [Display(Name = "Jours sans réponse avant de prévenir le niveau au-dessus"), Range(1, 365)]
        public int? EscalateAfter { get; set; }

        [Display(Name = "Mettre aussi le niveau au-dessus en copie")]
        public bool CopiesSuperior { get; set; }

        [Display(Name = "Postes en copie")]
        public List<int> Posts { get; set; } = [];

        public int Version { get; set; }
    }
}
