using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>What each address was told of a meeting and answered, and whether something is still to be told.</summary>
internal sealed class InvitationList
{
    public required DateOnly On { get; init; }
    public required bool IsComing { get; init; }
    public required DateTime? NotifyAt { get; init; }

    /// <summary>Taking part, with nowhere to write to.</summary>
    public required List<string> WithoutAddress { get; init; }
    public required List<InvitationRow> Rows { get; init; }

    public IEnumerable<InvitationRow> Live => Rows.Where(r => !r.IsCancelled);

    public int Count(InvitationAnswer answer) => Live.Count(r => r.Answer == answer);

    /// <summary>« 2 viendront, 1 ne viendra pas, 1 sans réponse »</summary>
    public string Summary => string.Join(", ", new[]
    {
        (Count: Count(InvitationAnswer.Accepted), One: "viendra", Many: "viendront"),
        (Count: Count(InvitationAnswer.Declined), One: "ne viendra pas", Many: "ne viendront pas"),
        (Count: Count(InvitationAnswer.None), One: "sans réponse", Many: "sans réponse"),
    }.Where(p => p.Count > 0).Select(p => $"{p.Count} {(p.Count == 1 ? p.One : p.Many)}"));

    /// <summary>When what waits leaves, given office hours.</summary>
    public string? Leaves(DateOnly today) => NotifyAt is not { } at ? null
        : French.DateTime(On <= today.AddDays(Invitations.UrgentDays) ? at : OfficeHours.OnOrAfter(at));

    /// <summary>One command.</summary>
    public static Task<InvitationList> ReadAsync(IntranetDb db, int meetingId, DateOnly today, CancellationToken cancellation)
        => db.Set<Meeting>().AsNoTracking().Where(m => m.Id == meetingId).Select(m => new InvitationList
        {
            On = m.On,
            IsComing = m.PlannedOn != null && m.HeldOn == null && m.CancelledOn == null && m.PostponedOn == null && !m.IsApproximate && m.On >= today,
            NotifyAt = db.Set<MeetingNotice>().Where(n => n.MeetingId == m.Id).Select(n => n.NotifyAt).FirstOrDefault(),
            WithoutAddress = m.Participants.Where(p => p.Attendance != Attendance.Excused && p.Email == "" && (p.Post == null || p.Post.Email == "") && (p.Person == null || p.Person.Email == ""))
                .OrderBy(p => p.Name).Select(p => p.Name).ToList(),
            Rows = db.Set<MeetingInvitation>().Where(i => i.MeetingId == m.Id).OrderBy(i => i.IsCancelled).ThenBy(i => i.Name).ThenBy(i => i.Id)
                .Select(i => new InvitationRow { Name = i.Name, Email = i.Email, PersonId = i.PersonId, SentAt = i.SentAt, IsCancelled = i.IsCancelled, Answer = i.Answer, AnsweredAt = i.AnsweredAt }).ToList(),
        }).SingleAsync(cancellation);
}

internal sealed class InvitationRow
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required int? PersonId { get; init; }
    public required DateTime SentAt { get; init; }
    public required bool IsCancelled { get; init; }
    public required InvitationAnswer Answer { get; init; }
    public required DateTime? AnsweredAt { get; init; }

    public (string Icon, string Tone, string Label) Look => this switch
    {
        { IsCancelled: true } => ("calendar-x", "", "Prévenu·e de l’annulation"),
        { Answer: InvitationAnswer.Accepted } => ("check", "is-ok", Labels.Of(Answer)),
        { Answer: InvitationAnswer.Declined } => ("x", "is-bad", Labels.Of(Answer)),
        _ => ("clock", "is-outline", "Sans réponse"),
    };
}
