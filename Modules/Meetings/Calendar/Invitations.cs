using System.Globalization;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Intranet.Meetings;

/// <summary>
/// Tells calendars what meetings became. Several nodes may run at the same time: a notice is claimed, told and written down in one
/// transaction, so that it is told once or waits.
/// </summary>
internal sealed class Invitations(IntranetDb db, IMailbox mailbox, SingleUseLinks links, HouseAddress house, BusinessDay day, TimeProvider clock, ILogger<Invitations> log)
{
    /// <summary>Purpose of the link with which one answers; its payload is the invitation's id.</summary>
    public const string Reply = "meeting-reply";

    /// <summary>A meeting this near doesn't wait for office hours.</summary>
    public const int UrgentDays = 2;

    /// <summary>Nobody is asked again sooner.</summary>
    public static readonly TimeSpan RemindPatience = TimeSpan.FromHours(24);

    private const int Batch = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One round.</summary>
    /// <returns>How many letters were queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (day.IsSet)
            return 0;
        var (now, soon) = (Now, day.Today.AddDays(UrgentDays));
        // Waiting here rather than in the outbox: whatever changes overnight still makes one mail.
        var isOpen = OfficeHours.OnOrAfter(now) == now;
        var due = await db.Set<MeetingNotice>().Where(n => n.NotifyAt <= now && (isOpen || n.Meeting.On <= soon))
            .OrderBy(n => n.NotifyAt).Take(Batch).Select(n => n.MeetingId).ToListAsync(cancellation);
        var told = 0;
        foreach (var id in due)
            told += await TryTellAsync(id, cancellation);
        return told;
    }

    private async Task<int> TryTellAsync(int id, CancellationToken cancellation)
    {
        try
        {
            return await TellAsync(id, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(e, "Meeting {Meeting} could not be told", id);
            var later = Now.AddHours(1);
            await db.Set<MeetingNotice>().Where(n => n.MeetingId == id && n.NotifyAt != null).ExecuteUpdateAsync(n => n.SetProperty(x => x.NotifyAt, later), cancellation);
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> TellAsync(int id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = Now;
        if (await db.Set<MeetingNotice>().Where(n => n.MeetingId == id && n.NotifyAt <= now).ExecuteUpdateAsync(n => n.SetProperty(x => x.NotifyAt, (DateTime?)null), cancellation) == 0)
            return 0;
        var meeting = await db.Set<Meeting>().Where(m => m.Id == id).Told(db).SingleAsync(cancellation);
        var steps = new List<InvitationStep>();
        if (meeting.IsPlanned && !meeting.IsHeld && meeting.On >= day.Today)
        {
            var notice = await db.Set<MeetingNotice>().SingleAsync(n => n.MeetingId == id, cancellation);
            var known = await db.Set<MeetingInvitation>().Where(i => i.MeetingId == id).ToListAsync(cancellation);
            var isChanged = notice.Told != meeting.Print;
            steps.AddRange(InvitationPlan.Of(meeting.IsOff ? [] : await GuestsAsync(id, cancellation), known, isChanged));
            if (meeting.IsAtAnotherTime(notice.Told))
                known.ForEach(i => i.AskAgain());
            if (isChanged || steps.Count > 0)
                notice.Tell(meeting.Print);
            await SendAsync(meeting, steps, notice.Sequence, now, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return steps.Count;
    }

    /// <summary>Asks again those who have not answered since a day at least.</summary>
    /// <returns>How many letters were queued; the caller has saved nothing else.</returns>
    public async Task<int> RemindAsync(int id, CancellationToken cancellation)
    {
        var (now, before) = (Now, Now - RemindPatience);
        var meeting = await db.Set<Meeting>().Where(m => m.Id == id).Told(db).SingleAsync(cancellation);
        if (!meeting.IsPlanned || meeting.IsHeld || meeting.IsOff || meeting.On < day.Today)
            throw new BrokenRuleException("Cette rencontre n’attend plus de réponse.");
        var silent = await db.Set<MeetingInvitation>().Where(i => i.MeetingId == id && !i.IsCancelled && i.Answer == InvitationAnswer.None && i.SentAt < before && EF.Functions.Like(i.Email, "%@%")).ToListAsync(cancellation);
        var leaves = meeting.On <= day.Today.AddDays(UrgentDays) ? now : OfficeHours.OnOrAfter(now);
        foreach (var invitation in silent)
        {
            var guest = new Guest(invitation.Email, invitation.Name, invitation.PersonId);
            var file = CalendarFile.Attach(CalendarMethod.Request, EventFor(meeting, guest, invitation.Sequence, null), now);
            mailbox.Queue(InvitationMail.Remind(meeting, guest, await DoorAsync(meeting, invitation, cancellation), file) with { NotBefore = leaves });
            invitation.Sent(invitation.Sequence, false, now);
        }
        await db.SaveChangesAsync(cancellation);
        return silent.Count;
    }

    private async Task SendAsync(ToldMeeting meeting, List<InvitationStep> steps, int sequence, DateTime now, CancellationToken cancellation)
    {
        var sent = new List<(InvitationStep Step, MeetingInvitation Invitation)>();
        foreach (var step in steps)
        {
            var invitation = step.Known ?? new MeetingInvitation(meeting.Id, step.Guest.Email, step.Guest.Name, step.Guest.PersonId);
            if (step.Known is null)
                db.Add(invitation);
            sent.Add((step, invitation));
        }
        // The links carry the invitations' ids.
        await db.SaveChangesAsync(cancellation);
        foreach (var (step, invitation) in sent)
        {
            var isChange = step.IsChange;
            if (step.Method == CalendarMethod.Request && invitation.IsCancelled)
                invitation.AskAgain();
            var file = CalendarFile.Attach(step.Method, EventFor(meeting, step.Guest, sequence, Accepted(invitation)), now);
            mailbox.Queue(step.Method == CalendarMethod.Cancel
                ? InvitationMail.Cancel(meeting, step.Guest, file)
                : InvitationMail.Invite(meeting, step.Guest, isChange, await DoorAsync(meeting, invitation, cancellation), file));
            invitation.Sent(sequence, step.Method == CalendarMethod.Cancel, now);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<string> DoorAsync(ToldMeeting meeting, MeetingInvitation invitation, CancellationToken cancellation)
    {
        var life = Paris.ToUtc(meeting.On.AddDays(1), TimeOnly.MinValue) - Now;
        return $"{house.Web}/rencontres/reponse/{await links.CreateAsync(Reply, invitation.Id.ToString(CultureInfo.InvariantCulture), life, cancellation)}";
    }

    // Each is named alone in their file: addresses are not passed round, and answers come by the link, since nobody reads the sender's mailbox.
    private CalendarEvent EventFor(ToldMeeting meeting, Guest guest, int sequence, bool? accepted)
        => meeting.Event(house, sequence) with { Guests = [new CalendarGuest(guest.Name, guest.Email, accepted)] };

    private static bool? Accepted(MeetingInvitation invitation) => invitation.Answer switch { InvitationAnswer.Accepted => true, InvitationAnswer.Declined => false, _ => null };

    private async Task<List<Guest>> GuestsAsync(int id, CancellationToken cancellation)
        => await db.Set<MeetingParticipant>().Where(p => p.MeetingId == id).OrderBy(p => p.Id)
            .Select(p => new Guest(p.Email != "" ? p.Email : p.Post!.Email != null && p.Post.Email != "" ? p.Post.Email : p.Person!.Email ?? "", p.Name, p.PersonId, p.Attendance == Attendance.Excused))
            .ToListAsync(cancellation);
}
