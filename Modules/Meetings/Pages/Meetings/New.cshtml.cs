using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Records that a partner was met, or will be: a day to come plans it or keeps it as a draft, a day gone by makes it held.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    [BindProperty]
    public bool Tell { get; set; } = true;

    public MeetingChoices Choices { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool WithMinutes => true;

    /// <summary>Without a partner, the page asks for it first.</summary>
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<int> Establishments { get; private set; } = [];
    public DateOnly? On { get; private set; }

    public async Task<IActionResult> OnGetAsync(List<int> partenaire, List<int> etablissement, string? cherche, DateOnly? le, int? nature, bool interne)
    {
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
            Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
            return Page();
        }
        if (partenaire.Count == 0 && !interne)
        {
            (Text, Establishments, On) = (cherche, etablissement, le);
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche);
            return Page();
        }
        var on = le ?? day.Today;
        var usual = await UsualPeople.ReadAsync(db, partenaire, on, HttpContext.RequestAborted);
        Input = new MeetingInput
        {
            Partners = interne ? [] : partenaire,
            IsInternal = interne,
            Establishments = etablissement.Count > 0 ? etablissement : await PlacesAsync(usual),
            On = on,
            KindId = await db.Set<MeetingKind>().Where(k => k.IsActive).OrderByDescending(k => k.Id == nature).ThenByDescending(k => interne && k.Code == MeetingKind.CheckpointCode).ThenBy(k => interne && k.Counts).ThenBy(k => k.Order).Select(k => (int?)k.Id).FirstOrDefaultAsync(),
        };
        foreach (var person in usual.SelectMany(u => u.Ours.Take(1).Concat(u.Theirs.Take(1))))
            Input.People[person.Key] = on > day.Today ? nameof(Attendance.Invited) : nameof(Attendance.Present);
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
        return Choices.Partners.Rows.Count == 0 && !interne ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(bool draft)
    {
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            var meeting = new Meeting("-", Input.KindId!.Value, Input.Mode!.Value, Input.On!.Value);
            await Input.WriteAsync(db, meeting, day.Today);
            if (!draft)
                meeting.Announce(day.Today);
            db.Add(meeting);
            if (Tell && meeting.State == MeetingState.Planned)
                await Telling.AskAsync(db, meeting, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
            TempData["Toast"] = meeting.State switch
            {
                MeetingState.Planned => "Rencontre planifiée.",
                MeetingState.Draft => "Brouillon gardé : personne n’est prévenu.",
                _ => "Rencontre enregistrée. Il reste à la clore.",
            };
            return LocalRedirect($"/rencontres/{meeting.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    /// <summary>Where the relation is kept, else the only establishment of who writes.</summary>
    private async Task<List<int>> PlacesAsync(IReadOnlyList<UsualPeople> usual)
    {
        var owned = await db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
        List<int> kept = [.. usual.Select(u => u.OwnerPlace).OfType<int>().Distinct().Where(owned.Contains)];
        return kept.Count > 0 ? kept : owned is [var only] ? [only] : [];
    }
}
