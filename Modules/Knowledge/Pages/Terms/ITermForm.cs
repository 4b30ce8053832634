using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>What the forms of a new and of a known term share.</summary>
internal interface ITermForm
{
    TermInput Input { get; }

    /// <summary>Words that may take its place.</summary>
    IReadOnlyList<SelectListItem> Others { get; }
}

internal static class TermSaving
{
    /// <summary>Saves the term; what was found as an unknown acronym is known from now on.</summary>
    public static async Task SaveAsync(this GlossaryTerm term, IntranetDb db, GlossaryWords words)
    {
        var acronyms = CodeList.Split(term.Acronyms).ToList();
        if (acronyms.Count > 0)
            db.RemoveRange(await db.Set<UnknownAcronym>().Where(u => acronyms.Contains(u.Acronym)).ToListAsync());
        await db.SaveChangesAsync();
        words.Forget();
    }
}
