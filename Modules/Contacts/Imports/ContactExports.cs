using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>All partners.</summary>
internal sealed class PartnerExport : IExportKind
{
    public string Code => "partners";
    public string Label => "Partenaires";
    public IReadOnlyList<string> Headers => ["Nom", "Nature", "Rattaché à", "Départements", "Adresse", "Code postal", "Commune", "Téléphone", "Courriel", "Autres noms", "Ressort", "Fermé le"];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new { p.Name, Kind = p.Kind.Label, Parent = p.Parent!.Name, p.Departments, p.Street, p.PostalCode, p.City, p.Phone, p.Email, p.Aliases, p.Territory, p.ClosedOn }).ToListAsync(cancellation))
            .Select(p => new object?[] { p.Name, p.Kind, p.Parent, string.Join(", ", DepartmentList.Split(p.Departments)), p.Street, p.PostalCode, p.City, p.Phone, p.Email, p.Aliases.Replace("\n", " ; ", StringComparison.Ordinal), p.Territory.Replace("\n", " | ", StringComparison.Ordinal), p.ClosedOn })];
}

/// <summary>Our establishments, with the columns of their import.</summary>
internal sealed class EstablishmentExport : IExportKind
{
    public string Code => "establishments";
    public string Label => "Établissements";
    public IReadOnlyList<string> Headers { get; } = [.. new EstablishmentImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null).OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Select(e => new { e.Name, e.Kind, Pole = e.Pole!.Name, e.Street, e.PostalCode, e.City, e.Department, e.Phone, e.Email, e.OnCallPhone, e.Finess }).ToListAsync(cancellation))
            .Select(e => new object?[] { e.Name, e.Kind, e.Pole, e.Street, e.PostalCode, e.City, e.Department, e.Phone, e.Email, e.OnCallPhone, e.Finess })];
}

/// <summary>Our staff, with the columns of their import.</summary>
internal sealed class StaffExport : IExportKind
{
    public string Code => "staff";
    public string Label => "Personnel";
    public IReadOnlyList<string> Headers { get; } = [.. new StaffImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
        => [.. (await db.Set<StaffMember>().AsNoTracking().Where(s => s.Person!.MergedIntoId == null && s.Person.ErasedOn == null).OrderBy(s => s.Person!.LastName).ThenBy(s => s.Id)
            .Select(s => new { s.Person!.LastName, s.Person.FirstName, s.Establishment!.Kind, s.Establishment.Name, s.Function, s.From, s.To, s.FixedTermEnd, s.Person.Email, s.Person.Phone }).ToListAsync(cancellation))
            .Select(s => new object?[] { s.LastName, s.FirstName, $"{s.Kind} {s.Name}".Trim(), s.Function, s.From, s.To, s.FixedTermEnd, s.Email, s.Phone })];
}

/// <summary>Posts at partners and their holders of the day, with the columns of their import.</summary>
internal sealed class ContactExport(BusinessDay day) : IExportKind
{
    public string Code => "contacts";
    public string Label => "Interlocuteurs";
    public IReadOnlyList<string> Headers { get; } = [.. new ContactImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var today = day.Today;
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.PartnerId != null && p.ClosedOn == null).OrderBy(p => p.Partner!.Name).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new
            {
                Partner = p.Partner!.Name,
                p.Title,
                p.Level,
                p.Site,
                p.Phone,
                p.Email,
                p.VerifiedOn,
                Holders = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Id).Select(h => new { h.From, h.Person!.LastName, h.Person.FirstName, h.Person.Phone, h.Person.Email }).ToList(),
            }).ToListAsync(cancellation);
        return [.. posts.SelectMany(p => p.Holders.DefaultIfEmpty().Select(h => new object?[]
        {
            p.Partner, p.Title, LevelWord(p.Level), p.Site, h?.LastName, h?.FirstName, h?.From, h is null ? p.Phone : h.Phone, h is null ? p.Email : h.Email, p.VerifiedOn,
        }))];
    }

    private static string LevelWord(PostLevel level) => level switch
    {
        PostLevel.Field => "terrain",
        PostLevel.Management => "encadrement",
        PostLevel.Institution => "institution",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
    };
}
