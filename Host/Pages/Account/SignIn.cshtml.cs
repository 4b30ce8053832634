using System.ComponentModel.DataAnnotations;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Intranet.Host.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(Security.SignInLimit)]
internal sealed class SignInModel(SignInManager<Intranet.Shared.Account> signIn, UserManager<Intranet.Shared.Account> accounts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => HttpContext.CurrentUser() is null ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Invalid(null);
        var name = Input.UserName.Trim();
        var account = await accounts.FindByNameAsync(name) ?? (name.Contains('@', StringComparison.Ordinal) ? await accounts.FindByEmailAsync(name) : null);
        if (account is null)
        {
            // Same work and same words as for a wrong password, so that nobody learns which accounts exist.
            accounts.PasswordHasher.HashPassword(new Intranet.Shared.Account(), Input.Password);
            return Invalid("Identifiant ou mot de passe incorrect.");
        }
        var result = await signIn.CheckPasswordSignInAsync(account, Input.Password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return Invalid("Trop d’essais : ce compte est bloqué pendant 10 minutes.");
        if (!result.Succeeded)
            return Invalid("Identifiant ou mot de passe incorrect.");
        if (account.DisabledAt is not null)
            return Invalid("Ce compte est désactivé. Adressez-vous à votre administratrice ou administrateur.");
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private PageResult Invalid(string? problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    internal sealed class InputModel
    {
        [Display(Name = "Courriel ou identifiant"), Required, StringLength(256)]
        public string UserName { get; set; } = "";

        [Display(Name = "Mot de passe"), Required, StringLength(200)]
        public string Password { get; set; } = "";
    }
}
