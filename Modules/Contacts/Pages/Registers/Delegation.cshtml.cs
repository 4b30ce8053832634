using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>A delegation of signature, new or known: read by everybody, written by coordination and direction.</summary>
[Allow(Permission.Read)]
internal sealed class DelegationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Id of the delegation; null for a new one.</summary>
    public int? Known { get; private set; }
    public string Holder { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        var delegation = await FindAsync(key);
        if (delegation is null && (Known is not null || !CanWrite))
            return NotFound();
        if (delegation is not null)
            Input = InputModel.Of(delegation);
        await ReadChoicesAsync(delegation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (!CanWrite)
            return Forbid();
        var delegation = await FindAsync(key);
        if (delegation is null && Known is not null)
            return NotFound();
        await ReadChoicesAsync(delegation);
        if (Input.PostId is null == Input.PersonId is null)
            ModelState.AddModelError("Input.PostId", "Choisissez un poste ou une personne, pas les deux.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (delegation is null)
                db.Add(delegation = Input.PostId is { } post ? Delegation.ToPost(post, Input.What!, Input.From!.Value, Input.Until) : Delegation.ToPerson(Input.PersonId!.Value, Input.What!, Input.From!.Value, Input.Until));
            else
                db.Expect(delegation, Input.Version);
            delegation.GiveTo(Input.PostId, Input.PersonId);
            delegation.Allow(Input.What!, Input.From!.Value, Input.Until);
            delegation.GivenUnder(Input.GivenBy ?? "", Input.Reference ?? "");
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = InputModel.Of(await db.Set<Delegation>().AsNoTracking().SingleAsync(d => d.Id == Known));
            Conflict = await FormConflict.BetweenAsync(this, db, Known!.Value, Input, theirs, (nameof(Input.PostId), Posts), (nameof(Input.PersonId), People));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Délégation enregistrée.";
        return LocalRedirect("/autorisations?registre=delegations");
    }

    private async Task<Delegation?> FindAsync(string key)
    {
        Known = key == "nouvelle" ? null : int.TryParse(key, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return Known is null ? null : await db.Set<Delegation>().Include(d => d.Subject).Include(d => d.Post).Include(d => d.Person).FirstOrDefaultAsync(d => d.Id == Known);
    }

    private async Task ReadChoicesAsync(Delegation? delegation)
    {
        Holder = delegation?.Post?.Title ?? delegation?.Person?.FullName ?? "";
        if (!CanWrite)
            return;
        var postId = delegation?.PostId;
        Posts = await db.Set<Post>().Where(p => (p.EstablishmentId != null && !p.IsServiceLine && p.ClosedOn == null) || p.Id == postId).OrderBy(p => p.Establishment!.Name).ThenBy(p => p.Title)
            .Select(p => new SelectListItem(p.Title + " – " + p.Establishment!.Name, $"{p.Id}")).ToListAsync();
        People = await db.OwnStaffAsync(user, day.Today, delegation?.PersonId is { } person ? [person] : null);
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }

        [Display(Name = "Poste")]
        public int? PostId { get; set; }

        [Display(Name = "Personne")]
        public int? PersonId { get; set; }

        [Display(Name = "Peut signer"), Required, StringLength(500), NoIdentity]
        public string? What { get; set; }

        [Display(Name = "Par délégation de"), StringLength(200), NoIdentity]
        public string? GivenBy { get; set; }

        [Display(Name = "Référence de l’acte"), StringLength(200), NoIdentity]
        public string? Reference { get; set; }

        [Display(Name = "Du"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "Au")]
        public DateOnly? Until { get; set; }

        internal static InputModel Of(Delegation d) => new()
        {
            Version = d.Version,
            PostId = d.PostId,
            PersonId = d.PersonId,
            What = d.What,
            GivenBy = d.GivenBy,
            Reference = d.Reference,
            From = d.From,
            Until = d.Until,
        };
    }
}
