using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration.Accounts;

/// <summary>One account: its facts, its door, its switch.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, Hosting.Accounts accounts, BusinessDay day) : PageModel, IAccountForm
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    /// <summary>Identity's concurrency stamp when the form was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public Intranet.Shared.Account Account { get; private set; } = null!;
    public bool IsSelf => Account.Id == user.Id;
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = AccountInput.Of(Account);
        Stamp = Account.ConcurrencyStamp;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (ModelState.IsValid)
            await this.CheckAsync(db, Input, id);
        if (IsSelf && !Input.Administration)
            ModelState.AddModelError("Input.Administration", "Vous ne pouvez pas retirer votre propre rôle d’administration : demandez-le à une autre administratrice ou un autre administrateur.");
        if (Stamp != Account.ConcurrencyStamp)
        {
            ModelState.AddModelError("", $"Ce compte a changé pendant votre saisie. Il vaut maintenant : {Account.DisplayName}, {AccountWords.Of(Account.Roles)}, {(Account.SeesAll ? "toute l’association" : French.Count(Account.Scopes.Count, "lieu", "lieux"))}. Enregistrez de nouveau pour garder votre saisie.");
            ModelState.Remove(nameof(Stamp));
            Stamp = Account.ConcurrencyStamp;
            await LoadAsync();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        if (ModelState.IsValid)
        {
            foreach (var sentence in await accounts.SaveAsync(Account, Input.Facts()))
                ModelState.AddModelError("", sentence);
        }
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return this.Invalid();
        }
        TempData["Toast"] = "Compte enregistré. Le changement vaut dans les cinq secondes.";
        return LocalRedirect($"/administration/comptes/{id}");
    }

    public async Task<IActionResult> OnPostLinkAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Account.DisabledAt is not null)
        {
            TempData["Toast"] = "Ce compte est désactivé : réactivez-le d’abord.";
            return LocalRedirect($"/administration/comptes/{id}");
        }
        var (address, life, mailed) = await accounts.OpenDoorAsync(Account, $"{Request.Scheme}://{Request.Host}");
        this.ShowDoor(address, life, mailed);
        return LocalRedirect($"/administration/comptes/{id}");
    }

    public async Task<IActionResult> OnPostSwitchAsync(int id, bool disabled)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (IsSelf)
        {
            TempData["Toast"] = "Vous ne pouvez pas désactiver votre propre compte.";
            return LocalRedirect($"/administration/comptes/{id}");
        }
        await accounts.SetDisabledAsync(Account, disabled);
        TempData["Toast"] = disabled ? "Compte désactivé. Ses sessions se ferment dans les cinq secondes." : "Compte réactivé.";
        return LocalRedirect($"/administration/comptes/{id}");
    }

    private async Task<bool> FindAsync(int id) => (Account = (await db.Users.Include(a => a.Scopes).FirstOrDefaultAsync(a => a.Id == id))!) is not null;

    private async Task LoadAsync() => (Places, People) = (await AccountInput.PlacesAsync(db), await AccountInput.PeopleAsync(db, Account.Id, day.Today));
}
