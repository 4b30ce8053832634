using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>Our establishments; a pole that isn't known is made.</summary>
internal sealed class EstablishmentImport : IImportKind
{
    public string Code => "establishments";
    public string Label => "Nos établissements";
    public string Description => "Établissements de l’association, avec leur pôle, leur adresse et leur numéro FINESS.";
    public (string One, string Many) Records => ("établissement ou pôle", "établissements et pôles");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("name", "Nom", "établissement", "nom de l'établissement") { Need = ImportNeed.Value, Example = "La Traverse" },
        new("kind", "Nature", "type", "catégorie") { Need = ImportNeed.Value, Example = "CHRS", MaxLength = 60 },
        new("pole", "Pôle") { Example = "Pôle Seine-Saint-Denis" },
        new("street", "Adresse", "rue", "voie") { Example = "12 rue des Tilleuls" },
        new("postalCode", "Code postal", "cp") { Example = "93000", MaxLength = 10 },
        new("city", "Commune", "ville") { Example = "Bobigny" },
        new("department", "Département", "dep", "code département") { Example = "93", MaxLength = 40 },
        new("phone", "Téléphone", "tél", "tel") { Example = "01 23 45 67 89", MaxLength = 40 },
        new("email", "Courriel", "mail", "e-mail", "email") { Example = "traverse@exemple.fr" },
        new("onCall", "Astreinte", "téléphone d'astreinte") { Example = "06 12 34 56 78", MaxLength = 40 },
        new("finess", "FINESS", "numéro finess", "n° finess") { Example = "930000000", MaxLength = 14 },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var poles = await PolesAsync(import, cancellation);
        var known = await import.Db.Set<Establishment>().AsTracking().Include(e => e.Subject).OrderBy(e => e.ClosedOn == null ? 0 : 1).ThenBy(e => e.Id).ToListAsync(cancellation);
        var byFiness = known.Where(e => e.Finess.Length > 0).DistinctBy(e => e.Finess).ToDictionary(e => e.Finess);
        var byName = known.DistinctBy(Key).ToDictionary(Key);
        var seen = new Dictionary<Establishment, int>();
        foreach (var row in import.Rows)
        {
            var department = row.Text("department") is { Length: > 0 } typed ? DepartmentOf(typed) : DepartmentOfPostalCode(row.Text("postalCode"));
            if (department is null)
            {
                import.Refuse(row, "department", "Ce département n’existe pas. Écrivez son code : 93, 2A, 971.");
                continue;
            }
            var finess = row.Text("finess").Replace(" ", "", StringComparison.Ordinal);
            var house = finess.Length > 0 && byFiness.TryGetValue(finess, out var found) ? found : byName.GetValueOrDefault(Key(row.Text("kind"), row.Text("name")));
            if (house is not null && seen.TryGetValue(house, out var line))
            {
                import.Refuse(row, "name", $"Cet établissement est déjà à la ligne {line}.");
                continue;
            }
            var poleId = row.Text("pole") is { Length: > 0 } pole ? import.IdOf(poles[Folding.Fold(pole)]) : house?.PoleId;
            house ??= new Establishment(row.Text("name"), row.Text("kind"), poleId);
            house.Describe(row.Text("name"), row.Text("kind"), poleId);
            house.Locate(row.Or("street", house.Street), row.Or("postalCode", house.PostalCode), row.Or("city", house.City), department.Length > 0 ? department : house.Department);
            house.ReachBy(row.Or("phone", house.Phone), row.Or("email", house.Email), row.Or("onCall", house.OnCallPhone));
            house.Identify(finess.Length > 0 ? finess : house.Finess);
            byName[Key(house)] = house;
            seen[house] = row.Line;
            import.Record(row.Line, house);
        }
    }

    /// <summary>Poles come first: establishments belong to them.</summary>
    private static async Task<Dictionary<string, Pole>> PolesAsync(ImportContext import, CancellationToken cancellation)
    {
        var poles = (await import.Db.Set<Pole>().AsTracking().Include(p => p.Subject).OrderBy(p => p.Id).ToListAsync(cancellation)).DistinctBy(p => Folding.Fold(p.Name)).ToDictionary(p => Folding.Fold(p.Name));
        foreach (var row in import.Rows.Where(r => r.Has("pole")))
        {
            if (!poles.ContainsKey(Folding.Fold(row.Text("pole"))))
                import.Record(row.Line, poles[Folding.Fold(row.Text("pole"))] = new Pole(row.Text("pole")), "pôle");
        }
        await import.StageAsync(cancellation);
        return poles;
    }

    private static string Key(Establishment house) => Key(house.Kind, house.Name);

    private static string Key(string kind, string name) => Folding.Fold($"{kind} {name}");

    /// <summary>Null when there is no such département.</summary>
    internal static string? DepartmentOf(string typed)
    {
        var code = typed.ToUpperInvariant().PadLeft(2, '0');
        return Departements.NameOf(code) is not null ? code : Departements.CodeOf(typed);
    }

    private static string DepartmentOfPostalCode(string postalCode)
    {
        var digits = postalCode.Replace(" ", "", StringComparison.Ordinal).PadLeft(5, '0');
        var code = digits.StartsWith("20", StringComparison.Ordinal) ? (digits[2] < '2' ? "2A" : "2B") : digits.StartsWith("97", StringComparison.Ordinal) || digits.StartsWith("98", StringComparison.Ordinal) ? digits[..3] : digits[..2];
        return Departements.NameOf(code) is null ? "" : code;
    }
}
