using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>The register in view, with its filter, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? registre, string? nature, int? etablissement, string? etat, DateOnly? le, string? tri) => registre switch
    {
        IndexModel.Delegations => Book("Délégations", await db.DelegationRows(le, day.Today).ToListAsync(),
        [
            new("Peut signer", r => r.What, 45),
            new("Délégataire", r => r.Holder, 40),
            new("Par délégation de", r => r.GivenBy, 30),
            new("Référence", r => r.Reference),
            new("Du", r => r.From, 14),
            new("Au", r => r.Until, 14),
        ]),
        IndexModel.Accesses => Book("Accès en détention", await db.AccessRows(user, etablissement, etat, day.Today).ToListAsync(),
        [
            new("Personne", r => r.Person, 30),
            new("Établissement", r => r.Establishment, 34),
            new("Établissement pénitentiaire", r => r.Partner, 34),
            new("Délivrée par", r => r.IssuedBy, 30),
            new("Délivrée le", r => r.From, 14),
            new("Jusqu’au", r => r.Until, 14),
        ]),
        _ => Book("Autorisations", await new AuthorisationFilter(nature, etablissement, etat, tri).Apply(db, user, day.Today).Rows(db, day.Today).ToListAsync(),
        [
            new("Nature", r => r.Label, 40),
            new("Établissement", r => r.Establishment, 34),
            new("Autorité", r => r.Authority, 34),
            new("Référence", r => r.Reference),
            new("Du", r => r.From, 14),
            new("Au", r => r.Until, 14),
            new("À demander le", r => r.AskOn, 14),
            new("Demandé le", r => r.AskedOn, 14),
            new("État", r => Labels.Of(r.StateOn(day.Today)), 14),
            new("Personnel désigné", r => r.Listed, 14),
            new("Départs à déclarer", r => r.Gone, 14),
        ]),
    };

    private FileContentResult Book<T>(string title, IReadOnlyList<T> rows, IReadOnlyList<Column<T>> columns)
    {
        using var content = new MemoryStream();
        Workbook.Write(content, title, columns, rows);
        return File(content.ToArray(), TableWriter.XlsxType, TableWriter.FileName(title, day.Today, "xlsx"));
    }
}
