using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>A party of a convention, as lists name and filter it.</summary>
internal sealed record PartyLine(int Id, LinkRole Role, string Title, string PartnerKind, string Departments);

/// <summary>One convention as lists show it: facts, state, deadlines, parties and risks of the day.</summary>
internal sealed class ConventionLine(ConventionFacts facts, RiskFacts risk, IReadOnlyList<PartyLine> parties, DateOnly today)
{
    public ConventionFacts Facts { get; } = facts;
    public RiskFacts Risk { get; } = risk;
    public IReadOnlyList<PartyLine> Parties { get; } = parties;
    public ConventionState State { get; } = facts.On(today);
    public DateOnly? End { get; } = facts.Period(today)?.End;
    public ConventionDecision? Decision { get; } = facts.Decision(today);
    public IReadOnlyList<ConventionRisk> Risks { get; } = ConventionRisks.Of(facts, risk, today);

    public IEnumerable<PartyLine> Establishments => Parties.Where(p => p.Role == LinkRole.Establishment);
    public IEnumerable<PartyLine> Partners => Parties.Where(p => p.Role == LinkRole.Partner);
}

/// <summary>The lines of all conventions, by id: states, deadlines and risks of the day. Keep those in scope.</summary>
internal sealed class ConventionBoard(IPartnerMeetings meetings, TimeProvider clock) : Board<IReadOnlyDictionary<int, ConventionLine>>(clock)
{
    protected override async Task<IReadOnlyDictionary<int, ConventionLine>> FactsAsync(IntranetDb db, DateOnly today, IReadOnlyDictionary<int, ConventionLine>? known, CancellationToken cancellation)
    {
        var facts = await db.Set<Convention>().AsNoTracking().Select(ConventionFacts.Projection).ToListAsync(cancellation);
        var risks = await new RiskReader(db, meetings, today).ReadAsync(cancellation);
        var lines = new Dictionary<int, ConventionLine>(facts.Count);
        foreach (var fact in facts)
        {
            // Saved between two commands: the next reading has it.
            if (risks.TryGetValue(fact.Id, out var risk))
                lines[fact.Id] = new ConventionLine(fact, risk.Facts, risk.Parties, today);
        }
        return lines;
    }
}
