using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.Experts;

/// <summary>What the search found, as a workbook: by name, since it ranks nobody.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day, NetworkBoard board) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ExpertFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var network = await board.ReadAsync(db, day.Today, HttpContext.RequestAborted);
        var found = ExpertSearch.Search(network, Filter).Found.Select(f => f.Expert).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Id);
        var content = new MemoryStream();
        Workbook.Write(content, "Réseau d’experts",
        [
            new Column<NetworkExpert>("Nom", e => e.Name, 28),
            new Column<NetworkExpert>("Nature", e => e.IsHouse ? "Établissement ressource" : e.IsPartner ? "Partenaire" : "Collègue", 22),
            new Column<NetworkExpert>("Fonction", e => e.Function, 28),
            new Column<NetworkExpert>("Établissement ou partenaire", e => e.House, 30),
            new Column<NetworkExpert>("Commune", e => e.City, 18),
            new Column<NetworkExpert>("Département", e => e.Department, 12),
            new Column<NetworkExpert>("Départements couverts", e => e.Departments.Count == 0 ? "tous" : string.Join(", ", e.Departments), 20),
            new Column<NetworkExpert>("Thèmes confirmés", e => Names(e, ExpertiseState.Confirmed), 40),
            new Column<NetworkExpert>("Thèmes déclarés", e => Names(e, ExpertiseState.Declared), 40),
            new Column<NetworkExpert>("Thèmes à reconfirmer", e => Names(e, ExpertiseState.Faded), 40),
            new Column<NetworkExpert>("Indisponible jusqu’au", e => e.AwayUntil(network.Today) is { } until && until < DateOnly.MaxValue ? until : null, 14),
            new Column<NetworkExpert>("Accueille une visite", e => e.WelcomesVisits ? "oui" : "non", 12),
            new Column<NetworkExpert>("Ce qui est proposé", e => e.About, 60),
        ], found, $"Réseau au {French.Date(network.Today)}{(string.IsNullOrWhiteSpace(Filter.Text) ? "" : $", recherche « {Filter.Text.Trim()} »")}");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Réseau d’experts", network.Today, "xlsx"));

        string Names(NetworkExpert expert, ExpertiseState state) => string.Join(", ", expert.Topics.Where(t => t.StateOn(network.Today) == state).Select(t => network.Topic(t.TopicId)!.Name));
    }
}
