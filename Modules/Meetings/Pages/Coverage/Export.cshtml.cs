using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Coverage;

/// <summary>The followed partners of the filter, with their state of the day, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        var whole = await CoverageBook.ReadAsync(db, today, cancellation);
        var rows = whole.Keep(Filter);
        var facts = await WaitingFacts.ReadAsync(db, user, [.. whole.Waiting(rows).Select(w => w.Id)], today, cancellation);
        var content = new MemoryStream();
        Workbook.Write(content, "Couverture",
        [
            new Column<CoveredPartner>("Partenaire", r => r.Name, 45),
            new Column<CoveredPartner>("Nature", r => r.Kind, 28),
            new Column<CoveredPartner>("Départements", r => string.Join(", ", r.DepartmentCodes), 16),
            new Column<CoveredPartner>("Responsable de la relation", r => r.Owner, 40),
            new Column<CoveredPartner>("Établissement", r => r.House, 28),
            new Column<CoveredPartner>("État", r => r.On(today) is { } o ? Labels.Of(o.State) : null, 14),
            new Column<CoveredPartner>("Dernière rencontre qui compte", r => r.LastMet, 14),
            new Column<CoveredPartner>("À rencontrer avant le", r => r.On(today) is { State: not ObligationState.NeverSeen } o ? o.Due : null, 14),
            new Column<CoveredPartner>("Planifiée le", r => facts.GetValueOrDefault(r.Id)?.PlannedOn, 14),
            new Column<CoveredPartner>("Sollicitation", r => r.Solicited is { } s ? Solicitations.Words(s.On, s.IsRefused) : null, 36),
            new Column<CoveredPartner>("Rencontre qui ne compte pas", r => facts.GetValueOrDefault(r.Id)?.MeetingOn, 14),
            new Column<CoveredPartner>("Pourquoi", r => facts.GetValueOrDefault(r.Id)?.Reason, 60),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Couverture", today, "xlsx"));
    }
}
