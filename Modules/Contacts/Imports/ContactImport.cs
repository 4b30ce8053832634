using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>Posts at our partners and their holders: one line a post, with its holder if it has one.</summary>
internal sealed class ContactImport : IImportKind
{
    public string Code => "contacts";
    public string Label => "Interlocuteurs";
    public string Description => "Postes chez les partenaires et leurs titulaires : données professionnelles seulement.";
    public (string One, string Many) Records => ("poste ou personne", "postes et personnes");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("partner", "Partenaire", "structure", "organisme", "service") { Need = ImportNeed.Value, Example = "SPIP de Seine-Saint-Denis" },
        new("title", "Poste", "fonction", "intitulé du poste", "qualité") { Need = ImportNeed.Value, Example = "DPIP responsable d’antenne" },
        new("level", "Niveau") { Example = "encadrement", MaxLength = 40 },
        new("site", "Quartier ou site", "site", "quartier"),
        new("lastName", "Nom", "nom de famille") { Example = "Mazères", MaxLength = 100 },
        new("firstName", "Prénom") { Example = "Claire", MaxLength = 100 },
        new("from", "Depuis le", "en poste depuis", "arrivée", "du") { Type = ImportType.Date, Example = "02/09/2024" },
        new("phone", "Téléphone", "tél", "tel", "tél. direct") { MaxLength = 40, Example = "01 23 45 67 89" },
        new("email", "Courriel", "mail", "e-mail", "email", "adresse mail") { Example = "claire.mazeres@exemple.fr" },
        new("verified", "Vérifié le", "vu le", "mis à jour le") { Type = ImportType.Date },
    ];

    public async Task PlanAsync(ImportContext import, CancellationToken cancellation)
    {
        var places = new PlaceNames();
        foreach (var partner in await import.Db.Set<Partner>().Where(p => p.ClosedOn == null).Select(p => new { p.Id, p.Name, p.Aliases, p.Departments, Kind = p.Kind.Code }).ToListAsync(cancellation))
            places.Add(partner.Id, partner.Name, [.. partner.Aliases.Split('\n'), .. partner.Kind == "spip" ? DepartmentList.Split(partner.Departments).Select(d => $"SPIP {d}") : []]);
        var rows = new List<(ImportRow Row, int Partner, PostLevel Level)>();
        foreach (var row in import.Rows)
        {
            if (places.Find(row.Text("partner")) is not { } partner)
                import.Refuse(row, "partner", "Partenaire inconnu.", places.Near(row.Text("partner")));
            else if (LevelOf(row.Text("level")) is not { } level)
                import.Refuse(row, "level", "Ce niveau n’existe pas.", "terrain", "encadrement", "institution");
            else if (row.Has("firstName") && !row.Has("lastName"))
                import.Refuse(row, "lastName", "Il manque le nom de la personne.");
            else if (row.Date("verified") > import.Today)
                import.Refuse(row, "verified", "Cette date est à venir.");
            else
                rows.Add((row, partner, level));
        }
        var holders = await PlanPeopleAsync(import, rows, cancellation);
        await PlanPostsAsync(import, rows, holders, cancellation);
    }

    /// <summary>People come first: posts name their holders.</summary>
    private static async Task<Dictionary<ImportRow, int>> PlanPeopleAsync(ImportContext import, List<(ImportRow Row, int Partner, PostLevel Level)> rows, CancellationToken cancellation)
    {
        var book = await PersonBook.LoadAsync(import.Db, cancellation);
        var partnerOf = await import.Db.Set<Post>().Where(p => p.PartnerId != null).Select(p => new { p.Id, Partner = p.PartnerId!.Value }).ToDictionaryAsync(p => p.Id, p => p.Partner, cancellation);
        var made = new Dictionary<Person, int>();
        var people = new Dictionary<ImportRow, Person>();
        foreach (var (row, partner, _) in rows.Where(r => r.Row.Has("lastName")))
        {
            var person = people[row] = book.Find(row.Text("firstName"), row.Text("lastName"), row.Text("email"), p => made.GetValueOrDefault(p) == partner || p.Holdings.Any(h => partnerOf.GetValueOrDefault(h.PostId) == partner))
                ?? book.Create(row.Text("firstName"), row.Text("lastName"), row.Text("email"), row.Text("phone"), "import d’interlocuteurs");
            made.TryAdd(person, partner);
            person.ReachBy(row.Or("phone", person.Phone), row.Or("email", person.Email));
            import.Record(row.Line, person, row.Text("title"));
        }
        await import.StageAsync(cancellation);
        return people.ToDictionary(p => p.Key, p => import.IdOf(p.Value));
    }

    private static async Task PlanPostsAsync(ImportContext import, List<(ImportRow Row, int Partner, PostLevel Level)> rows, Dictionary<ImportRow, int> holders, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Partner).Distinct().ToList();
        var posts = (await import.Db.Set<Post>().AsTracking().Where(p => p.PartnerId != null && p.ClosedOn == null && ids.Contains(p.PartnerId.Value)).Include(p => p.Subject).Include(p => p.Holdings).OrderBy(p => p.Id).ToListAsync(cancellation))
            .DistinctBy(p => Key(p.PartnerId!.Value, p.Title, p.Site)).ToDictionary(p => Key(p.PartnerId!.Value, p.Title, p.Site));
        foreach (var (row, partner, level) in rows)
        {
            var key = Key(partner, row.Text("title"), row.Text("site"));
            if (!posts.TryGetValue(key, out var post))
                posts[key] = post = Post.AtPartner(partner, row.Text("title"), level);
            post.Describe(post.Title, row.Has("level") ? level : post.Level, row.Or("site", post.Site), post.SuperiorId);
            if (!holders.TryGetValue(row, out var holder))
                post.ReachBy(row.Or("phone", post.Phone), row.Or("email", post.Email));
            else if (!post.IsServiceLine && row.Date("from") is var from && !post.Holdings.Any(h => h.PersonId == holder && (h.To is null || h.To >= (from ?? import.Today))))
                post.Appoint(holder, from ?? import.Today);
            if (row.Date("verified") is { } verified && (post.VerifiedOn is null || post.VerifiedOn < verified))
                post.Verify(verified, "import");
            import.Record(row.Line, post, row.Text("partner"));
        }
    }

    private static string Key(int partner, string title, string site) => $"{partner} {Folding.Fold(title)} {Folding.Fold(site)}";

    private static PostLevel? LevelOf(string text) => Folding.Fold(text) switch
    {
        "terrain" or "1" => PostLevel.Field,
        "" or "encadrement" or "direction de service" or "2" => PostLevel.Management,
        "institution" or "direction" or "3" => PostLevel.Institution,
        _ => null,
    };
}
