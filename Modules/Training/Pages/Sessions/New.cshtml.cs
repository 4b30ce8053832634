using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>The form of a session and what it offers.</summary>
internal interface ISessionForm
{
    SessionInput Input { get; }
    SessionChoices Choices { get; }
    string Address { get; }
    bool IsNew { get; }
}

/// <summary>Plans a session of a course: the course first, then days and seats.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, ISessionForm
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "formation")]
    public int? CourseId { get; set; }

    /// <summary>Null while the course is to be chosen.</summary>
    public Course? Course { get; private set; }
    public IReadOnlyList<SelectListItem> Courses { get; private set; } = [];
    public SessionChoices Choices { get; private set; } = null!;
    public string Address => $"/formations/sessions/nouvelle?formation={CourseId}";
    public bool IsNew => true;

    /// <param name="le">The first day, and <paramref name="etablissement"/> the host, when another page proposes them.</param>
    public async Task<IActionResult> OnGetAsync(DateOnly? le, int? etablissement)
    {
        if (CourseId is null)
        {
            Courses = await db.Set<Course>().Where(c => c.RetiredOn == null).OrderBy(c => c.Title).Select(c => new SelectListItem(c.Title, $"{c.Id}")).ToListAsync(HttpContext.RequestAborted);
            return Page();
        }
        if (!await FindAsync())
            return NotFound();
        Input = SessionInput.For(Course!, le, etablissement);
        await ReadAsync(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? lignes, string? cherche)
    {
        if (CourseId is null || !await FindAsync())
            return NotFound();
        await ReadAsync(cherche);
        if (this.Rearrange(Input, lignes))
            return Page();
        Input.FillDays();
        Input.Lines.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var session = new TrainingSession(Course!.Id, Input.Title!, Math.Max(1, Input.Capacity ?? 0), 1);
            Input.Apply(session, Choices);
            if (session.From < day.Today)
                throw new BrokenRuleException("Une session se programme au plus tôt aujourd’hui. Une formation déjà suivie s’ajoute avec son attestation.", nameof(Input.Lines));
            db.Add(session);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Session programmée.";
            return LocalRedirect($"/formations/sessions/{session.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> FindAsync()
    {
        Course = await db.Set<Course>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == CourseId && c.RetiredOn == null, HttpContext.RequestAborted);
        return Course is not null;
    }

    private async Task ReadAsync(string? text) => Choices = await SessionChoices.ReadAsync(db, user, Input, text, day.Today, HttpContext.RequestAborted);
}

internal static class SessionForms
{
    /// <summary>Does what a button of the lines asks; false when it was the form's own.</summary>
    public static bool Rearrange(this PageModel page, SessionInput input, string? asked)
    {
        var count = input.Lines.Count;
        // The search among partners, without JavaScript: the form again, with those found.
        if (asked == "chercher")
        {
            page.ModelState.Clear();
            return true;
        }
        if (!input.Lines.Rearrange(asked, page.ModelState))
            return false;
        if (input.Lines.Count > count)
            input.FillLast();
        return true;
    }
}
