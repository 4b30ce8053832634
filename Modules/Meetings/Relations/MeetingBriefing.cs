using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Before meeting a partner: what was decided, what each side promised, what waits to be spoken of, whom to meet for the first time. Four commands.</summary>
internal sealed class MeetingBriefing : IPartnerBriefing
{
    private const int Most = 8;

    public int Order => 0;

    public async Task<IReadOnlyList<BriefingSection>> ReadAsync(IntranetDb db, CurrentUser user, BriefingRequest request, CancellationToken cancellation)
    {
        var (ids, today) = (request.PartnerIds, request.Today);
        var meetings = db.Set<Meeting>().AsNoTracking().InScope(db, user);
        var decisions = await db.Set<MeetingOutcome>().AsNoTracking()
            .Where(o => o.Kind == OutcomeKind.Decision && meetings.Any(m => m.Id == o.MeetingId && m.HeldOn != null && m.CancelledOn == null) && db.SubjectLinks.Any(l => l.Role == LinkRole.Partner && ids.Contains(l.ToId) && l.FromId == o.MeetingId))
            .OrderByDescending(o => o.Meeting!.On).ThenBy(o => o.Id).Select(o => new { o.Text, o.MeetingId, o.Meeting!.On, o.Meeting.IsApproximate }).Take(Most).ToListAsync(cancellation);
        var actions = await RelationPart.Actions(db, meetings, ids, today).Take(2 * Most).ToListAsync(cancellation);
        var topics = await db.Set<PartnerTopic>().AsNoTracking().From(meetings).Waiting().Where(t => ids.Contains(t.PartnerId)).OrderBy(t => t.On).ThenBy(t => t.Id).Select(t => new { t.Text, t.On }).Take(Most).ToListAsync(cancellation);
        var arrivals = await Arrivals.Of(db, today).Where(a => ids.Contains(a.PartnerId) && a.MetOn == null).OrderBy(a => a.From).ThenBy(a => a.HoldingId).Take(Most).ToListAsync(cancellation);
        List<BriefingSection> sections =
        [
            new("Dernières décisions", decisions.ConvertAll(d => new BriefingLine(d.Text, MeetingList.Day(d.On, d.IsApproximate), $"/rencontres/{d.MeetingId}"))),
            new("Actions de notre côté", [.. actions.Where(a => a.IsOurs).Select(a => Line(a, today))]),
            new("Actions du côté du partenaire", [.. actions.Where(a => !a.IsOurs).Select(a => Line(a, today))]),
            new("Sujets à aborder", topics.ConvertAll(t => new BriefingLine(t.Text, $"noté le {French.Date(t.On)}"))),
            new("Premiers contacts à prendre", arrivals.ConvertAll(a => new BriefingLine($"{a.Person}, {a.Post}", $"en poste depuis le {French.Date(a.From)}, à rencontrer avant le {French.Date(a.On(today).Due)}", $"/personnes/{a.PersonId}", a.On(today).State == FirstContactState.Late))),
        ];
        return [.. sections.Where(s => s.Lines.Count > 0)];
    }

    private static BriefingLine Line(OpenAction action, DateOnly today) => new(action.Text,
        string.Join(", ", new[] { action.Post ?? "", action.DueOn is { } due ? $"{(action.IsLate(today) ? "en retard, " : "")}avant le {French.Date(due)}" : "sans échéance" }.Where(t => t.Length > 0)), $"/rencontres/{action.MeetingId}", action.IsLate(today));
}
