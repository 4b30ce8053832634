using Intranet.Contacts;
using Intranet.Contacts.Demo;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Demo;

/// <summary>Two years of meetings of "Les Rives"; for whom each counts is asked of the real rule.</summary>
internal sealed class MeetingsDemo : IDemoSource
{
    private static readonly string[] Counting = ["annual", "steering", "operational", "visit", "annual", "round", "checkpoint", MeetingKind.AllWellCode];
    private static readonly string[] OtherKinds = ["cpu", "synthesis", "admission", "regional", "cap"];

    private static readonly string[] Minutes =
    [
        "Tour de table sur l’année écoulée. Les délais de réponse ont baissé. Une grille d’admission commune est adoptée.",
        "Présentation des équipes, beaucoup de changements des deux côtés. Une visite croisée est proposée pour le printemps.",
        "La partie médicale des dossiers arrive tard. L’unité sanitaire sera invitée à la prochaine rencontre.",
        "Rappel des horaires et de la marge possible. Le numéro d’astreinte est transmis à la permanence.",
        "Bilan des places occupées. Deux places restent libres faute d’orientations : la fiche du dispositif sera diffusée de nouveau.",
        "Point sur les incidents : le rappel et le recadrage ont suffi. Le protocole n’est pas modifié.",
        "Les nouveaux magistrats souhaitent visiter l’établissement à l’automne. Dates à proposer avant l’été.",
        "Le calendrier des commissions est fixé. Le compte rendu sera partagé sous quinze jours.",
    ];

    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var kinds = await db.Set<MeetingKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, cancellation);
        await DemoRelations.ArriveAsync(db, context, cancellation);
        var posts = await PostsAsync(db, context, cancellation);
        var names = await db.Subjects.AsNoTracking().Where(s => s.Kind == ContactsModule.Partner.Code && s.Id >= context.Ids[DemoPartners.All[0].Key])
            .ToDictionaryAsync(s => s.Id, s => s.Title, cancellation);
        var lastWasAllWell = new HashSet<int>();
        var meetings = DemoMeetings.All(context.Random).Select((m, i) => Make(m, i, kinds, posts, names, lastWasAllWell, context)).ToList();
        db.AddRange(meetings);
        // The same for all courts: once, however many copies of the association there are.
        if (context.Copy == 0)
            db.AddRange(ClosureRules.Usual(context.Today.Year - 1).Concat(ClosureRules.Usual(context.Today.Year)).Concat(ClosureRules.Usual(context.Today.Year + 1)));
        db.AddRange(DemoAgenda.Topics(context));
        await db.SaveChangesAsync(cancellation);
        await DemoRounds.LoadAsync(db, context, kinds, posts, meetings, cancellation);
        await DemoRelations.LoadAsync(db, context, posts, kinds, names, cancellation);
    }

    private static async Task<Dictionary<int, Post>> PostsAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var ids = context.Ids.Where(i => i.Key.StartsWith("poste-", StringComparison.Ordinal) || i.Key.Contains("-poste-", StringComparison.Ordinal)).Select(i => i.Value).ToList();
        var (first, last) = (ids.Min(), ids.Max());
        return await db.Set<Post>().AsNoTrackingWithIdentityResolution().Where(p => p.Id >= first && p.Id <= last)
            .Include(p => p.Holdings).ThenInclude(h => h.Person).ToDictionaryAsync(p => p.Id, cancellation);
    }

    private static Meeting Make(DemoMeeting demo, int index, Dictionary<string, MeetingKind> kinds, Dictionary<int, Post> posts, Dictionary<int, string> names, HashSet<int> lastWasAllWell, DemoContext context)
    {
        var (partner, today) = (demo.Partner, context.Today);
        var partnerId = context.Ids[partner.Key];
        var day = demo.Shape == DemoShape.Planned ? WorkingDays.OnOrAfter(today.AddDays(-demo.DaysAgo)) : WorkingDays.OnOrBefore(today.AddDays(-demo.DaysAgo));
        var kind = kinds[KindOf(demo, index, lastWasAllWell.Contains(partnerId))];
        var mode = demo.Shape == DemoShape.AllWellByPhone ? MeetingMode.Phone : (MeetingMode)(1 + (index % 3));
        // A second partner is met too when that doesn't come after its own last meeting; else it is excused.
        var second = kind.Code == "steering" && partner.Links.Length > 0 ? DemoPartners.All.Single(p => p.Key == partner.Links[0]) : null;
        List<int> partners = second is null ? [partnerId] : [partnerId, context.Ids[second.Key]];
        var meeting = new Meeting($"{kind.Label}, {French.List(partners.Select(id => names[id]).Order(StringComparer.Ordinal))}", kind.Id, mode, day, demo.IsOld && index % 2 == 0);
        meeting.Between([context.Ids[partner.House]], partners);
        List<MeetingParticipant> participants = [Ours(kind.IsAllWell ? partner.Head : partner.Owner, partner, day, demo, posts, context)];
        if (Theirs(demo, partner, day, posts, context) is { } theirs)
            participants.Add(theirs);
        if (second is not null && Named(posts[context.Ids[$"{second.Key}-poste-2"]], day, second.LastMet <= demo.DaysAgo && demo.Shape == DemoShape.Counts ? Attendance.Present : Attendance.Excused) is { } guest)
            participants.Add(guest);
        // Meetings gather more than the two who arranged them, except where one person alone keeps the relation.
        if (demo.Shape is not (DemoShape.Planned or DemoShape.Cancelled) && partner.Key != DemoMeetings.Alone)
            participants.AddRange(Others(demo, partner, day, posts, context));
        meeting.Gather([.. participants.DistinctBy(p => p.Name)]);
        DemoAgenda.Fill(meeting, demo, index, kind, posts, context);
        meeting.Announce(day.AddDays(-30) < today ? day.AddDays(-30) : today);

        if (demo.Shape == DemoShape.Cancelled)
            meeting.Cancel(day.AddDays(-3), "Reportée à la demande du partenaire.");
        if (demo.Shape is DemoShape.Cancelled or DemoShape.Planned)
            return meeting;
        meeting.Hold(today);
        if (demo.Shape != DemoShape.Held || index % 2 == 0)
            meeting.Note(DemoAgenda.Minutes(meeting, Minutes[index % Minutes.Length]), index % 5 == 0 ? "À préparer pour la prochaine fois : leurs nouveaux horaires." : null);
        if (demo.Shape == DemoShape.Held)
        {
            DemoAgenda.Remark(meeting, index, today);
            return meeting;
        }
        var counting = partners.Select(id => Meetings.Counting.For(new CountedPartner(id, names[id], PostLevel.Management, lastWasAllWell.Contains(id)), kind, mode, participants))
            .Where(a => a.Counts).Select(a => a.Partner.Id).ToList();
        foreach (var id in counting)
            _ = kind.IsAllWell ? lastWasAllWell.Add(id) : lastWasAllWell.Remove(id);
        meeting.Close(meeting.On.AddDays(6) < today ? day.AddDays(6) : today, "Karim Lebrun", counting);
        return meeting;
    }

    private static string KindOf(DemoMeeting demo, int index, bool lastWasAllWell) => demo.Shape switch
    {
        DemoShape.AllWellByPhone => MeetingKind.AllWellCode,
        DemoShape.OtherKind => OtherKinds[index % OtherKinds.Length],
        DemoShape.TooLow => "checkpoint",
        DemoShape.Counts => Counting[index % Counting.Length] is var code && code == MeetingKind.AllWellCode && lastWasAllWell ? "annual" : Counting[index % Counting.Length],
        _ => Counting[index % (Counting.Length - 1)],
    };

    private static MeetingParticipant Ours(string wanted, DemoPartner partner, DateOnly day, DemoMeeting demo, Dictionary<int, Post> posts, DemoContext context)
        => new[] { wanted, partner.Head, "poste-coordination" }.Select(k => Named(posts[context.Ids[k]], day, demo.Shape is DemoShape.Planned or DemoShape.Cancelled ? Attendance.Invited : Attendance.Present)).First(p => p is not null)!;

    /// <summary>Their steady post at management level; somebody of the field where the meeting is to be too low.</summary>
    private static MeetingParticipant? Theirs(DemoMeeting demo, DemoPartner partner, DateOnly day, Dictionary<int, Post> posts, DemoContext context) => demo.Shape switch
    {
        DemoShape.TooLow => FieldOf(partner, day, posts, context) ?? new MeetingParticipant("Équipe de terrain", "agents présents ce jour-là", context.Ids[partner.Key], Attendance.Present),
        DemoShape.Planned => Named(posts[context.Ids[$"{partner.Key}-poste-2"]], day, Attendance.Invited),
        DemoShape.Cancelled => Named(posts[context.Ids[$"{partner.Key}-poste-2"]], day, Attendance.Excused),
        _ => Named(posts[context.Ids[$"{partner.Key}-poste-2"]], day, Attendance.Present),
    };

    /// <summary>Two more of ours, one more of theirs: of the field only where the meeting is to be too low.</summary>
    private static IEnumerable<MeetingParticipant> Others(DemoMeeting demo, DemoPartner partner, DateOnly day, Dictionary<int, Post> posts, DemoContext context)
    {
        string[] ours = [partner.Head, $"poste-service-{partner.House}", $"poste-justice-{partner.House}", "poste-coordination"];
        string[] theirs = demo.Shape == DemoShape.TooLow ? [] : [$"{partner.Key}-poste-1", $"{partner.Key}-poste-3"];
        return Present(ours).Take(3).Append(FieldOf(partner, day, posts, context) ?? Present(theirs).FirstOrDefault()).OfType<MeetingParticipant>();

        IEnumerable<MeetingParticipant> Present(string[] keys) => keys.Where(context.Ids.ContainsKey)
            .Select(k => Named(posts[context.Ids[k]], day, Attendance.Present)).OfType<MeetingParticipant>();
    }

    private static MeetingParticipant? FieldOf(DemoPartner partner, DateOnly day, Dictionary<int, Post> posts, DemoContext context)
        => new[] { 1, 3 }.Select(n => context.Ids.TryGetValue($"{partner.Key}-poste-{n}", out var id) ? posts[id] : null)
            .Where(p => p is { Level: PostLevel.Field }).Select(p => Named(p!, day, Attendance.Present)).FirstOrDefault(p => p is not null);

    /// <summary>Who held the post that day; null while it was vacant.</summary>
    private static MeetingParticipant? Named(Post post, DateOnly day, Attendance attendance)
        => post.Holdings.FirstOrDefault(h => h.IsOn(day)) is { Person: { } person } holding ? new MeetingParticipant(holding, post, person.FullName, attendance) : null;
}
