using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Records that a partner was met, or will be: a day to come makes it planned, a day gone by makes it held.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IFormPage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public MeetingChoices Choices { get; private set; } = null!;

    /// <summary>Without a partner, the page asks for it first.</summary>
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<int> Establishments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(List<int> partenaire, List<int> etablissement, string? cherche, DateOnly? date)
    {
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
            Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
            return Page();
        }
        if (partenaire.Count == 0)
        {
            (Text, Establishments) = (cherche, etablissement);
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche);
            return Page();
        }
        var owned = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user);
        if (etablissement.Count == 0)
            etablissement = await db.Set<Partner>().Where(p => partenaire.Contains(p.Id) && owned.Any(e => e.Id == p.RelationOwner!.EstablishmentId)).Select(p => p.RelationOwner!.EstablishmentId!.Value).Distinct().ToListAsync();
        if (etablissement.Count == 0 && !user.SeesAll)
            etablissement = await owned.Select(e => e.Id).Take(2).ToListAsync() is [var only] ? [only] : [];
        Input = new MeetingInput
        {
            Partners = partenaire,
            Establishments = etablissement,
            On = date ?? day.Today,
            KindId = await db.Set<MeetingKind>().Where(k => k.IsActive).OrderBy(k => k.Order).Select(k => (int?)k.Id).FirstOrDefaultAsync(),
        };
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
        return Choices.Partners.Rows.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, []);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            var meeting = new Meeting("-", Input.KindId!.Value, Input.Mode!.Value, Input.On!.Value);
            await Input.WriteAsync(db, meeting, day.Today);
            meeting.Announce(day.Today);
            db.Add(meeting);
            await db.SaveChangesAsync();
            TempData["Toast"] = meeting.State == MeetingState.Planned ? "Rencontre planifiée." : "Rencontre enregistrée. Il reste à la clore.";
            return LocalRedirect($"/rencontres/{meeting.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
