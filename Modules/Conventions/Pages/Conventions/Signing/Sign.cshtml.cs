using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>One signatory has signed; with the last signature the convention is signed.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class SignModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public SignatoryLine Line { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int id, int signatory)
    {
        if (!await FindAsync(id, signatory))
            return NotFound();
        // A day typed wrong is corrected here, until the last signature.
        Input = new InputModel { SignedOn = Line.Signatory.SignedOn, SignedBy = Line.Signatory.SignedBy, Version = Convention.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int signatory)
    {
        if (!await FindAsync(id, signatory))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var on = Input.SignedOn!.Value;
        try
        {
            db.Expect(Convention, Input.Version);
            Convention.Sign(Line.Signatory, on, string.IsNullOrWhiteSpace(Input.SignedBy) ? Line.Post.HolderOn(on)?.Name ?? "" : Input.SignedBy, Input.TextDate, day.Today);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id, signatory);
            Input.Version = Convention.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "La convention vient de changer. Relisez-la, puis enregistrez de nouveau la signature si elle vaut pour ce texte.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = (Convention.SignedOn is not null ? "Toutes les signatures sont là : la convention est signée." : "Signature enregistrée.")
            + (Line.Post.LacksDelegation(on) ? " Aucune délégation n’était valide ce jour-là." : "");
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    private async Task<bool> FindAsync(int id, int signatory)
    {
        if (await db.FindAsync(user, id) is not { } convention || convention.Signatories.All(s => s.Id != signatory))
            return false;
        Convention = convention;
        Line = (await SignatoryLine.ReadAsync(db, convention, HttpContext.RequestAborted)).First(l => l.Signatory.Id == signatory);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Signé le")]
        [Required]
        public DateOnly? SignedOn { get; set; }

        [Display(Name = "Par")]
        [StringLength(200)]
        [NoIdentity]
        public string? SignedBy { get; set; }

        [Display(Name = "Date du texte")]
        public DateOnly? TextDate { get; set; }

        public int Version { get; set; }
    }
}
