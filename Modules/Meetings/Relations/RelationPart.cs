using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>On the sheet of a partner: what was asked, what waits, who is new, what is planned. Three commands.</summary>
internal sealed class RelationPart : ISheetPart
{
    public string Kind => ContactsModule.Partner.Code;
    public HomePlace Place => HomePlace.Main;
    public int Order => 10;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, DateOnly today, CancellationToken cancellation)
    {
        var meetings = db.Set<Meeting>().AsNoTracking().InScope(db, user);
        var topics = db.Set<PartnerTopic>().From(meetings).Waiting();
        var series = db.Set<MeetingSeries>().AsNoTracking().InScope(db, user);
        var card = await db.Set<Partner>().AsNoTracking().Where(p => p.Id == partnerId).Select(p => new RelationCard
        {
            PartnerId = p.Id,
            IsFollowed = p.RelationOwnerId != null && p.ClosedOn == null,
            Next = p.Subject.LinkedFrom.Where(l => l.Role == LinkRole.Partner)
                .SelectMany(l => meetings.Where(m => m.Id == l.FromId && m.On >= today && m.PlannedOn != null && m.HeldOn == null && m.PostponedOn == null && m.CancelledOn == null))
                .OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => new NextMeeting { Id = m.Id, On = m.On, Title = m.Title }).FirstOrDefault(),
            Topics = topics.Where(t => t.PartnerId == p.Id).OrderBy(t => t.On).ThenBy(t => t.Id)
                .Select(t => new TopicLine { Id = t.Id, Text = t.Text, On = t.On, Author = t.Author }).Take(RelationCard.Most).ToList(),
            Solicited = db.Set<Solicitation>().Where(s => s.PartnerId == p.Id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => new LastSolicitation { On = s.On, Means = s.Means, Answer = s.Answer, AnsweredOn = s.AnsweredOn, Reason = s.Reason }).FirstOrDefault(),
            LastMet = PartnerMeetings.Met(db).Where(m => m.PartnerId == p.Id).Max(m => (DateOnly?)m.On),
            ServiceMeetings = series.Where(s => s.PartnerId == p.Id && s.Kind == SeriesKind.ServiceMeeting && (s.To == null || s.To >= today)).OrderBy(s => s.Weekday).ThenBy(s => s.Id).ToList(),
        }).FirstOrDefaultAsync(cancellation);
        if (card is null)
            return null;
        card.Actions = await Actions(db, meetings, [partnerId], today).Take(RelationCard.Most).ToListAsync(cancellation);
        if (card.IsFollowed)
            card.Arrivals = await Arrivals.Of(db, today).Where(a => a.PartnerId == partnerId && a.MetOn == null).OrderBy(a => a.From).ThenBy(a => a.HoldingId).Take(RelationCard.Most).ToListAsync(cancellation);
        (card.Today, card.CanWrite) = (today, user.May(Permission.WriteMeetings));
        return new HomeCard("/Pages/Relations/_PartnerRelation.cshtml", card);
    }

    /// <summary>Actions that wait, on both sides, of meetings with these partners; the late ones first, then by date.</summary>
    public static IQueryable<OpenAction> Actions(IntranetDb db, IQueryable<Meeting> meetings, IReadOnlyCollection<int> partnerIds, DateOnly today)
        => db.Set<MeetingOutcome>().AsNoTracking()
            .Where(o => o.Kind == OutcomeKind.Action && o.DoneOn == null && o.DroppedOn == null && meetings.Any(m => m.Id == o.MeetingId && m.CancelledOn == null)
                && db.SubjectLinks.Any(l => l.Role == LinkRole.Partner && partnerIds.Contains(l.ToId) && l.FromId == o.MeetingId)
                && (o.IsOurs != false || o.Post!.PartnerId == null || partnerIds.Contains(o.Post.PartnerId.Value)))
            .OrderBy(o => o.DueOn < today ? 0 : o.DueOn != null ? 1 : 2).ThenBy(o => o.DueOn).ThenBy(o => o.Id)
            .Select(o => new OpenAction { Id = o.Id, MeetingId = o.MeetingId, MeetingOn = o.Meeting!.On, Text = o.Text, IsOurs = o.IsOurs != false, Post = o.Post!.Title, DueOn = o.DueOn });
}
