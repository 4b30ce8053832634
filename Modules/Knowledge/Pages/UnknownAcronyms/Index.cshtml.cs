using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.UnknownAcronyms;

/// <summary>Words in capitals met in pages, minutes and conventions that nobody explains, the most used first; defined or set aside in one click.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, SubjectKinds kinds, GlossaryWords words, Knowledge.UnknownAcronyms search) : PageModel
{
    /// <summary>The list of what was set aside.</summary>
    [BindProperty(SupportsGet = true, Name = "ecartes")]
    public bool SetAside { get; set; }

    public IReadOnlyList<UnknownRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var known = (await words.CurrentAsync(db, HttpContext.RequestAborted)).Known;
        var aside = SetAside;
        var found = (await db.Set<UnknownAcronym>().AsNoTracking().Where(u => (u.IgnoredOn != null) == aside).OrderByDescending(u => u.Uses).ThenBy(u => u.Acronym).ToListAsync(HttpContext.RequestAborted)).FindAll(u => aside || !known.Contains(Folding.Fold(u.Acronym)));
        var places = found.ToDictionary(u => u.Id, u => CodeList.Split(u.Places).Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList());
        var ids = places.Values.SelectMany(p => p).Distinct().ToList();
        var visible = (await db.Subjects.AsNoTracking().InScope(db, user).Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Kind, s.Title }).ToListAsync(HttpContext.RequestAborted))
            .ToDictionary(s => s.Id, s => (s.Title, kinds.AddressOf(s.Kind, s.Id), kinds[s.Kind].Icon));
        // A word met only where the reader may not go tells of what is written there.
        Rows = [.. found.Select(u => new UnknownRow(u, [.. places[u.Id].Where(visible.ContainsKey).Select(p => visible[p])])).Where(r => r.Places.Count > 0 || user.SeesAll)];
    }

    public async Task<IActionResult> OnPostSearchAsync()
    {
        var added = await search.SearchAsync(db, HttpContext.RequestAborted);
        TempData["Toast"] = added == 0 ? "Aucun nouveau sigle." : $"{French.Count(added, "nouveau sigle trouvé", "nouveaux sigles trouvés")}.";
        return LocalRedirect("/glossaire/sigles-inconnus");
    }

    public async Task<IActionResult> OnPostIgnoreAsync(int id)
    {
        if (await FindAsync(id) is not { } found)
            return NotFound();
        found.Ignore(user.Name, day.Today);
        await db.SaveChangesAsync();
        (TempData["Toast"], TempData["ToastUndo"]) = ($"« {found.Acronym} » est écarté.", $"/glossaire/sigles-inconnus?handler=TakeBack&id={id}");
        return LocalRedirect("/glossaire/sigles-inconnus");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int id)
    {
        if (await FindAsync(id) is not { } found)
            return NotFound();
        found.TakeBack();
        await db.SaveChangesAsync();
        TempData["Toast"] = $"« {found.Acronym} » est de nouveau à définir.";
        return LocalRedirect("/glossaire/sigles-inconnus");
    }

    private Task<UnknownAcronym?> FindAsync(int id) => db.Set<UnknownAcronym>().FirstOrDefaultAsync(u => u.Id == id, HttpContext.RequestAborted);
}

/// <param name="Places">In the reader's scope.</param>
internal sealed record UnknownRow(UnknownAcronym Of, IReadOnlyList<(string Title, string Address, string Icon)> Places);
