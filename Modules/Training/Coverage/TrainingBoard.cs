using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>
/// The facts of coverage, read once and kept until something is saved, as the conventions' board does: matrix, teams, reminders and figures
/// ask the same rule. Everybody's: keep what the reader may see (<see cref="TrainingScope"/>).
/// </summary>
internal sealed class TrainingBoard(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    /// <summary>What coverage is computed from; other saves leave it as it is. A service may move, people may be merged.</summary>
    private static readonly string[] Sources =
    [
        nameof(Establishment), nameof(StaffMember), nameof(Person), nameof(TrainingRecord), nameof(TrainingSession), nameof(Enrolment), nameof(Course), nameof(Requirement), nameof(RequirementCourse), "Service",
    ];

    private readonly SemaphoreSlim reading = new(1);
    private Snapshot? kept;

    /// <summary>One command when nothing of it was saved since, else eight.</summary>
    public async Task<TrainingSnapshot> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var (known, saved) = (kept, db.Set<AuditEntry>().AsNoTracking());
        var last = known is not null && Holds(known, today, known.Last)
            ? await saved.Where(e => e.Id > known.Last && (Sources.Contains(e.Entity) || e.Action == AuditAction.Merged)).MaxAsync(e => (int?)e.Id, cancellation) ?? known.Last
            : await saved.MaxAsync(e => (int?)e.Id, cancellation) ?? 0;
        if (Holds(kept, today, last))
            return kept!.Facts;
        await reading.WaitAsync(cancellation);
        try
        {
            if (!Holds(kept, today, last))
            {
                var facts = await FactsAsync(db, cancellation);
                // The same facts keep the days computed from them.
                kept = new(today, last, clock.GetUtcNow(), kept is { } old && old.Today == today && old.Facts.Facts.IsSameAs(facts) ? old.Facts : new(facts, today));
            }
            return kept!.Facts;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private bool Holds(Snapshot? snapshot, DateOnly today, int last)
        => snapshot is not null && snapshot.Today == today && snapshot.Last >= last && clock.GetUtcNow() - snapshot.ReadAt < Age;

    /// <summary>Reads the facts from the database: what the board keeps, and what a dry run of another day asks.</summary>
    public static async Task<TrainingFacts> FactsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var houses = await db.Set<Establishment>().AsNoTracking().OrderBy(e => e.Name)
            .Select(e => new TeamHouse(e.Id, (e.Kind + " " + e.Name).Trim(), e.Kind, e.PoleId)).ToListAsync(cancellation);
        var team = await db.Set<StaffMember>().AsNoTracking()
            .Select(s => new TeamMember(s.PersonId, s.EstablishmentId, s.Function, s.From, s.To, s.FixedTermEnd, s.LongLeaveFrom, s.LongLeaveTo)).ToListAsync(cancellation);
        var records = await db.Set<TrainingRecord>().AsNoTracking().Where(r => r.AcceptedOn != null && r.CancelledOn == null)
            .Select(r => new CompletedCourse(r.PersonId, r.CourseId, r.CompletedOn, r.StatedUntil, r.Minutes, r.Cost, r.SessionId != null)).ToListAsync(cancellation);
        var seats = await db.Set<Enrolment>().AsNoTracking()
            .Where(e => e.PersonId != null && e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null && e.Session!.CancelledOn == null && e.Session.ClosedOn == null)
            .Select(e => new BookedSeat(e.PersonId!.Value, e.Session!.CourseId, e.SessionId, e.Session.To)).ToListAsync(cancellation);
        var courses = await db.Set<Course>().AsNoTracking().Select(c => new { c.Id, c.Title, c.Validity, c.ValidityMonths, c.RenewalMonths, c.ReplacesId }).ToListAsync(cancellation);
        var requirements = await db.Set<Requirement>().AsNoTracking().OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.Function, r.EstablishmentKind, r.EstablishmentId, Service = r.Service!.ParentId, r.ServiceId, r.AtLeast, r.DelayDays, r.From, r.To, r.Target }).ToListAsync(cancellation);
        var asked = (await db.Set<RequirementCourse>().AsNoTracking().Select(c => new { c.RequirementId, c.CourseId }).ToListAsync(cancellation)).ToLookup(c => c.RequirementId, c => c.CourseId);
        return new(houses, team, records, seats,
            [.. courses.Select(c => new CourseTerms(c.Id, c.Title, new(c.Validity, c.ValidityMonths ?? 0, c.RenewalMonths), c.ReplacesId))],
            [.. requirements.Select(r => new RequirementTerms(r.Id, r.Title, [.. asked[r.Id]], r.Function, r.EstablishmentKind, Only(r.EstablishmentId, r.ServiceId is null ? null : r.Service ?? 0), r.AtLeast, r.DelayDays, r.From, r.To, r.Target))]);
    }

    private static IReadOnlyList<int>? Only(int? establishment, int? ofService)
        => (establishment, ofService) switch
        {
            (null, null) => null,
            ({ } one, null) => [one],
            (null, { } one) => [one],
            var (one, other) => one == other ? [one!.Value] : [],
        };

    private sealed record Snapshot(DateOnly Today, int Last, DateTimeOffset ReadAt, TrainingSnapshot Facts);
}
