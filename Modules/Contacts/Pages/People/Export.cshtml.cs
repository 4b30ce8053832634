using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? q, string? cote, string? org, bool verifier, string? tri)
    {
        var rows = await new PersonFilter(q, cote, org, verifier, tri).Apply(db, day.Today).Rows(day.Today).ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Personnes",
        [
            new Column<PersonRow>("Nom", r => r.LastName, 24),
            new Column<PersonRow>("Prénom", r => r.FirstName),
            new Column<PersonRow>("Fonction", r => string.Join(" ; ", r.Places.Select(p => p.Function)), 40),
            new Column<PersonRow>("Organisation", r => string.Join(" ; ", r.Places.Select(p => p.Place).Distinct(StringComparer.Ordinal)), 40),
            new Column<PersonRow>("Téléphone", r => r.Phone),
            new Column<PersonRow>("Courriel", r => r.Email, 32),
            new Column<PersonRow>("Coordonnées vérifiées le", r => r.VerifiedOn),
            new Column<PersonRow>("Départ le", r => r.DepartedOn),
        ], rows, "Coordonnées professionnelles, pour un usage interne.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Personnes", day.Today, "xlsx"));
    }
}
