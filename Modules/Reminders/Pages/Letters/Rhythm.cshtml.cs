using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Letters;

/// <summary>How often the reader is written to.</summary>
[Allow(Permission.Read)]
internal sealed class RhythmModel(IntranetDb db, CurrentUser user) : PageModel
{
    public static IReadOnlyList<(LetterRhythm Rhythm, string Label, string Hint)> Choices { get; } =
    [
        (LetterRhythm.Weekly, Labels.Of(LetterRhythm.Weekly), "Tout ce qui est à faire, en retard ou sans personne. Si le lundi est férié, le premier jour ouvré. L’urgent n’attend pas."),
        (LetterRhythm.Daily, Labels.Of(LetterRhythm.Daily), "Ce qui est nouveau depuis la lettre précédente."),
        (LetterRhythm.UrgentOnly, Labels.Of(LetterRhythm.UrgentOnly), "Ce qui arrive à échéance dans les sept jours, ou qui est passé."),
    ];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool HasPerson => user.PersonId is not null;
    public string? Email { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (user.PersonId is { } person)
            Input.Rhythm = await db.Set<LetterPreference>().Where(p => p.PersonId == person).Select(p => p.Rhythm).FirstOrDefaultAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!HasPerson || !Enum.IsDefined(Input.Rhythm))
            ModelState.AddModelError("", "Choisissez l’un des trois rythmes.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var person = user.PersonId!.Value;
        if (await db.Set<LetterPreference>().FirstOrDefaultAsync(p => p.PersonId == person) is { } known)
            known.Choose(Input.Rhythm);
        else
            db.Add(new LetterPreference(person, Input.Rhythm));
        await db.SaveChangesAsync();
        TempData["Toast"] = "Rythme enregistré.";
        return LocalRedirect("/compte/rappels");
    }

    private async Task ReadAsync()
    {
        if (user.PersonId is { } person)
            Email = (await LetterLines.WhoAsync(db, person, HttpContext.RequestAborted))?.Email;
    }

    internal sealed class InputModel
    {
        public LetterRhythm Rhythm { get; set; }
    }
}
