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

/// <summary>
/// All conventions of the day, read once and kept until something is saved: states, deadlines and risks are rules over many facts,
/// which each page, filter and count would otherwise ask of the database again. The history's last entry tells whether anything was
/// saved, by whichever process; what it doesn't tell (a list's label) waits a minute at most. Who may see which lines is asked of
/// the database, at each reading.
/// </summary>
internal sealed class ConventionBoard(IPartnerMeetings meetings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim reading = new(1);
    private Snapshot? kept;

    /// <summary>The lines, by id, of all conventions: keep those in scope.</summary>
    public async Task<IReadOnlyDictionary<int, ConventionLine>> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var last = await db.Set<AuditEntry>().MaxAsync(e => (int?)e.Id, cancellation) ?? 0;
        if (Holds(kept, today, last))
            return kept!.Lines;
        await reading.WaitAsync(cancellation);
        try
        {
            if (!Holds(kept, today, last))
                kept = new Snapshot(today, last, clock.GetUtcNow(), await LinesAsync(db, today, cancellation));
            return kept!.Lines;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private bool Holds(Snapshot? snapshot, DateOnly today, int last)
        => snapshot is not null && snapshot.Today == today && snapshot.Last >= last && clock.GetUtcNow() - snapshot.ReadAt < Age;

    private async Task<IReadOnlyDictionary<int, ConventionLine>> LinesAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
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

    private sealed record Snapshot(DateOnly Today, int Last, DateTimeOffset ReadAt, IReadOnlyDictionary<int, ConventionLine> Lines);
}
