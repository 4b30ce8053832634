using Intranet.Contacts;
using Intranet.Contacts.Demo;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Demo;

/// <summary>Judges who change on 1 September, those who were shown our houses since, invitations without answer.</summary>
internal static class DemoRelations
{
    private static readonly (string Post, string First, string Last)[] September =
    [
        ("tj-bobigny-poste-3", "Solène", "Vasnier"), ("tj-creteil-poste-3", "Idriss", "Mauvoisin"), ("tj-evry-poste-3", "Clotilde", "Harzé"), ("tj-pontoise-poste-3", "Ronan", "Keradec"), ("tj-meaux-poste-1", "Agathe", "Delorier"),
    ];

    private static readonly (string Partner, int DaysAgo, string Means, string Comment, SolicitationAnswer Answer, string Reason)[] Asked =
    [
        ("cp-fresnes", 62, "Courriel", "Trois dates proposées.", SolicitationAnswer.None, ""),
        ("cp-fresnes", 20, "Téléphone", "Relance au secrétariat de direction.", SolicitationAnswer.None, ""),
        ("cp-fleury", 41, "Courriel", "Rencontre proposée avec l’unité sanitaire.", SolicitationAnswer.None, ""),
        ("cp-nanterre", 33, "Courrier", "Courrier à la direction, avec le livret des dispositifs.", SolicitationAnswer.Refused, "Direction en cours de remplacement, à reprendre dans trois mois."),
        ("cp-bois-darcy", 70, "Courriel", "Présentation de la pension de famille proposée.", SolicitationAnswer.None, ""),
        ("pjj-93", 15, "Téléphone", "Une date en matinée serait possible.", SolicitationAnswer.Accepted, ""),
        ("tj-versailles", 28, "Courriel", "Rencontre avec le service de l’application des peines.", SolicitationAnswer.None, ""),
    ];

    /// <summary>Before the meetings: each court's new judge takes the post on 1 September.</summary>
    public static async Task ArriveAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var first = new DateOnly(context.Today.Year, 9, 1);
        if (context.Today < first.AddDays(20))
            first = first.AddYears(-1);
        var ids = September.Select(s => context.Ids[s.Post]).ToList();
        var posts = await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var people = September.Select(s => new Person(s.First, context.Copy == 0 ? s.Last : $"{s.Last} {context.Copy + 1}", "démonstration, personne fictive")).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync(cancellation);
        foreach (var ((key, _, _), person) in September.Zip(people))
        {
            var post = posts[context.Ids[key]];
            foreach (var holding in post.Holdings.Where(h => h.From < first && !(h.To < first)))
                holding.End(first.AddDays(-1));
            post.Appoint(person.Id, first);
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>After them: what else happened between us. No meeting made here comes after a partner's last counting one and counts.</summary>
    public static async Task LoadAsync(IntranetDb db, DemoContext context, Dictionary<int, Post> posts, Dictionary<string, MeetingKind> kinds, Dictionary<int, string> names, CancellationToken cancellation)
    {
        var today = context.Today;
        db.AddRange(Asked.Select(a =>
        {
            var asked = new Solicitation(context.Ids[a.Partner], today.AddDays(-a.DaysAgo), a.Means, a.Comment, "Karim Lebrun");
            if (a.Answer != SolicitationAnswer.None)
                asked.Answered(a.Answer, today.AddDays(3 - a.DaysAgo), a.Reason, today);
            return asked;
        }));
        var partners = DemoPartners.All.ToDictionary(p => context.Ids[p.Key]);
        var (low, high) = (partners.Keys.Min(), partners.Keys.Max());
        var arrivals = await Arrivals.Of(db, today).Where(a => a.MetOn == null && a.PartnerId >= low && a.PartnerId <= high).OrderBy(a => a.HoldingId).ToListAsync(cancellation);
        db.AddRange(arrivals.Select((a, i) => Introduce(a, i, partners[a.PartnerId], posts, kinds, names, context)).OfType<Meeting>());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>They came to see the house while the partner was met anyway; of those who came since, every other was seen at the regional conference.</summary>
    private static Meeting? Introduce(Arrival arrival, int index, DemoPartner partner, Dictionary<int, Post> posts, Dictionary<string, MeetingKind> kinds, Dictionary<int, string> names, DemoContext context)
    {
        var lastMet = partner.LastMet is { } days ? WorkingDays.OnOrBefore(context.Today.AddDays(-days)) : DateOnly.MinValue;
        var isBefore = arrival.From.AddDays(8) < lastMet;
        var on = WorkingDays.OnOrBefore(isBefore ? Earlier(arrival.From.AddDays(10 + (index * 7 % 45)), lastMet.AddDays(-1)) : Earlier(arrival.From.AddDays(25), context.Today.AddDays(-6)));
        if (on <= arrival.From || (!isBefore && index % 2 == 0) || !posts.TryGetValue(arrival.PostId, out var post) || posts[context.Ids[partner.Owner]].Holdings.FirstOrDefault(h => h.IsOn(on)) is not { } owner)
            return null;
        var kind = kinds[!isBefore ? "regional" : index % 3 == 0 ? "checkpoint" : "visit"];
        var meeting = new Meeting($"{kind.Label}, {names[arrival.PartnerId]}", kind.Id, kind.Code == "visit" ? MeetingMode.AtOurs : MeetingMode.AtTheirs, on);
        meeting.Between([context.Ids[partner.House]], [arrival.PartnerId]);
        List<MeetingParticipant> people =
        [
            new(owner, posts[context.Ids[partner.Owner]], owner.Person!.FullName, Attendance.Present),
            new(post.Holdings.First(h => h.Id == arrival.HoldingId), post, arrival.Person, Attendance.Present),
        ];
        meeting.Gather(people);
        meeting.Announce(on.AddDays(-20));
        meeting.Hold(context.Today);
        meeting.Note("Premier échange avec la personne qui a pris le poste, présentation de l’établissement.");
        meeting.Close(on.AddDays(4), "Karim Lebrun", Counting.For(new CountedPartner(arrival.PartnerId, names[arrival.PartnerId], PostLevel.Management), kind, meeting.Mode, people).Counts ? [arrival.PartnerId] : []);
        return meeting;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
