using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>Who has met whom, for the first people of the filter, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class CrossingsExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    /// <summary>Beyond this a filter says more than a sheet.</summary>
    private const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var crossing = await Crossing.ReadAsync(db, user, Filter, day.Today, 1, Most, HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Croisements",
        [
            new Column<TheirPerson>("Personne", r => r.Name, 28),
            new Column<TheirPerson>("Poste", r => r.Post, 36),
            new Column<TheirPerson>("Partenaire", r => r.Partner, 40),
            .. crossing.Ours.Select(o => new Column<TheirPerson>($"{o.Name}, {o.Title}", r => crossing.Met(o.PersonId, r.PersonId) is { } met ? met : "jamais", 18)),
        ], crossing.Theirs.Rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Croisements", day.Today, "xlsx"));
    }
}
