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
        var places = await PlaceNames.OfPartnersAsync(import.Db, cancellation);
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
        var lines = new List<(PersonRef Person, ImportRow Row)>();
        foreach (var (row, partner, _) in rows.Where(r => r.Row.Has("lastName")))
        {
            var person = book.Find(row.Text("firstName"), row.Text("lastName"), row.Text("email"), p => p.Partners.Contains(partner))
                ?? book.Add(row.Text("firstName"), row.Text("lastName"), row.Text("email"), isOurs: false);
            person.Partners.Add(partner);
            lines.Add((person, row));
        }
        var holders = new Dictionary<ImportRow, int>();
        foreach (var batch in lines.GroupBy(l => l.Person).Chunk(PersonBook.Batch))
        {
            var people = await PersonBook.OpenAsync(import.Db, batch.Select(b => b.Key), "import d’interlocuteurs", cancellation);
            foreach (var (key, row) in batch.SelectMany(b => b))
            {
                var person = people[key];
                person.ReachBy(row.Or("phone", person.Phone), row.Or("email", person.Email));
                import.Record(row.Line, person, row.Text("title"));
            }
            await import.StageAsync(cancellation);
            foreach (var (key, row) in batch.SelectMany(b => b))
                holders[row] = import.IdOf(people[key]);
        }
        return holders;
    }

    private static async Task PlanPostsAsync(ImportContext import, List<(ImportRow Row, int Partner, PostLevel Level)> rows, Dictionary<ImportRow, int> holders, CancellationToken cancellation)
    {
        foreach (var lines in rows.GroupBy(r => Key(r.Partner, r.Row.Text("title"), r.Row.Text("site"))).Chunk(PersonBook.Batch))
        {
            var batch = lines.SelectMany(l => l).ToList();
            var ids = batch.Select(r => r.Partner).Distinct().ToList();
            var posts = (await import.Db.Set<Post>().AsTracking().Where(p => p.PartnerId != null && p.ClosedOn == null && ids.Contains(p.PartnerId.Value)).Include(p => p.Subject).Include(p => p.Holdings).OrderBy(p => p.Id).ToListAsync(cancellation))
                .DistinctBy(p => Key(p.PartnerId!.Value, p.Title, p.Site)).ToDictionary(p => Key(p.PartnerId!.Value, p.Title, p.Site));
            foreach (var (row, partner, level) in batch)
            {
                var key = Key(partner, row.Text("title"), row.Text("site"));
                if (!posts.TryGetValue(key, out var post))
                    posts[key] = post = Post.AtPartner(partner, row.Text("title"), level);
                Fill(post, row, level, holders.TryGetValue(row, out var holder) ? holder : null, import.Today);
                import.Record(row.Line, post, row.Text("partner"));
            }
            await import.StageAsync(cancellation);
        }
    }

    private static void Fill(Post post, ImportRow row, PostLevel level, int? holder, DateOnly today)
    {
        post.Describe(post.Title, row.Has("level") ? level : post.Level, row.Or("site", post.Site), post.SuperiorId);
        var from = row.Date("from") ?? today;
        if (holder is null)
            post.ReachBy(row.Or("phone", post.Phone), row.Or("email", post.Email));
        else if (!post.IsServiceLine && !post.Holdings.Any(h => h.PersonId == holder && (h.To is null || h.To >= from)))
            post.Appoint(holder.Value, from);
        if (row.Date("verified") is { } verified && (post.VerifiedOn is null || post.VerifiedOn < verified))
            post.Verify(verified, "import");
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
