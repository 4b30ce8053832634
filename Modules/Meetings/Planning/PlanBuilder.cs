using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>A meeting that stands already, but after its partner's due date.</summary>
internal sealed record PlanTooLate(PlannerPartner Partner, DateOnly Due, DateOnly On);

/// <summary>From what the planner read to what the rule asks.</summary>
internal sealed record PlanBuilder(DateOnly Today, DateOnly Until, IReadOnlyCollection<PlannerPartner> All, IReadOnlyCollection<PlannerMeeting> Meetings, IReadOnlyCollection<Closure> Closures, ILookup<int, PlanAway> Away)
{
    private const string Elsewhere = "Cette relation est tenue par un établissement hors de votre périmètre.";

    /// <summary>First day of the meetings to read: those that await a partner from today on, those of the month and the week of the first day proposed.</summary>
    public static DateOnly ReadFrom(DateOnly today)
    {
        var first = WorkingDays.Add(today, PlanRequest.NoticeDays);
        var month = new DateOnly(first.Year, first.Month, 1).AddDays(-6);
        return month < today ? month : today;
    }

    /// <summary>Last day to read: the period may end in the middle of a week, whose load holds to its Sunday.</summary>
    public static DateOnly ReadTo(DateOnly until) => until.AddDays(6);

    /// <summary>The plan for some partners; those that a meeting already awaits are left in peace.</summary>
    public Plan Propose(IEnumerable<PlannerPartner> wanted)
    {
        var awaited = Meetings.Where(m => m.IsExpected(Today)).SelectMany(m => m.Partners).ToHashSet();
        var coordinators = All.Where(p => p.OwnerPersonId is not null).DistinctBy(p => p.OwnerPersonId)
            .Select(p => new PlanCoordinator(p.OwnerPersonId!.Value, p.OwnerName!, p.PerWeek ?? MeetingLoad.DefaultPerWeek, p.PerMonth ?? MeetingLoad.DefaultPerMonth) { Away = [.. Away[p.OwnerPersonId.Value]] }).ToList();
        var seeking = wanted.Where(p => !awaited.Contains(p.Id)).ToLookup(p => p.IsOwn);
        var plan = Planner.Propose(new PlanRequest(Today, Until, [.. seeking[true].Select(Of)], coordinators, [.. Load()], [.. Days()]));
        return plan with { Gaps = [.. plan.Gaps, .. seeking[false].Select(Of).Where(p => p.Due <= Until).Select(p => new PlanGap(p, Elsewhere))] };
    }

    /// <summary>Meetings that stand, but too late: to be moved forward by hand if they can.</summary>
    public IEnumerable<PlanTooLate> TooLate(IEnumerable<PlannerPartner> wanted)
    {
        var next = Meetings.Where(m => m.IsExpected(Today)).SelectMany(m => m.Partners.Select(p => (Partner: p, m.On)))
            .GroupBy(m => m.Partner).ToDictionary(g => g.Key, g => g.Min(m => m.On));
        foreach (var partner in wanted)
        {
            var due = partner.ObligationOn(Today).Due;
            if (partner.LastMet is not null && due >= Today && next.TryGetValue(partner.Id, out var on) && on > due)
                yield return new PlanTooLate(partner, due, on);
        }
    }

    private PlanPartner Of(PlannerPartner partner)
    {
        var obligation = partner.ObligationOn(Today);
        return new PlanPartner(partner.Id, partner.Name, partner.Department, obligation.Due, obligation.State == ObligationState.NeverSeen, partner.OwnerPersonId);
    }

    /// <summary>Each meeting weighs on those of ours who take part, else on who keeps the relation.</summary>
    private IEnumerable<PlanMeeting> Load()
    {
        var byId = All.ToDictionary(p => p.Id);
        foreach (var meeting in Meetings.Where(m => !m.IsApproximate && m.State != MeetingState.Postponed))
        {
            var partners = meeting.Partners.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
            var people = meeting.Ours.Count > 0 ? meeting.Ours : [.. partners.Select(p => p.OwnerPersonId).OfType<int>()];
            foreach (var person in people.Distinct())
                yield return new PlanMeeting(meeting.On, person, partners.FirstOrDefault()?.Department ?? "", meeting.IsVisible ? partners.FirstOrDefault()?.Name ?? meeting.Title : "");
        }
    }

    private IEnumerable<PlanClosure> Days()
    {
        foreach (var closure in Closures.Where(c => c is { Kind: ClosureKind.Closed, PartnerId: null }))
            yield return new PlanClosure(closure.From, closure.To, null, closure.Department);
        foreach (var partner in All.Where(p => p.IsCourt || Closures.Any(c => c.PartnerId == p.Id)))
        {
            foreach (var closure in ClosureRules.Of(partner, Closures).Where(c => c.PartnerId is not null || c.Kind == ClosureKind.ReducedService))
                yield return new PlanClosure(closure.From, closure.To, partner.Id);
        }
    }
}
