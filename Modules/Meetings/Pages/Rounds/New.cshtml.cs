using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>A new round: the visitor first, then the day, the houses and their hours.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel, IRoundForm
{
    private const int Lines = 5;

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int? PartnerId { get; set; }

    public RoundChoices Choices { get; private set; } = null!;
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }
    public bool IsNew => true;

    public async Task<IActionResult> OnGetAsync(string? cherche)
    {
        if (PartnerId is null)
        {
            Text = cherche;
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche, HttpContext.RequestAborted);
            return Page();
        }
        Input.On = WorkingDays.OnOrAfter(day.Today.AddDays(28));
        Input.Lengthen(Lines);
        return await ReadAsync() ? Page() : NotFound();
    }

    /// <summary>The form again, with hours; nothing is saved.</summary>
    public async Task<IActionResult> OnPostProposeAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        return this.Propose(Input);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var round = new VisitRound("-", PartnerId!.Value, Input.On!.Value, "");
            db.Add(round);
            await RoundWriting.ApplyAsync(db, round, Input, Choices, day.Today, Tell, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
            TempData["Toast"] = Input.IsDraft ? "Tournée gardée en brouillon." : $"Tournée enregistrée. {(Tell ? "Les invitations partent dans dix minutes." : "Personne n’est prévenu.")}";
            return LocalRedirect($"/rencontres/tournees/{round.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        if (PartnerId is not { } partner || await RoundChoices.ReadAsync(db, user, partner, Input.On ?? day.Today, HttpContext.RequestAborted) is not { } choices)
            return false;
        Choices = choices;
        Input.Lengthen(2);
        return true;
    }
}

internal static class RoundForms
{
    /// <summary>The form with proposed hours, and what else was typed.</summary>
    public static IActionResult Propose(this PageModel page, RoundInput input)
    {
        page.ModelState.Clear();
        try
        {
            input.Propose();
        }
        catch (Exception error) when (page.Explain(error))
        {
            return page.Invalid();
        }
        return page.Page();
    }
}
