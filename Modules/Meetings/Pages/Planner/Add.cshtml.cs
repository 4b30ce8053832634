using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>A draft in place: a partner, a kind, a day. Everything else is filled on the meeting's own page.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class AddModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int Partner { get; set; }

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? Back { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PlannerPartner Row { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public MeetingObligation Obligation => Row.ObligationOn(day.Today);

    /// <summary>What the chosen day falls on, if it is not a day to meet.</summary>
    public string? DayNote => Input.On is not { } on ? null
        : FrenchHolidays.NameOf(on, Row.Department) is { } holiday ? $"Jour férié : {holiday}."
        : on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "Ce jour tombe un week-end."
        : null;

    public string Return => PlannerReturn.Of(Back);

    public async Task<IActionResult> OnGetAsync(string? mois)
    {
        if (!await ReadAsync())
            return NotFound();
        var month = DateOnly.TryParseExact($"{mois}-01", "yyyy-MM-dd", out var first) ? first : day.Today;
        var soonest = WorkingDays.Add(day.Today, PlanRequest.NoticeDays);
        Input.On = WorkingDays.OnOrAfter(month > soonest ? month : soonest.Month == month.Month && soonest.Year == month.Year ? soonest : day.Today > month ? day.Today : month, Row.Department);
        Input.KindId = Kinds.Count > 0 ? int.Parse(Kinds[0].Value) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (Input.On < day.Today)
            ModelState.AddModelError("Input.On", "Choisissez un jour à venir ; une rencontre passée se note depuis la liste.");
        if (Input.KindId is { } id && Kinds.All(k => k.Value != id.ToString()))
            ModelState.AddModelError("Input.KindId", "Choisissez une nature de la liste.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var partner = new PlanPartner(Row.Id, Row.Name, Row.Department, Input.On!.Value, false, Row.OwnerPersonId);
        await new PlanDrafts(db, day.Today).CreateAsync([new PlanProposal(partner, Input.On.Value, false, "")], new Dictionary<int, PlannerPartner> { [Row.Id] = Row }, HttpContext.RequestAborted, Input.KindId);
        await db.SaveChangesAsync();
        return this.GoBack(Return, $"Brouillon ajouté le {French.Date(Input.On.Value)}. Personne n’est prévenu.");
    }

    private async Task<bool> ReadAsync()
    {
        var row = (await new PlannerReader(db, user, obligations, day.Today).PartnersAsync(HttpContext.RequestAborted)).Find(p => p.Id == Partner && p.IsOwn);
        Kinds = await db.Set<MeetingKind>().Where(k => k.IsActive && k.Code != MeetingKind.AllWellCode).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync();
        Row = row!;
        return row is not null;
    }

    internal sealed class InputModel
    {
        [Display(Name = "Nature")]
        [Required(ErrorMessage = "Choisissez une nature.")]
        public int? KindId { get; set; }

        [Display(Name = "Date")]
        [Required(ErrorMessage = "Indiquez une date.")]
        public DateOnly? On { get; set; }
    }
}
