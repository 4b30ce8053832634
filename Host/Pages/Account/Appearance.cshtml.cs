using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Account;

/// <summary>Light, dark or as the device; kept in a cookie, so that it works before sign-in too.</summary>
[Allow(Permission.Read)]
internal sealed class AppearanceModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string theme)
    {
        if (theme is "light" or "dark" or "auto")
            Response.Cookies.Append("theme", theme, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
        var back = Request.GetTypedHeaders().Referer?.PathAndQuery;
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
