using System.ComponentModel.DataAnnotations;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Intranet.Host.Pages.Account;

/// <summary>Chooses a password with a single-use link. Opening the page changes nothing; sending the form consumes the link.</summary>
[AllowAnonymous]
[EnableRateLimiting(Security.SignInLimit)]
internal sealed class PasswordModel(SingleUseLinks links, Accounts accounts, UserManager<Intranet.Shared.Account> users, CurrentUsers known, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "lien")]
    public string? Secret { get; set; }

    /// <summary>Whose password it is; null when the link is no longer good.</summary>
    public Intranet.Shared.Account? Account { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } link || Account is null)
            return Refused();
        if (ModelState.IsValid)
        {
            foreach (var error in await ProblemsAsync(Account))
                ModelState.AddModelError("Input.Password", error);
        }
        if (!ModelState.IsValid)
            return Refused();
        link.Use(clock.GetUtcNow().UtcDateTime);
        Account.PasswordHash = users.PasswordHasher.HashPassword(Account, Input.Password);
        (Account.LockoutEnd, Account.AccessFailedCount) = (null, 0);
        Account.EmailConfirmed = Account.Email is not null;
        // A new stamp closes the sessions open elsewhere; link, password and stamp are saved together, or not at all
        // when somebody has just used the same link.
        if (!(await users.UpdateSecurityStampAsync(Account)).Succeeded)
        {
            Account = null;
            return Refused();
        }
        known.Forget(Account.Id);
        TempData["Notice"] = "Votre mot de passe est enregistré. Connectez-vous.";
        return LocalRedirect("/connexion");
    }

    private async Task<SingleUseLink?> FindAsync()
    {
        var link = await links.FindAsync(Secret, Accounts.PasswordPurposes, HttpContext.RequestAborted);
        Account = link is null ? null : await accounts.OfAsync(link);
        if (Account?.DisabledAt is not null)
            Account = null;
        IsFirst = link?.Purpose == Accounts.Invitation;
        return link;
    }

    private async Task<IEnumerable<string>> ProblemsAsync(Intranet.Shared.Account account)
    {
        var errors = new List<string>();
        foreach (var validator in users.PasswordValidators)
            errors.AddRange((await validator.ValidateAsync(users, account, Input.Password)).Errors.Select(e => e.Description));
        return errors;
    }

    private PageResult Refused()
    {
        Response.StatusCode = Account is null ? StatusCodes.Status410Gone : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    internal sealed class InputModel
    {
        [Display(Name = "Mot de passe"), Required, StringLength(200)]
        public string Password { get; set; } = "";

        [Display(Name = "Le même, une seconde fois"), Required, StringLength(200), Compare(nameof(Password))]
        public string Again { get; set; } = "";
    }
}
