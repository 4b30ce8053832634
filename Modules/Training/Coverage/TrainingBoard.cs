using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The facts of coverage and the days computed from them: matrix, teams, reminders and figures ask the same rule. Keep what the reader may see (<see cref="TrainingScope"/>).</summary>
internal sealed class TrainingBoard(TimeProvider clock) : Board<TrainingSnapshot>(clock)
{
    /// <summary>A service may move, people may be merged.</summary>
    protected override IReadOnlyCollection<string> Sources { get; } =
    [
        nameof(Establishment), nameof(StaffMember), nameof(Person), nameof(TrainingRecord), nameof(TrainingSession), nameof(Enrolment), nameof(Course), nameof(Requirement), nameof(RequirementCourse), "Service",
    ];

    // The same facts keep the days computed from them.
    protected override async Task<TrainingSnapshot> FactsAsync(IntranetDb db, DateOnly today, TrainingSnapshot? known, CancellationToken cancellation)
    {
        var facts = await FactsAsync(db, cancellation);
        return known?.Facts.IsSameAs(facts) == true ? known : new(facts, today);
    }

    /// <summary>Eight commands: what the board keeps, and what a dry run of another day asks.</summary>
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
}
