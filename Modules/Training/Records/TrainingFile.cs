using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>An employment, on somebody's file.</summary>
internal sealed class FileJob
{
    public required string Place { get; init; }
    public required string Function { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
}

/// <summary>A course that somebody completed once or more, and until when it holds.</summary>
/// <param name="Until">Last day; null when for ever.</param>
internal sealed record HeldCourse(int CourseId, string Title, DateOnly LastOn, DateOnly? Until)
{
    /// <summary>Days before the expiry from which it is said to be near.</summary>
    public const int NearDays = 90;

    public bool IsOver(DateOnly day) => Until < day;

    public bool IsNear(DateOnly day) => !IsOver(day) && Until <= day.AddDays(NearDays);
}

/// <summary>A requirement that applies to somebody.</summary>
/// <param name="Courses">Any of them satisfies it.</param>
internal sealed record AppliedRequirement(RequirementTerms Requirement, string House, PersonStanding Standing, IReadOnlyList<CourseTerms> Courses);

/// <summary>The training of one person, as their own page, that of those who read them, and the export show it. Four commands and the board's.</summary>
internal sealed class TrainingFile
{
    public required int PersonId { get; init; }
    public required string Name { get; init; }
    public required DateOnly? DepartedOn { get; init; }
    public required IReadOnlyList<FileJob> Jobs { get; init; }
    public required bool IsOwn { get; init; }

    /// <summary>The reader answers for that person; nobody answers for themselves.</summary>
    public required bool CanManage { get; init; }

    /// <summary>What each training cost is the direction's to read.</summary>
    public required bool SeesCosts { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>Course loaded, the latest first.</summary>
    public required IReadOnlyList<TrainingRecord> Records { get; init; }

    /// <summary>Asked for, waiting, taken or refused, in sessions to come; session loaded.</summary>
    public required IReadOnlyList<Enrolment> Seats { get; init; }
    public required IReadOnlyList<AppliedRequirement> Applies { get; init; }
    public required IReadOnlyList<HeldCourse> Held { get; init; }

    /// <summary>Last day on which each record that counts holds, by its id.</summary>
    public required IReadOnlyDictionary<int, DateOnly?> Until { get; init; }

    public IEnumerable<TrainingRecord> Waiting => Records.Where(r => r.Status is RecordState.Submitted or RecordState.Refused);
    public IEnumerable<AppliedRequirement> Lacking => Applies.Where(a => a.Standing.Standing != Standing.Holds);

    /// <summary>Null when the reader may not read that person: it is then as if there were nobody.</summary>
    public static async Task<TrainingFile?> ReadAsync(IntranetDb db, CurrentUser user, TrainingBoard board, int personId, DateOnly today, CancellationToken cancellation)
    {
        var (readable, managed, own) = (db.ReadablePeople(user, today), db.ManagedPeople(user, today), user.PersonId == personId);
        var person = await db.Set<Person>().AsNoTracking().AsSingleQuery().Where(p => p.Id == personId && p.MergedIntoId == null && (own || readable.Any(id => id == p.Id)))
            .Select(p => new
            {
                Name = (p.FirstName + " " + p.LastName).Trim(),
                p.DepartedOn,
                IsManaged = managed.Any(id => id == p.Id),
                Jobs = p.Employments.OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Select(s => new FileJob { Place = s.Establishment!.Subject.Title, Function = s.Function, From = s.From, To = s.To }).ToList(),
            }).FirstOrDefaultAsync(cancellation);
        if (person is null)
            return null;
        var records = await db.Set<TrainingRecord>().AsNoTracking().Include(r => r.Course).Where(r => r.PersonId == personId)
            .OrderByDescending(r => r.CompletedOn).ThenByDescending(r => r.Id).ToListAsync(cancellation);
        var seats = await db.Set<Enrolment>().AsNoTracking().Include(e => e.Session).Where(e => e.PersonId == personId && e.WithdrawnOn == null && e.Session!.CancelledOn == null && e.Session.ClosedOn == null && e.Session.To >= today)
            .OrderBy(e => e.Session!.From).ThenBy(e => e.Id).ToListAsync(cancellation);
        var snapshot = await board.ReadAsync(db, today, cancellation);
        return new()
        {
            PersonId = personId,
            Name = person.Name,
            DepartedOn = person.DepartedOn,
            Jobs = person.Jobs,
            IsOwn = own,
            CanManage = person.IsManaged && !own,
            SeesCosts = user.May(Permission.ManageTraining),
            Today = today,
            Records = records,
            Seats = seats,
            Applies = AppliedTo(snapshot, personId, today),
            Held = [.. records.Where(r => r.Counts).DistinctBy(r => r.CourseId).Select(r => new HeldCourse(r.CourseId, r.Course!.Title, r.CompletedOn, LastDay(snapshot.Held(personId, r.CourseId), today)))
                .OrderBy(h => h.Until ?? DateOnly.MaxValue).ThenBy(h => h.Title, StringComparer.CurrentCulture)],
            Until = UntilOf(snapshot, personId, records),
        };
    }

    private static List<AppliedRequirement> AppliedTo(TrainingSnapshot snapshot, int personId, DateOnly today)
    {
        var (requirements, houses, courses) = (snapshot.Facts.Requirements.ToDictionary(r => r.Id), snapshot.Facts.Houses.ToDictionary(h => h.Id, h => h.Name), snapshot.Facts.Courses.ToDictionary(c => c.Id));
        return [.. snapshot.Of(personId, today)
            .Select(s => new AppliedRequirement(requirements[s.RequirementId], houses[s.EstablishmentId], s, [.. requirements[s.RequirementId].Courses.Where(courses.ContainsKey).Select(c => courses[c])]))
            .OrderBy(a => a.Standing.Standing switch { Standing.Lacks => 0, Standing.Later => 1, _ => 2 }).ThenBy(a => a.Standing.DueOn).ThenBy(a => a.Requirement.Title, StringComparer.CurrentCulture)];
    }

    // Held today: the last day without a break. Over: the day on which it ended.
    private static DateOnly? LastDay(IReadOnlyList<HeldPeriod> periods, DateOnly today)
        => periods.Any(p => p.IsOn(today)) ? Validity.HeldUntil(periods.Where(p => p.To is null || p.To >= today), today)
        : periods.Count == 0 || periods.Any(p => p.To is null) ? null : periods.Max(p => p.To);

    // The snapshot is as old as a moment; a record that it doesn't know yet has no day beside it, until the next reading.
    private static Dictionary<int, DateOnly?> UntilOf(TrainingSnapshot snapshot, int personId, List<TrainingRecord> records)
    {
        Dictionary<int, DateOnly?> until = [];
        foreach (var course in records.Where(r => r.Counts).GroupBy(r => r.CourseId))
        {
            foreach (var (record, period) in course.OrderBy(r => r.CompletedOn).ThenBy(r => r.StatedUntil).Zip(snapshot.Held(personId, course.Key)))
                until[record.Id] = period.To;
        }
        return until;
    }
}
