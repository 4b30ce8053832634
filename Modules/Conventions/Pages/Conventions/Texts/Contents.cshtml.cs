using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>What the convention says, part by part, each with what it is for while it is empty.</summary>
[Allow(Permission.Read)]
internal sealed class ContentsModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public ConventionHead Head { get; private set; } = null!;
    public ConventionText Text { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Bases { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionText.ReadAsync(db, user, id, HttpContext.RequestAborted) is not { } text)
            return NotFound();
        (Text, Head) = (text, new ConventionHead(ConventionFacts.Of(text.Convention), day.Today) { Tab = "/contenu" });
        Bases = await choices.SharingBasesAsync(db);
        return Page();
    }

    /// <summary>Where to write a part; null for those who may not.</summary>
    public string? Write(string path) => CanWrite ? $"{Head.Address}/{path}" : null;

    /// <summary>Where to write the frame: of a signed convention, for the direction only, which rectifies it.</summary>
    public string? WriteFrame => Text.Convention.IsFrozen && !user.May(Permission.DecideConventions) ? null : Write("partage");

    /// <summary>The story of how it came about is expected of experimental schemes: theirs comes first.</summary>
    public bool IsExperiment => Text.Convention.Kind.Code == "experiment";
}
