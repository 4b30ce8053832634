using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>Three registers on one page: authorisations, delegations of signature, accesses to prisons.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public const string Delegations = "delegations", Accesses = "acces";

    public DateOnly Today => day.Today;
    public string Register { get; private set; } = "";
    public AuthorisationFilter Filter { get; private set; } = null!;
    public DateOnly? ValidOn { get; private set; }
    public Paged<AuthorisationRow>? AuthorisationRows { get; private set; }
    public Paged<DelegationRow>? DelegationRows { get; private set; }
    public Paged<AccessRow>? AccessRows { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? registre, string? nature, int? etablissement, string? etat, DateOnly? le, string? tri, int p = 1)
    {
        Register = registre ?? "";
        Filter = new AuthorisationFilter(nature, etablissement, etat, tri);
        ValidOn = le;
        var cancellation = HttpContext.RequestAborted;
        if (Register == Delegations)
            DelegationRows = await db.DelegationRows(le, Today).PageAsync(p, cancellation: cancellation);
        else if (Register == Accesses)
            AccessRows = await db.AccessRows(user, etablissement, etat, Today).PageAsync(p, cancellation: cancellation);
        else
            AuthorisationRows = await Filter.Apply(db, user, Today).Rows(db, Today).PageAsync(p, cancellation: cancellation);
        if (Request.WantsFragment() || Register == Delegations)
            return;
        Establishments = await choices.ItemsAsync($"own-establishments-{user.Id}", $"{etablissement}", () => db.Set<Establishment>().OwnedBy(db, user).OrderBy(e => e.Name).Select(e => new SelectListItem(e.Kind + " " + e.Name, $"{e.Id}")).ToListAsync());
        if (Register.Length == 0)
            Kinds = [.. (await choices.GetAsync("authorisation-kinds", () => db.ChoicesAsync([ContactsLists.Authorisations.Code])))[ContactsLists.Authorisations.Code]];
    }
}
