using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Actions;

/// <summary>The actions shown, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ActionFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var today = day.Today;
        var rows = await Filter.Apply(db.Actions(user, today).AsNoTracking(), db.Set<Meeting>(), user.PersonId, today).Rows(db, user, today).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Actions des rencontres",
        [
            new Column<ActionRow>("Action", r => r.Text, 60),
            new Column<ActionRow>("Rencontre", r => r.Meeting, 40),
            new Column<ActionRow>("Date de la rencontre", r => r.MeetingOn, 12),
            new Column<ActionRow>("Partenaires", r => string.Join(", ", r.Partners), 40),
            new Column<ActionRow>("Côté", r => r.IsOurs ? "nous" : "partenaire", 12),
            new Column<ActionRow>("Poste", r => r.Post, 32),
            new Column<ActionRow>("Titulaire", r => string.Join(", ", r.Holders), 28),
            new Column<ActionRow>("Échéance", r => r.DueOn, 12),
            new Column<ActionRow>("État", r => Labels.Of(r.StateOn(today)), 12),
            new Column<ActionRow>("Faite le", r => r.DoneOn, 12),
            new Column<ActionRow>("Commentaire", r => r.Comment, 40),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Actions des rencontres", today, "xlsx"));
    }
}
