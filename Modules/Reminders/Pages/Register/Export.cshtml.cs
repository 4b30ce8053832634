using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Register;

/// <summary>The current filter of the register as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IReminderSource> sources) : PageModel
{
    private const int Most = 50_000;

    public async Task<FileResult> OnGetAsync([FromQuery] RegisterFilter filter)
    {
        var labels = sources.ToDictionary(s => s.Rule.Code, s => s.Rule.Label);
        var rows = await filter.Apply(db.Told(user)).Rows(db).Take(Most).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Registre des rappels",
        [
            new Column<RegisterRow>("Adressé le", r => r.On),
            new Column<RegisterRow>("Règle", r => labels.GetValueOrDefault(r.Rule, r.Rule), 30),
            new Column<RegisterRow>("Sujet", r => r.Subject, 45),
            new Column<RegisterRow>("À faire", r => r.Action, 30),
            new Column<RegisterRow>("Échéance", r => r.Due),
            new Column<RegisterRow>("Étape", r => RuleWords.Step(r.Step), 16),
            new Column<RegisterRow>("Adressé à", r => r.Recipient, 26),
            new Column<RegisterRow>("En copie", r => r.IsCopy ? "oui" : ""),
            new Column<RegisterRow>("Pourquoi", r => r.Reason, 45),
            new Column<RegisterRow>("Lettre", r => r.Letter, 24),
            new Column<RegisterRow>("Réponse", r => r.Said, 45),
            new Column<RegisterRow>("Où cela en est", r => r.State, 32),
            new Column<RegisterRow>("Ce qui en est su", r => r.Why, 45),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Registre des rappels", day.Today, "xlsx"));
    }
}
