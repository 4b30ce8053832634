using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Answers;

/// <summary>One answer; where it comes from is shown to those who may read the request only.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public SharedAnswer Answer { get; private set; } = null!;
    public string Topic { get; private set; } = "";
    public bool CanWrite { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanRead => CanWrite && Answer.State is AnswerState.ToRead or AnswerState.Withdrawn && Answer.DraftedBy != user.Name;
    public bool SeesHistory => Answer.IsPublished && user.May(ExpertsModule.Answer.History);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(int id, int version)
    {
        var answer = await db.Set<SharedAnswer>().Include(a => a.Subject).Readable(db, user, Today).FirstOrDefaultAsync(a => a.Id == id);
        if (answer is null)
            return NotFound();
        if (!await db.Set<SharedAnswer>().Writable(db, user, Today).AnyAsync(a => a.Id == id))
            return Forbid();
        try
        {
            db.Expect(answer, version);
            answer.Withdraw(Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Cette réponse a changé entre-temps : la voici. Rien n’est retiré ; vérifiez, puis recommencez si besoin.");
            return await AgainAsync(id, StatusCodes.Status409Conflict);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Toast"] = "Réponse retirée : seules les personnes qui lisent la demande la voient encore.";
        return LocalRedirect("/appuis/reponses");
    }

    private async Task<IActionResult> AgainAsync(int id, int status)
    {
        db.ChangeTracker.Clear();
        if (!await ReadAsync(id))
            return NotFound();
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ReadAsync(int id)
    {
        var (answers, writable) = (db.Set<SharedAnswer>().AsNoTracking(), db.Set<SharedAnswer>().Writable(db, user, Today));
        if (await answers.Readable(db, user, Today).Where(a => a.Id == id).Select(a => new { Answer = a, Topic = a.Topic!.Name, CanWrite = writable.Any(w => w.Id == a.Id) }).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } row)
            return false;
        (Answer, Topic, CanWrite) = (row.Answer, row.Topic, row.CanWrite);
        return true;
    }
}
