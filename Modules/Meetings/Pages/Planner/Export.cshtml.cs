using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>The plan of the period as a workbook: a line a partner, a column a month.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PlannerFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync(CancellationToken cancellation)
    {
        var (today, window) = (day.Today, PlannerWindow.Of(Filter.Year, day.Today));
        var reader = new PlannerReader(db, user, obligations, today);
        var partners = (await reader.PartnersAsync(cancellation)).Where(p => Filter.Holds(p, today)).ToList();
        var meetings = await reader.MeetingsAsync(window.From, window.To, null, cancellation);
        var cells = meetings.Where(m => m.IsVisible).SelectMany(m => m.Partners.Select(p => (Key: (p, new DateOnly(m.On.Year, m.On.Month, 1)), m))).ToLookup(x => x.Key, x => x.m);
        var content = new MemoryStream();
        Workbook.Write(content, "Plan des rencontres",
        [
            new Column<PlannerPartner>("Département", p => p.Department, 12),
            new Column<PlannerPartner>("Partenaire", p => p.Name, 45),
            new Column<PlannerPartner>("Nature", p => p.Kind, 24),
            new Column<PlannerPartner>("Niveau attendu", p => Counting.Name(p.Expected), 14),
            new Column<PlannerPartner>("Responsable", p => p.OwnerName ?? $"{p.OwnerTitle} (vacant)", 28),
            new Column<PlannerPartner>("Dernière rencontre", p => p.LastMet, 12),
            new Column<PlannerPartner>("À voir avant", p => p.LastMet is null ? null : p.ObligationOn(today).Due, 12),
            new Column<PlannerPartner>("Sollicité le", p => p.SolicitedOn, 12),
            new Column<PlannerPartner>("État", p => Labels.Of(p.ObligationOn(today).State), 12),
            .. window.Months.Select(month => new Column<PlannerPartner>(French.Month(month), p => string.Join(" ; ", cells[(p.Id, month)].Select(m => $"{m.On.Day} {m.Kind} ({Labels.Of(m.State).ToLowerInvariant()})")), 18)),
        ], partners);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Plan des rencontres", today, "xlsx"));
    }
}
