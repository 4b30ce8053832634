using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Contacts.Imports;

/// <summary>SPIP and their antennas, as article A44 of the code de procédure pénale lists them: several lines a SPIP.</summary>
internal sealed partial class SpipImport : IImportKind
{
    public string Code => "spip";
    public string Label => "SPIP et antennes";
    public string Description => "Services pénitentiaires d’insertion et de probation, antennes et ressorts (liste de l’article A44).";
    public (string One, string Many) Records => ("partenaire", "partenaires");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("spip", "SPIP", "service") { Need = ImportNeed.Value, Example = "SPIP de Seine-et-Marne" },
        new("siege", "Siège", "ville du siège") { Need = ImportNeed.Column, Example = "Melun" },
        new("antenne", "Antenne") { Need = ImportNeed.Column, Example = "Antenne de Meaux", Blank = ["Néant", "NEANT"] },
        new("ressort", "Ressort", "ressort_pipe_separe", "ressort (séparé par |)", "territoire") { Need = ImportNeed.Column, MaxLength = 4000, Example = "Circonscription judiciaire de Meaux|Centre pénitentiaire de Meaux-Chauconin-Neufmontiers" },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var spips = import.Rows.GroupBy(r => ImportKeys.SpipOf(Clean(r.Text("spip")))).ToList();
        var book = await PartnerBook.LoadAsync(import.Db, "spip", ImportKeys.Spip, cancellation);
        var services = new Dictionary<string, Partner>(StringComparer.Ordinal);
        foreach (var rows in spips)
        {
            var official = Clean(rows.First().Text("spip"));
            var name = ShortName(official);
            var spip = services[rows.Key] = book.Open(rows.Key, name, French.Typography(official));
            Fill(spip, rows, spip.ParentId, book.KindId, DepartmentOf(rows.Key));
            var seat = rows.Select(r => Clean(r.Text("siege"))).FirstOrDefault(s => s.Length > 0) ?? "";
            if (spip.City.Length == 0 && seat.Length > 0)
                spip.Locate(spip.Street, spip.PostalCode, French.Typography(seat), spip.Phone, spip.Email);
            import.Record(rows.First().Line, spip);
        }
        await import.StageAsync(cancellation);

        var antennas = await PartnerBook.LoadAsync(import.Db, "spip-antenna", ImportKeys.Spip, cancellation);
        foreach (var rows in spips)
        {
            var spip = services[rows.Key];
            foreach (var own in rows.Where(r => r.Has("antenne")).GroupBy(r => ImportKeys.AntennaOf(rows.Key, Clean(r.Text("antenne")))))
            {
                var place = Clean(own.First().Text("antenne"));
                var title = AntennaWord().IsMatch(place) ? AntennaWord().Replace(place, "antenne ") : "antenne " + French.De(place);
                var antenna = antennas.Open(own.Key, French.Typography($"{spip.Name}, {title}"));
                Fill(antenna, own, import.IdOf(spip), antennas.KindId, DepartmentOf(rows.Key));
                import.Record(own.First().Line, antenna);
            }
        }
    }

    public Task FinishAsync(IntranetDb db, CancellationToken cancellation) => Territories.ResolveAsync(db, cancellation);

    /// <summary>« SPIP de l’Ain », « SPIP de Seine-Saint-Denis »: compound names lose their article, as people say them.</summary>
    internal static string ShortName(string official)
    {
        var rest = OfficialName().Replace(official, "");
        rest = CompoundArticle().Replace(rest, "de ");
        return French.Typography($"SPIP {rest.Replace("territoire", "Territoire", StringComparison.Ordinal)}");
    }

    /// <summary>Without the drafting notes that the code leaves inside names: « (Arr. 17 févr. 2004 art. 2) Antenne de Bastia-Borgo ».</summary>
    internal static string Clean(string text) => Slip().Replace(DraftingNote().Replace(text, " "), "").Trim(' ', '.', ';');

    private static void Fill(Partner partner, IEnumerable<ImportRow> rows, int? parentId, int kindId, string? department)
    {
        partner.Classify(kindId, parentId, department is null ? DepartmentList.Split(partner.Departments) : [department]);
        partner.DescribeTerritory(string.Join('\n', rows.SelectMany(r => r.Text("ressort").Split('|')).Select(t => French.Typography(Clean(t))).Where(t => t.Length > 0).Distinct()));
    }

    private static string? DepartmentOf(string key) => Departements.CodeOf(key.Replace('-', ' ')) ?? Departements.CodeOf("la " + key.Replace('-', ' '));

    [GeneratedRegex(@"\(Arr\.[^)]*\)\.?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DraftingNote();

    /// <summary>A letter too many in the source.</summary>
    [GeneratedRegex("^M(?=Circonscription)", RegexOptions.None, 1000)]
    private static partial Regex Slip();

    [GeneratedRegex("^(Service pénitentiaire d['’]insertion et de probation|SPIP)\\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfficialName();

    [GeneratedRegex("^de la (?=\\S+-)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CompoundArticle();

    [GeneratedRegex("^antenne\\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AntennaWord();
}
