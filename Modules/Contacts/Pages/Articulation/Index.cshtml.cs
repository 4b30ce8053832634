using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Articulation;

/// <summary>The map: our establishments by the partners followed, the latest level of each link; no averages, no ranking.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user) : PageModel
{
    /// <summary>Columns that a wide screen shows without scrolling.</summary>
    private const int WideMap = 20;

    public string? Department { get; private set; }
    public string? Kind { get; private set; }

    /// <summary>The establishment whose partners a phone lists: a map of thirty columns doesn't fit there.</summary>
    public Row? Chosen { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<string> Departments { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Partners by the first of their départements.</summary>
    public IReadOnlyList<IGrouping<string, Column>> Groups { get; private set; } = [];
    public IReadOnlyDictionary<(int Establishment, int Partner), Cell> Cells { get; private set; } = new Dictionary<(int, int), Cell>();
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? dep, string? nature, int? etablissement)
    {
        Kind = nature;
        var own = db.Subjects.OwnedBy(db, user);
        Rows = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null && own.Any(s => s.Id == e.Id))
            .OrderBy(e => e.Department).ThenBy(e => e.Name)
            .Select(e => new Row { Id = e.Id, Kind = e.Kind, Name = e.Kind + " " + e.Name, Department = e.Department }).ToListAsync();
        var followed = await PartnerObligations.Followed(db).OrderBy(p => p.Kind.Order).ThenBy(p => p.Name)
            .Select(p => new Column { Id = p.Id, Name = p.Name, City = p.City, Departments = p.Departments, Kind = p.Kind.Code, KindLabel = p.Kind.Label }).ToListAsync();
        Kinds = [.. followed.DistinctBy(c => c.Kind).Select(c => new SelectListItem(c.KindLabel, c.Kind))];
        Departments = [.. followed.Select(c => c.Department).Where(d => d.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        // More columns than a screen holds: the département where most is followed, until the reader asks for another or for all.
        Department = dep ?? (followed.Count > WideMap && string.IsNullOrEmpty(nature) ? followed.Where(c => c.Department.Length > 0).GroupBy(c => c.Department).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key : null);
        Groups = [.. followed.Where(c => (string.IsNullOrEmpty(Department) || DepartmentList.Split(c.Departments).Contains(Department)) && (string.IsNullOrEmpty(nature) || c.Kind == nature))
            .GroupBy(c => c.Department).OrderBy(g => g.Key, StringComparer.Ordinal)];
        var all = db.Set<ArticulationObservation>().AsNoTracking().InScope(db, user);
        Cells = await all.Where(o => !db.Set<ArticulationObservation>().Any(n => n.EstablishmentId == o.EstablishmentId && n.PartnerId == o.PartnerId && (n.On > o.On || (n.On == o.On && n.Id > o.Id))))
            .Select(o => new Cell { Id = o.Id, EstablishmentId = o.EstablishmentId, PartnerId = o.PartnerId, Level = o.Level, Aimed = o.Aimed })
            .ToDictionaryAsync(c => (c.EstablishmentId, c.PartnerId));
        // The head office houses nobody: it has a line only if somebody gave it a level.
        Rows = [.. Rows.Where(r => r.Kind != "Siège" || Cells.Keys.Any(k => k.Establishment == r.Id))];
        Chosen = Rows.FirstOrDefault(r => r.Id == etablissement) ?? Rows.FirstOrDefault(r => r.Department == Department) ?? Rows.FirstOrDefault();
    }

    internal sealed class Row
    {
        public required int Id { get; init; }
        public required string Kind { get; init; }
        public required string Name { get; init; }
        public required string Department { get; init; }
    }

    internal sealed class Column
    {
        public required int Id { get; init; }
        public required string Name { get; init; }
        public required string City { get; init; }
        public required string Departments { get; init; }
        public required string Kind { get; init; }
        public required string KindLabel { get; init; }
        public string Department => DepartmentList.Split(Departments).FirstOrDefault() ?? "";

        /// <summary>« TJ Bobigny » rather than « Tribunal judiciaire de Bobigny », which no column holds.</summary>
        public string Short => Acronyms.Shorten(Folding.Fold(KindLabel))?.ToUpperInvariant() ?? (KindLabel.Length <= 6 ? KindLabel : Kind == "spip-antenna" ? "Antenne" : Kind == "prison" ? "Prison" : KindLabel.Split(' ', ',')[0]);
    }

    internal sealed class Cell
    {
        public required int Id { get; init; }
        public required int EstablishmentId { get; init; }
        public required int PartnerId { get; init; }
        public required ArticulationLevel? Level { get; init; }
        public required ArticulationLevel? Aimed { get; init; }
    }
}
