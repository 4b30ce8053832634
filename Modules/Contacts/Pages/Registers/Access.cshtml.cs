using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>The access of a member of staff to a prison, new or known.</summary>
[Allow(Permission.Read)]
internal sealed class AccessModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Id of the access; null for a new one.</summary>
    public int? Known { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Prisons { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(string key, int? personne)
    {
        var access = await FindAsync(key);
        if (access is null && (Known is not null || !CanWrite))
            return NotFound();
        Input = access is null ? new InputModel { PersonId = personne } : InputModel.Of(access);
        await ReadChoicesAsync(access);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (!CanWrite)
            return Forbid();
        var access = await FindAsync(key);
        if (access is null && Known is not null)
            return NotFound();
        await ReadChoicesAsync(access);
        if (Input.EstablishmentId is { } establishment && Establishments.All(e => e.Value != $"{establishment}"))
            ModelState.AddModelError("Input.EstablishmentId", "Choisissez l’un de vos établissements.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (access is null)
                db.Add(access = new PrisonAccess(Input.PersonId!.Value, Input.EstablishmentId!.Value, Input.PartnerId!.Value, Input.From!.Value, Input.Until));
            else
                db.Expect(access, Input.Version);
            access.Allow(Input.PersonId!.Value, Input.EstablishmentId!.Value, Input.PartnerId!.Value, Input.From!.Value, Input.Until);
            access.IssuedUnder(Input.IssuedBy ?? "");
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = InputModel.Of(await db.Set<PrisonAccess>().AsNoTracking().SingleAsync(a => a.Id == Known));
            Conflict = await FormConflict.BetweenAsync(this, db, Known!.Value, Input, theirs,
                (nameof(Input.PersonId), People), (nameof(Input.EstablishmentId), Establishments), (nameof(Input.PartnerId), Prisons));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Autorisation d’accès enregistrée.";
        return LocalRedirect("/autorisations?registre=acces");
    }

    private async Task<PrisonAccess?> FindAsync(string key)
    {
        Known = key == "nouveau" ? null : int.TryParse(key, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return Known is null ? null : await db.Set<PrisonAccess>().InScope(db, user).Include(a => a.Subject.Links).Include(a => a.Person).Include(a => a.Partner).FirstOrDefaultAsync(a => a.Id == Known);
    }

    private async Task ReadChoicesAsync(PrisonAccess? access)
    {
        Title = access is null ? "" : $"{access.Person!.FullName}, {access.Partner!.Name}";
        if (!CanWrite)
            return;
        People = await db.OwnStaffAsync(user, day.Today, Input.PersonId is { } person ? [person] : null);
        Establishments = await db.OwnEstablishmentsAsync(user, day.Today, access?.EstablishmentId);
        Prisons = await db.PartnersAsync(["prison"], access?.PartnerId);
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }

        [Display(Name = "Personne"), Required]
        public int? PersonId { get; set; }

        [Display(Name = "Établissement"), Required]
        public int? EstablishmentId { get; set; }

        [Display(Name = "Établissement pénitentiaire"), Required]
        public int? PartnerId { get; set; }

        [Display(Name = "Délivrée par"), StringLength(200), NoIdentity]
        public string? IssuedBy { get; set; }

        [Display(Name = "Délivrée le"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "Valable jusqu’au")]
        public DateOnly? Until { get; set; }

        internal static InputModel Of(PrisonAccess a) => new()
        {
            Version = a.Version,
            PersonId = a.PersonId,
            EstablishmentId = a.EstablishmentId,
            PartnerId = a.PartnerId,
            IssuedBy = a.IssuedBy,
            From = a.From,
            Until = a.Until,
        };
    }
}
