using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Demo;

/// <summary>A judge's round of three houses next month, three series with their exceptions, and what the next meetings' guests answered.</summary>
internal static class DemoRounds
{
    private static readonly string[] Houses = ["chrs-traverse", "csapa-rive-canal", "act-lilas"];
    private static readonly string[] Heads = ["poste-direction-chrs-traverse", "poste-service-csapa-rive-canal", "poste-service-act-lilas"];

    public static async Task LoadAsync(IntranetDb db, DemoContext context, IReadOnlyDictionary<string, MeetingKind> kinds, IReadOnlyDictionary<int, Post> posts, IReadOnlyCollection<Meeting> meetings, CancellationToken cancellation)
    {
        var houses = Houses.Select(h => context.Ids[h]).ToList();
        var names = await db.Subjects.Where(s => houses.Contains(s.Id) || s.Id == context.Ids["tj-bobigny"]).ToDictionaryAsync(s => s.Id, s => s.Title, cancellation);
        db.Add(Round(context, kinds, posts, names));
        db.AddRange(Series(context));
        await db.SaveChangesAsync(cancellation);
        await InviteAsync(db, context, meetings, cancellation);
    }

    private static VisitRound Round(DemoContext context, IReadOnlyDictionary<string, MeetingKind> kinds, IReadOnlyDictionary<int, Post> posts, Dictionary<int, string> names)
    {
        var on = WorkingDays.OnOrAfter(context.Today.AddDays(26));
        var court = context.Ids["tj-bobigny"];
        var round = new VisitRound("Découverte de nos établissements de Seine-Saint-Denis", court, on, "Montrer aux juges de l’application des peines arrivés à l’automne ce que chaque établissement peut accueillir.");
        round.SetLinks(LinkRole.Establishment, Houses.Select(h => context.Ids[h]));
        round.SetLinks(LinkRole.Partner, [court]);
        var stops = RoundTimes.Of([.. Houses.Select(h => new RoundStop(h, null, h == "chrs-traverse" ? 90 : 60))]);
        var visitors = new[] { "tj-bobigny-poste-3", "tj-bobigny-poste-2" }.Select(k => Named(posts, context, k, on)).OfType<MeetingParticipant>().ToList();
        foreach (var (house, i) in Houses.Select((h, i) => (h, i)))
        {
            var head = Named(posts, context, Heads[i], on);
            var people = visitors.Select(v => Named(posts, context, context.Ids.First(k => k.Value == v.PostId).Key, on)!).Concat(head is null ? [] : [head]);
            RoundLegs.Add(round, kinds[MeetingKind.VisitCode].Id, context.Ids[house], names[context.Ids[house]], names[court], stops[i], i == 0 ? 90 : 60, people).Announce(context.Today);
        }
        return round;
    }

    private static IEnumerable<MeetingSeries> Series(DemoContext context)
    {
        yield return Make(context, SeriesKind.Permanence, "Permanence au quartier arrivants", "cp-93", "poste-justice-chrs-traverse", "spip-93-poste-0",
            s => s.Recur(SeriesRhythm.Weekly, 2, 1, 14 * 60, 180, context.Today.AddDays(-300), null), "Parloir avocats n° 3. Apporter les fiches des dispositifs.");
        var fresnes = Make(context, SeriesKind.Permanence, "Permanence sortants", "cp-fresnes", "poste-direction-chrs-passage", "spip-94-poste-0",
            s => s.Recur(SeriesRhythm.EveryTwoWeeks, 4, 1, 9 * 60, 180, context.Today.AddDays(-200), null), "");
        if (Occurrences.Between(fresnes, [], "94", context.Today.AddDays(10), context.Today.AddDays(40)) is [var first, var second, ..])
        {
            fresnes.Except(first.PlannedOn, null, "Formation de l’équipe ce jour-là", "94");
            var moved = WorkingDays.Next(second.PlannedOn);
            fresnes.Except(second.PlannedOn, moved, "Salle prise par une commission", "94");
        }
        yield return fresnes;
        yield return Make(context, SeriesKind.ServiceMeeting, "Réunion de service de l’antenne", "spip-77-melun", "poste-direction-chrs-escale", null,
            s => s.Recur(SeriesRhythm.Monthly, 4, 1, (9 * 60) + 30, 120, context.Today.AddDays(-400), null), "Huit conseillers présents. Nous passons la première demi-heure, deux fois par an.");
    }

    private static MeetingSeries Make(DemoContext context, SeriesKind kind, string title, string partner, string post, string? notice, Action<MeetingSeries> recur, string notes)
    {
        var house = post[(post.IndexOf('-', "poste-".Length) + 1)..];
        var series = new MeetingSeries(kind, title, context.Ids[partner]);
        series.Describe(title, "", notes);
        recur(series);
        series.Entrust(context.Ids[post], notice is null ? null : context.Ids[notice], 7);
        series.SetLinks(LinkRole.Establishment, [context.Ids[house]]);
        series.SetLinks(LinkRole.Partner, [context.Ids[partner]]);
        return series;
    }

    /// <summary>The next planned meetings were told two days ago; some have answered.</summary>
    private static async Task InviteAsync(IntranetDb db, DemoContext context, IReadOnlyCollection<Meeting> meetings, CancellationToken cancellation)
    {
        var coming = meetings.Where(m => m.State == MeetingState.Planned && m.On > context.Today).OrderBy(m => m.On).ThenBy(m => m.Id).Take(5).ToList();
        var ids = coming.Select(m => m.Id).ToList();
        var prints = await db.Set<Meeting>().Where(m => ids.Contains(m.Id)).Told(db).ToDictionaryAsync(m => m.Id, m => m.Print, cancellation);
        var people = coming.SelectMany(m => m.Participants).Select(p => p.PersonId).ToList();
        var mails = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Email, cancellation);
        var sent = Paris.ToUtc(context.Today.AddDays(-2), new TimeOnly(9, 12));
        var number = 0;
        foreach (var meeting in coming)
        {
            var notice = new MeetingNotice(meeting);
            notice.Tell(prints[meeting.Id]);
            db.Add(notice);
            foreach (var person in meeting.Participants.Where(p => p.PersonId is { } id && mails[id].Length > 0).DistinctBy(p => mails[p.PersonId!.Value]))
            {
                var invitation = new MeetingInvitation(meeting.Id, mails[person.PersonId!.Value], person.Name, person.PersonId);
                invitation.Sent(0, false, sent);
                if (number++ % 3 != 2)
                    invitation.Reply(number % 5 == 0 ? InvitationAnswer.Declined : InvitationAnswer.Accepted, sent.AddHours(3 + number));
                db.Add(invitation);
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static MeetingParticipant? Named(IReadOnlyDictionary<int, Post> posts, DemoContext context, string key, DateOnly day)
        => posts[context.Ids[key]] is var post && post.Holdings.FirstOrDefault(h => h.IsOn(day)) is { Person: { } person } holding ? new MeetingParticipant(holding, post, person.FullName, Attendance.Invited) : null;
}
