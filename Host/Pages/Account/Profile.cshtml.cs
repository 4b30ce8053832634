using System.ComponentModel.DataAnnotations;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Account;

/// <summary>One's own account: what it allows, password, sessions, comfort.</summary>
[Allow(Permission.Read)]
[EnableRateLimiting(Security.SignInLimit)]
internal sealed class ProfileModel(IntranetDb db, CurrentUser user, UserManager<Intranet.Shared.Account> users, SignInManager<Intranet.Shared.Account> signIn, CurrentUsers known) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Intranet.Shared.Account Account { get; private set; } = null!;
    public IReadOnlyList<string> Places { get; private set; } = [];
    public string Theme { get; private set; } = "auto";

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Changes the password; the sessions open elsewhere are closed, this one goes on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (ModelState.IsValid)
        {
            if (await users.IsLockedOutAsync(Account))
                ModelState.AddModelError("Input.Current", "Trop d’essais : ce compte est bloqué pendant 10 minutes.");
            else
                await ChangeAsync();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        known.Forget(user.Id);
        await signIn.RefreshSignInAsync(Account);
        TempData["Toast"] = "Mot de passe changé. Les autres sessions sont fermées.";
        return LocalRedirect("/compte");
    }

    /// <summary>Closes every session of this account, here and elsewhere.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await LoadAsync();
        await users.UpdateSecurityStampAsync(Account);
        known.Forget(user.Id);
        await signIn.SignOutAsync();
        TempData["Notice"] = "Vous êtes déconnecté partout.";
        return LocalRedirect("/connexion");
    }

    public async Task<IActionResult> OnPostKeysAsync(bool off)
    {
        await LoadAsync();
        Account.KeysOff = off;
        await db.SaveChangesAsync();
        known.Forget(user.Id);
        TempData["Toast"] = off ? "Les touches seules sont désactivées." : "Les touches seules sont actives.";
        return LocalRedirect("/compte");
    }

    private async Task ChangeAsync()
    {
        var result = await users.ChangePasswordAsync(Account, Input.Current, Input.Password);
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current" : "Input.Password", error.Description);
        // A session left open must not serve to guess the password.
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            await users.AccessFailedAsync(Account);
    }

    private async Task LoadAsync()
    {
        Account = await db.Users.SingleAsync(a => a.Id == user.Id);
        Places = await db.AccountScopes.Where(s => s.AccountId == user.Id).OrderBy(s => s.Subject.Title).Select(s => s.Subject.Title).ToListAsync();
        Theme = Request.Cookies["theme"] is "light" or "dark" ? Request.Cookies["theme"]! : "auto";
    }

    internal sealed class InputModel
    {
        [Display(Name = "Mot de passe actuel"), Required, StringLength(200)]
        public string Current { get; set; } = "";

        [Display(Name = "Nouveau mot de passe"), Required, StringLength(200)]
        public string Password { get; set; } = "";

        [Display(Name = "Le même, une seconde fois"), Required, StringLength(200), Compare(nameof(Password))]
        public string Again { get; set; } = "";
    }
}
