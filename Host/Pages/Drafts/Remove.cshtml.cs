using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Drafts;

/// <summary>Answers the button « Supprimer le brouillon »: the draft itself goes with every accepted form (<see cref="DraftFilter"/>), of which this is one.</summary>
[Allow(Permission.Read)]
internal sealed class RemoveModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost()
    {
        TempData["Toast"] = "Brouillon supprimé.";
        var back = Request.GetTypedHeaders().Referer?.AbsolutePath;
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
