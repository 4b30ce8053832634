using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>Who changed what on somebody's records, cancelled ones included: their subjects are out of the common history's sight.</summary>
[Allow(Permission.Read)]
internal sealed class PersonHistoryModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int Size = 50;

    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public Paged<HistoryLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        var (readable, own) = (db.ReadablePeople(user, day.Today), user.PersonId == id);
        var name = await db.Set<Contacts.Person>().Where(x => x.Id == id && x.MergedIntoId == null && (own || readable.Any(r => r == x.Id))).Select(x => x.FirstName + " " + x.LastName).FirstOrDefaultAsync();
        if (name is null)
            return NotFound();
        (PersonId, Name) = (id, name.Trim());
        Lines = await RecordHistory.ReadAsync(db, db.Set<TrainingRecord>().Where(r => r.PersonId == id), p, Size, user.May(Permission.ManageTraining), HttpContext.RequestAborted);
        return Page();
    }
}
