using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>The list of pages, as the filter leaves it, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PageFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var rows = await Filter.Apply(db.Set<KnowledgePage>().AsNoTracking().Visible(db, user, day.Today)).OrderBy(p => p.Section!.Order).ThenBy(p => p.SectionId).ThenBy(p => p.Order).ThenBy(p => p.Title)
            .Select(p => new
            {
                p.Id,
                Section = p.Section!.Name,
                p.Title,
                p.Kind,
                p.Tags,
                p.Summary,
                Keeper = p.OwnerPost != null ? p.OwnerPost.Title : p.Owner != null ? p.Owner.FirstName + " " + p.Owner.LastName : "",
                p.PublishedOn,
                p.ReviewedOn,
                p.ReviewMonths,
            }).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Connaissances",
        [
            new("Rubrique", r => r.Section, 28),
            new("Titre", r => r.Title, 50),
            new("Nature", r => Labels.Of(r.Kind), 20),
            new("Mots-clés", r => CodeList.Text(r.Tags), 30),
            new("Chapeau", r => r.Summary, 60),
            new("Tenue par", r => r.Keeper, 28),
            new("Publiée le", r => r.PublishedOn, 12),
            new("Relue le", r => r.ReviewedOn, 12),
            new("À relire le", r => r.ReviewMonths is { } months && r.ReviewedOn is { } on ? on.AddMonths(months) : null, 12),
            new("Adresse", r => $"/connaissances/{r.Id}", 22),
        ], rows, $"Pages au {French.Date(day.Today)}");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Connaissances", day.Today, "xlsx"));
    }
}
