using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages;

[Allow(Permission.Read)]
internal sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
