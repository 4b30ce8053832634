using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Series;

/// <summary>A permanence of ours or a partner's service meeting; the partner first.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, ISeriesForm
{
    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int? PartnerId { get; set; }

    public SeriesChoices Choices { get; private set; } = null!;
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cherche)
    {
        if (PartnerId is null)
        {
            Text = cherche;
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche, HttpContext.RequestAborted);
            return Page();
        }
        Input.From = day.Today;
        return await ReadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var series = new MeetingSeries(Input.Kind!.Value, Input.Title!, PartnerId!.Value);
            Input.Write(series, Choices);
            db.Add(series);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Séances enregistrées.";
            return LocalRedirect($"/rencontres/permanences/{series.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        if (PartnerId is not { } partner || await SeriesChoices.ReadAsync(db, user, partner, null, null, day.Today, HttpContext.RequestAborted) is not { } choices)
            return false;
        Choices = choices;
        return true;
    }
}
