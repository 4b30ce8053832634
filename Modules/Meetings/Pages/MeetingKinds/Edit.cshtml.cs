using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.MeetingKinds;

/// <summary>A kind of meeting, new or known; one that is in use is withdrawn from lists, never deleted.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db, Choices choices) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsNew { get; private set; }
    public FormConflict? Conflict { get; private set; }

    /// <summary>A short list: a chip in the planner is told from another by its drawing.</summary>
    public IReadOnlyList<SelectListItem> Icons { get; } = [.. new[]
    {
        ("calendar-event", "Calendrier"), ("users", "Personnes"), ("map-pin", "Lieu"), ("clipboard-list", "Liste"), ("clipboard-check", "Liste cochée"), ("route", "Trajet"), ("arrows-exchange", "Échange"),
        ("message-circle", "Parole"), ("thumb-up", "Pouce levé"), ("world", "Globe"), ("building", "Bâtiment"), ("gavel", "Marteau"), ("notes", "Notes"), ("scale", "Balance"), ("user-check", "Personne admise"), ("school", "Formation"), ("clipboard-text", "Compte rendu"),
    }.Select(i => new SelectListItem(i.Item2, i.Item1))];

    public async Task<IActionResult> OnGetAsync(int? id)
    {
        IsNew = id is null;
        if (IsNew)
        {
            Input.Order = (await db.Set<MeetingKind>().MaxAsync(k => (int?)k.Order) ?? 0) + 10;
            return Page();
        }
        if (await db.Set<MeetingKind>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == id) is not { } kind)
            return NotFound();
        Input = Filled(kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id)
    {
        IsNew = id is null;
        var kind = IsNew ? null : await db.Set<MeetingKind>().FirstOrDefaultAsync(k => k.Id == id);
        if (kind is null && !IsNew)
            return NotFound();
        if (Icons.All(i => i.Value != Input.Icon))
            ModelState.AddModelError("Input.Icon", "Choisissez un dessin de la liste.");
        if (!ModelState.IsValid)
            return this.Invalid();
        if (kind is not null && Filled(kind) is var stored && stored.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, 0, Input, stored, (nameof(Input.Icon), Icons));
            return Page();
        }
        try
        {
            if (kind is null)
            {
                kind = MeetingKind.Named(Input.Label!, Input.Order);
                if (kind.Code.Length == 0 || await db.Set<MeetingKind>().AnyAsync(k => k.Code == kind.Code))
                    throw new BrokenRuleException("Cette nature existe déjà.", nameof(Input.Label));
                db.Add(kind);
            }
            (kind.Label, kind.Order, kind.IsActive, kind.Counts) = (Input.Label!.Trim(), Input.Order, Input.IsActive, Input.Counts);
            (kind.Icon, kind.Duration, kind.Agenda) = (Input.Icon!, Input.Duration!.Value, Lines(Input.Agenda));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        choices.Forget("meeting-kinds");
        TempData["Toast"] = "Nature de rencontre enregistrée.";
        return LocalRedirect("/administration/natures-de-rencontre");
    }

    private static InputModel Filled(MeetingKind kind)
        => new InputModel { Label = kind.Label, Order = kind.Order, IsActive = kind.IsActive, Counts = kind.Counts, Icon = kind.Icon, Duration = kind.Duration, Agenda = kind.Agenda }.Stamped();

    /// <summary>« Point | minutes » a line, minutes from 1 to 480 when they are given.</summary>
    private static string Lines(string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines)
        {
            var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0 || (parts.Length == 2 && !(int.TryParse(parts[1], out var minutes) && minutes is >= 1 and <= 480)))
                throw new BrokenRuleException($"«\u00a0{line}\u00a0»\u00a0: écrivez le point, puis une barre et ses minutes (1 à 480).", nameof(InputModel.Agenda));
        }
        return string.Join('\n', lines);
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Intitulé"), Required, StringLength(200)]
        public string? Label { get; set; }

        [Display(Name = "Rang dans les listes"), Range(0, 10000)]
        public int Order { get; set; }

        [Display(Name = "Proposée dans les listes")]
        public bool IsActive { get; set; } = true;

        [Display(Name = "Compte pour la rencontre annuelle")]
        public bool Counts { get; set; }

        [Display(Name = "Dessin"), Required]
        public string? Icon { get; set; } = "calendar-event";

        [Display(Name = "Durée habituelle, en minutes"), Required, Range(15, 720)]
        public int? Duration { get; set; } = 120;

        [Display(Name = "Ordre du jour proposé"), StringLength(2000), NoIdentity]
        public string? Agenda { get; set; }

        public int Version { get; set; }
    }
}
