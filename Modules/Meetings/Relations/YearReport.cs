using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <param name="States">How many in each state.</param>
internal sealed record ReportKind(string Label, bool Counts, IReadOnlyDictionary<MeetingState, int> States)
{
    public int Total => States.Values.Sum();
}

/// <summary>A decision, a finding or a need, under the kind of partner that it came from.</summary>
internal sealed class ReportOutcome
{
    public required OutcomeKind Kind { get; init; }
    public required string Text { get; init; }
    public required int MeetingId { get; init; }
    public required DateOnly On { get; init; }
    public required List<ReportParty> Parties { get; init; }

    public string PartnerKind => Parties.Count == 0 ? "Réunions internes" : Parties[0].Kind;
    public string Partners => string.Join(", ", Parties.Select(p => p.Name));
}

internal sealed class ReportParty
{
    public required string Name { get; init; }
    public required string Kind { get; init; }
}

/// <summary>The year's meetings and what came out of them: findings and needs gathered by kind of partner (trade.md, "Meetings"). Four commands.</summary>
internal sealed class YearReport
{
    public required int Year { get; init; }

    /// <summary>Last day covered: the year's, or today while it runs.</summary>
    public required DateOnly Until { get; init; }
    public required IReadOnlyList<ReportKind> Kinds { get; init; }
    public required CoverageCount Start { get; init; }
    public required CoverageCount End { get; init; }
    public required IReadOnlyList<ReportOutcome> Outcomes { get; init; }

    public int Total(MeetingState state) => Kinds.Sum(k => k.States.GetValueOrDefault(state));

    public IEnumerable<IGrouping<string, ReportOutcome>> Of(params OutcomeKind[] kinds)
        => Outcomes.Where(o => kinds.Contains(o.Kind)).GroupBy(o => o.PartnerKind).OrderBy(g => g.Key, StringComparer.CurrentCulture);

    public static async Task<YearReport> ReadAsync(IntranetDb db, CurrentUser user, int year, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var until = last < today ? last : today;
        var meetings = db.Set<Meeting>().AsNoTracking().InScope(db, user).Where(m => m.On >= first && m.On <= last);
        var rows = await meetings.Select(m => new { m.Kind.Label, m.Kind.Order, m.Kind.Counts, m.PlannedOn, m.HeldOn, m.ClosedOn, m.PostponedOn, m.CancelledOn }).ToListAsync(cancellation);
        var outcomes = await db.Set<MeetingOutcome>().AsNoTracking().Where(o => o.Kind != OutcomeKind.Action && meetings.Any(m => m.Id == o.MeetingId && m.HeldOn != null && m.CancelledOn == null))
            .OrderBy(o => o.Meeting!.On).ThenBy(o => o.Id).Select(o => new ReportOutcome
            {
                Kind = o.Kind,
                Text = o.Text,
                MeetingId = o.MeetingId,
                On = o.Meeting!.On,
                Parties = o.Meeting.Subject.Links.Where(l => l.Role == LinkRole.Partner).SelectMany(l => db.Set<Partner>().Where(p => p.Id == l.ToId)).OrderBy(p => p.Name)
                    .Select(p => new ReportParty { Name = p.Name, Kind = p.Kind.Label }).ToList(),
            }).ToListAsync(cancellation);
        var coverage = await CoverageBook.ReadAsync(db, today, cancellation);
        return new YearReport
        {
            Year = year,
            Until = until,
            Kinds = [.. rows.GroupBy(r => (r.Order, r.Label, r.Counts)).OrderBy(g => g.Key.Order).Select(g => new ReportKind(g.Key.Label, g.Key.Counts,
                g.CountBy(r => MeetingStates.Of(r.PlannedOn, r.HeldOn, r.ClosedOn, r.PostponedOn, r.CancelledOn)).ToDictionary()))],
            Start = CoverageCount.Of(coverage.All, first.AddDays(-1)),
            End = CoverageCount.Of(coverage.All, until),
            Outcomes = outcomes,
        };
    }
}
