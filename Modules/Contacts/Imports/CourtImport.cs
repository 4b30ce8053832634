using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Contacts.Imports;

/// <summary>Courts of first instance, from the Cour de cassation's directory.</summary>
internal sealed class CourtImport : IImportKind
{
    public string Code => "courts";
    public string Label => "Tribunaux judiciaires";
    public string Description => "Tribunaux judiciaires et chambres détachées (liste Judilibre de la Cour de cassation).";
    public (string One, string Many) Records => ("partenaire", "partenaires");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", "Code", "code_judilibre", "code judilibre") { Need = ImportNeed.Value, Example = "tj93008", MaxLength = 30 },
        new("insee", "Commune (code INSEE)", "insee_commune", "code insee", "insee") { Example = "93008", MaxLength = 5 },
        new("departement", "Département", "dep", "code département") { Need = ImportNeed.Value, Example = "93", MaxLength = 40 },
        new("libelle", "Nom", "nom", "tribunal", "intitulé") { Need = ImportNeed.Value, Example = "Tribunal judiciaire de Bobigny" },
    ];

    public Task PlanAsync(ImportContext import, CancellationToken cancellation) => Courts.PlanAsync(import, "court", cancellation);

    public Task FinishAsync(IntranetDb db, CancellationToken cancellation) => Territories.ResolveAsync(db, cancellation);
}

/// <summary>Courts of appeal, from the same directory.</summary>
internal sealed class AppealCourtImport : IImportKind
{
    public string Code => "appeal-courts";
    public string Label => "Cours d’appel";
    public string Description => "Cours d’appel (liste Judilibre de la Cour de cassation).";
    public (string One, string Many) Records => ("partenaire", "partenaires");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", "Code", "code_judilibre", "code judilibre") { Need = ImportNeed.Value, Example = "ca_paris", MaxLength = 40 },
        new("libelle", "Nom", "nom", "cour", "intitulé") { Need = ImportNeed.Value, Example = "Cour d’appel de Paris" },
    ];

    public Task PlanAsync(ImportContext import, CancellationToken cancellation) => Courts.PlanAsync(import, "appeal-court", cancellation);
}

internal static partial class Courts
{
    /// <summary>Places whose name in the directory isn't the one in use, by folded name.</summary>
    private static readonly Dictionary<string, string> Towns = new(StringComparer.Ordinal)
    {
        ["chalons en champagne"] = "Châlons-en-Champagne",
        ["saint etienne"] = "Saint-Étienne",
        ["kone"] = "Koné",
        ["saint laurent du maroni"] = "Saint-Laurent-du-Maroni",
    };

    /// <summary>Earlier names, still in the territories of the SPIP.</summary>
    private static readonly Dictionary<string, string> Earlier = new(StringComparer.Ordinal)
    {
        ["tj54099"] = "Tribunal judiciaire de Briey",
        ["tj91228"] = "Tribunal judiciaire d’Évry-Courcouronnes",
    };

    public static async Task PlanAsync(ImportContext import, string kind, CancellationToken cancellation)
    {
        var book = await PartnerBook.LoadAsync(import.Db, kind, ImportKeys.Court, cancellation);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in import.Rows)
        {
            var (key, label) = (ImportKeys.CourtOf(row.Text("code")), row.Text("libelle"));
            if (!seen.TryAdd(key, row.Line))
            {
                import.Refuse(row, "code", $"Ce code est déjà à la ligne {seen[key]}.");
                continue;
            }
            if (!Name().IsMatch(label))
            {
                import.Refuse(row, "libelle", kind == "court" ? "Ce n’est pas le nom d’un tribunal judiciaire." : "Ce n’est pas le nom d’une cour d’appel.");
                continue;
            }
            var department = Department(row.Text("departement"));
            if (department is null && row.Has("departement"))
            {
                import.Refuse(row, "departement", "Ce département n’existe pas. Écrivez son code : 93, 2A, 971.");
                continue;
            }
            var court = book.Open(key, French.Typography(label), Earlier.TryGetValue(key, out var earlier) ? [earlier] : []);
            court.Classify(book.KindId, court.ParentId, department is null ? DepartmentList.Split(court.Departments) : [department]);
            if (court.City.Length == 0)
                court.Locate(court.Street, court.PostalCode, City(label), court.Phone, court.Email);
            if (court.Notes.Length == 0 && Detached().Match(label) is { Success: true } note)
                court.Annotate(note.Groups[1].Value == "section" ? "Section détachée." : "Chambre détachée.");
            import.Record(row.Line, court);
        }
    }

    /// <summary>« Tribunal judiciaire des Sables-d’Olonne » sits in « Les Sables-d’Olonne ».</summary>
    internal static string City(string label)
    {
        var match = Name().Match(label);
        var (article, town) = (match.Groups["article"].Value.ToLowerInvariant(), match.Groups["town"].Value.Trim());
        town = Towns.GetValueOrDefault(Folding.Fold(town), town);
        return French.Typography(article switch { "du" => "Le " + town, "des" => "Les " + town, _ => town });
    }

    private static string? Department(string text)
    {
        if (text.Length == 0)
            return null;
        var code = text.ToUpperInvariant().PadLeft(2, '0');
        return Departements.NameOf(code) is not null ? code : Departements.CodeOf(text);
    }

    [GeneratedRegex(@"^(Tribunal judiciaire|Cour d['’]appel)\s+(?<article>du|des|de|d['’])\s*(?<town>[^(]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\((chambre|section) détachée\)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Detached();
}
