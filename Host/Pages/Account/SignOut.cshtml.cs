using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Account;

/// <summary>Signs out; on a shared PC the next person signs in at once.</summary>
[Allow(Permission.Read)]
internal sealed class SignOutModel(SignInManager<Intranet.Shared.Account> signIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? suite)
    {
        await signIn.SignOutAsync();
        return LocalRedirect(suite == "changer" ? "/connexion?suite=changer" : "/connexion");
    }
}
