using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Reminders.Pages.Letters;

/// <summary>Says what was noted, once the link is used up.</summary>
[AllowAnonymous]
internal sealed class ThanksModel : PageModel
{
}
