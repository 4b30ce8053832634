using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>Posts of ours, each under its superior; holders, former ones with their notes of relay, two vacancies, on-call lines.</summary>
internal sealed class DemoPosts(IntranetDb db, DemoContext context, DemoNames names, DemoStaff staff)
{
    private static readonly string[] JusticeHouses = ["chrs-traverse", "chrs-passage", "chrs-escale", "chrs-glycines", "chu-beaulieu", "csapa-rive-canal", "csapa-deux-rives", "act-lilas"];

    private readonly List<(string Key, Post Post)> added = [];

    private DateOnly Today => context.Today;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var office = staff.Of(DemoHouses.HeadOffice);
        Add("poste-direction-generale", DemoHouses.HeadOffice, "Direction générale", PostLevel.Institution, null, office[0]);
        Line("standard-siege", DemoHouses.HeadOffice, "Standard du siège", "du lundi au vendredi, de 9 h à 17 h 30");
        await SaveAsync(cancellation);
        Add("poste-direction-pole", DemoHouses.HeadOffice, "Directrice de pôle", PostLevel.Management, "poste-direction-generale", office[1]);
        await SaveAsync(cancellation);
        Add("poste-coordination", DemoHouses.HeadOffice, "Coordination justice", PostLevel.Management, "poste-direction-pole", office[2]);
        foreach (var house in DemoHouses.All.Where(h => h.HasDirection))
            Add($"poste-direction-{house.Key}", house.Key, "Direction d’établissement", PostLevel.Management, "poste-direction-pole", staff.Of(house.Key)[0]);
        await SaveAsync(cancellation);
        foreach (var house in DemoHouses.All.Where(h => h.Key != DemoHouses.HeadOffice))
        {
            Add($"poste-service-{house.Key}", house.Key, "Responsable de service", PostLevel.Management, house.HasDirection ? house.Head : "poste-direction-pole",
                house.Key == DemoHouses.WithoutHead ? null : staff.Of(house.Key)[house.HasDirection ? 1 : 0]);
            Line($"astreinte-{house.Key}", house.Key, "Astreinte", "nuits, fins de semaine et jours fériés");
        }
        await SaveAsync(cancellation);
        foreach (var key in JusticeHouses)
            Add($"poste-justice-{key}", key, "Référence justice", PostLevel.Field, $"poste-service-{key}", key == "chrs-passage" ? null : staff.Of(key)[2]);
        await SaveAsync(cancellation);
        await LeaveAsync(cancellation);
    }

    private void Add(string key, string house, string title, PostLevel level, string? superior, Person? holder)
    {
        var post = Post.AtEstablishment(context.Ids[house], title, level);
        post.Describe(title, level, "", superior is null ? null : context.Ids[superior]);
        post.ReachBy(names.Phone(), "");
        post.Verify(Today.AddDays(-context.Random.Next(5, 500)), "Secrétariat du siège");
        if (holder is not null)
            post.Appoint(holder.Id, Today.AddDays(-context.Random.Next(800, 1000)));
        added.Add((key, post));
        db.Add(post);
    }

    private void Line(string key, string house, string title, string hours)
    {
        var line = Post.AtEstablishment(context.Ids[house], title, PostLevel.Field);
        line.BecomeServiceLine(hours);
        line.ReachBy(names.Phone(), "");
        line.Verify(Today.AddDays(-context.Random.Next(5, 200)), "Secrétariat du siège");
        added.Add((key, line));
        db.Add(line);
    }

    /// <summary>Six departures: two posts are vacant since, four were taken over.</summary>
    private async Task LeaveAsync(CancellationToken cancellation)
    {
        (string House, string Post, string Function, int DaysAgo, string Relay)[] departures =
        [
            ("csapa-deux-rives", "poste-service-csapa-deux-rives", "Cheffe ou chef de service", 34, "Le CSL de Melun attend nos nouveaux jours de permanence. La prochaine réunion avec l’antenne de Melun est à fixer. Les tableaux de suivi sont dans l’armoire du bureau 2."),
            ("chrs-passage", "poste-justice-chrs-passage", "Éducatrice ou éducateur spécialisé", 81, "Appeler la permanence CPIP le mardi matin plutôt que par courriel. La grille d’admission commune est tenue à jour avec le SPIP. Reprendre les visites en détention avant l’été."),
            ("chrs-glycines", "poste-direction-chrs-glycines", "Directrice ou directeur", 1001, "Le comité de pilotage se tient en mars. L’avenant sur les places femmes reste à négocier. Voir le greffe pour les délais."),
            ("chrs-traverse", "poste-justice-chrs-traverse", "Éducatrice ou éducateur spécialisé", 1002, "Commission d’admission commune le premier jeudi du mois. Deux CPIP référents connaissent bien l’établissement. Le quartier de semi-liberté demande une réponse sous dix jours."),
            ("chrs-escale", "poste-direction-chrs-escale", "Directrice ou directeur", 1003, "Le juge de l’application des peines vient visiter chaque automne. Prévenir le parquet des changements d’horaires. La convention se renouvelle par décision expresse."),
            ("caarud-halte", "poste-service-caarud-halte", "Cheffe ou chef de service", 1004, "La PJJ souhaite une rencontre par an. Pas de partage nominatif. Le protocole est à relire avec le siège."),
        ];
        var left = departures.Select(d => (Departure: d, Person: staff.Former(d.House, d.Function, Today.AddDays(-d.DaysAgo)))).ToList();
        await db.SaveChangesAsync(cancellation);
        foreach (var (departure, person) in left)
        {
            var (post, lastDay) = (added.Single(a => a.Key == departure.Post).Post, Today.AddDays(-departure.DaysAgo));
            var next = post.Holdings.FirstOrDefault();
            post.Appoint(person.Id, lastDay.AddDays(-context.Random.Next(400, 900))).End(lastDay, departure.Relay);
            person.Departures.Add(new Departure(lastDay, next?.PersonId, [new DepartureItem(post.Id, "titulaire", null)]));
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        foreach (var (key, post) in added)
            context.Ids[key] = post.Id;
    }
}
