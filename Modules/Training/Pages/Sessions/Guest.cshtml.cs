using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Somebody of a partner's enrols without account. Opening the page changes nothing; what it answers doesn't tell who is enrolled already.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Strangers)]
internal sealed class GuestModel(IntranetDb db, Enrolling enrolling, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null when the link is unknown.</summary>
    public TrainingSession? Session { get; private set; }
    public IReadOnlyList<SelectListItem> Partners { get; private set; } = [];
    public bool IsOpen => Session?.IsInviting(day.Today) == true;

    /// <summary>It was sent.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whom to ask: who receives the session, else the association.</summary>
    public string Contact => Session?.Establishment is { } house
        ? string.Join(", ", new[] { house.Subject.Title, house.Phone, house.Email }.Where(t => t.Length > 0))
        : Organisation.Name;

    public async Task<IActionResult> OnGetAsync(string secret, bool envoye)
    {
        await ReadAsync(secret);
        IsDone = envoye;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        await ReadAsync(secret);
        if (!IsOpen)
            return Shown();
        var partner = Partners.FirstOrDefault(p => p.Value == $"{Input.PartnerId}");
        if (partner is null && string.IsNullOrWhiteSpace(Input.Organisation))
            ModelState.AddModelError("Input.Organisation", "Indiquez votre organisation.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            await enrolling.EnrolAsync(Session!.Id, now => Enrolment.Guest(Input.Name!, Input.Function ?? "", Input.Mail!, partner?.Text ?? Input.Organisation!, partner is null ? null : Input.PartnerId, now), HttpContext.RequestAborted);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/formations/inscription/{secret}?envoye=true");
    }

    private async Task ReadAsync(string secret)
    {
        Session = secret.Length > 100 ? null : await SessionInvitation.FindAsync(db, secret, HttpContext.RequestAborted);
        if (IsOpen)
            Partners = await db.SubjectLinks.Where(l => l.FromId == Session!.Id && l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => new SelectListItem(l.To.Title, $"{l.ToId}")).ToListAsync(HttpContext.RequestAborted);
    }

    private PageResult Shown()
    {
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public sealed class InputModel
    {
        [Display(Name = "Prénom et nom"), Required, StringLength(200), NoIdentity]
        public string? Name { get; set; }

        [Display(Name = "Fonction"), StringLength(200), NoIdentity]
        public string? Function { get; set; }

        [Display(Name = "Courriel professionnel"), Required, StringLength(200), EmailAddress]
        public string? Mail { get; set; }

        [Display(Name = "Vous venez de")]
        public int? PartnerId { get; set; }

        [Display(Name = "Organisation"), StringLength(200), NoIdentity]
        public string? Organisation { get; set; }
    }
}
