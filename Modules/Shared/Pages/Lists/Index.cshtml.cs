using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Shared.Pages.Lists;

/// <summary>The lists of choices that the modules offer to administrators.</summary>
[Allow(Permission.Administer)]
internal sealed class IndexModel(IEnumerable<IModule> modules) : PageModel
{
    public IReadOnlyList<ReferenceList> Lists { get; } = [.. modules.SelectMany(m => m.Lists)];
}
