using System.ComponentModel.DataAnnotations;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Intranet.Host.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(Security.SignInLimit)]
internal sealed class SignInModel(SignInManager<Intranet.Shared.Account> signIn, UserManager<Intranet.Shared.Account> accounts, SharedDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    /// <summary>Who may be changing places with whom, on a shared PC.</summary>
    public IReadOnlyList<DeskPerson> People { get; private set; } = [];

    public IActionResult OnGet(string? identifiant)
    {
        if (HttpContext.CurrentUser() is not null)
            return LocalRedirect("/");
        People = desk.People(Request);
        Input.Shared = People.Count > 0;
        Input.UserName = People.Any(p => p.UserName == identifiant) ? identifiant! : "";
        return Page();
    }

    /// <summary>Forgets the names kept on this PC.</summary>
    public IActionResult OnPostForget()
    {
        SharedDesk.Forget(HttpContext);
        return LocalRedirect("/connexion");
    }

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
        var properties = new AuthenticationProperties();
        if (Input.Shared)
        {
            properties.ExpiresUtc = clock.GetUtcNow() + SharedDesk.Session;
            desk.Remember(HttpContext, new DeskPerson(account.DisplayName, account.UserName!));
        }
        await signIn.SignInAsync(account, properties);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private PageResult Invalid(string? problem)
    {
        Problem = problem;
        People = desk.People(Request);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    internal sealed class InputModel
    {
        [Display(Name = "Courriel ou identifiant"), Required, StringLength(256)]
        public string UserName { get; set; } = "";

        [Display(Name = "Mot de passe"), Required, StringLength(200)]
        public string Password { get; set; } = "";

        [Display(Name = "Ordinateur partagé")]
        public bool Shared { get; set; }
    }
}
