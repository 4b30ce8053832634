namespace Intranet.Training;

/// <summary>One employment, as coverage sees it. Days are inclusive.</summary>
/// <param name="FixedTermEnd">Foreseen end; in projections it is the departure when none is written.</param>
internal sealed record TeamMember(int PersonId, int EstablishmentId, string Function, DateOnly From, DateOnly? To, DateOnly? FixedTermEnd, DateOnly? LeaveFrom, DateOnly? LeaveTo)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);

    public bool IsOnLongLeave(DateOnly day) => LeaveFrom <= day && (LeaveTo is null || LeaveTo >= day);

    /// <summary>In post and not on long leave.</summary>
    public bool IsPresent(DateOnly day) => IsOn(day) && !IsOnLongLeave(day);

    /// <summary>As foreseen from today: a contract that will end ends. One that ended already, without a departure written, goes on.</summary>
    public TeamMember Foreseen(DateOnly today) => To is null && FixedTermEnd >= today ? this with { To = FixedTermEnd } : this;
}

/// <summary>A record that counts.</summary>
/// <param name="Cost">Cents.</param>
internal sealed record CompletedCourse(int PersonId, int CourseId, DateOnly On, DateOnly? StatedUntil, int Minutes, long Cost, bool IsSession);

/// <summary>A seat in a session neither closed nor called off; in projections it is attended on the session's last day.</summary>
internal sealed record BookedSeat(int PersonId, int CourseId, int SessionId, DateOnly On);

/// <param name="ReplacesId">The older course that this one replaces.</param>
internal sealed record CourseTerms(int Id, string Title, ValidityTerms Validity, int? ReplacesId);

/// <param name="Courses">Any of them satisfies it.</param>
/// <param name="Function">Empty for all; likewise <paramref name="Kind"/>.</param>
/// <param name="EstablishmentIds">Null for all: one establishment, or that of a service.</param>
/// <param name="AtLeast">So many holders in each establishment; null when everyone must.</param>
/// <param name="Target">Share aimed at, 1 to 100.</param>
internal sealed record RequirementTerms(int Id, string Title, IReadOnlyList<int> Courses, string Function, string Kind, IReadOnlyList<int>? EstablishmentIds, int? AtLeast, int DelayDays, DateOnly From, DateOnly? To, int Target)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);

    public bool Concerns(TeamHouse house) => (Kind.Length == 0 || Kind == house.Kind) && (EstablishmentIds is null || EstablishmentIds.Contains(house.Id));

    public bool Concerns(TeamMember member) => Function.Length == 0 || Function == member.Function;

    /// <summary>By when somebody is to be trained: so many days after arriving, or after the requirement began.</summary>
    public DateOnly DueOn(TeamMember member) => (member.From > From ? member.From : From).AddDays(DelayDays);

    /// <summary>The same terms, lists compared by what they hold.</summary>
    public bool IsSameAs(RequirementTerms other)
        => this with { Courses = other.Courses, EstablishmentIds = other.EstablishmentIds } == other && Courses.SequenceEqual(other.Courses)
            && (EstablishmentIds is null ? other.EstablishmentIds is null : other.EstablishmentIds is not null && EstablishmentIds.SequenceEqual(other.EstablishmentIds));
}

/// <param name="Name">Kind and name: « CHRS L’Escale ».</param>
internal sealed record TeamHouse(int Id, string Name, string Kind, int? PoleId);

/// <summary>All that coverage is computed from.</summary>
internal sealed record TrainingFacts(
    IReadOnlyList<TeamHouse> Houses,
    IReadOnlyList<TeamMember> Team,
    IReadOnlyList<CompletedCourse> Records,
    IReadOnlyList<BookedSeat> Seats,
    IReadOnlyList<CourseTerms> Courses,
    IReadOnlyList<RequirementTerms> Requirements)
{
    public bool IsSameAs(TrainingFacts other)
        => Houses.SequenceEqual(other.Houses) && Team.SequenceEqual(other.Team) && Records.SequenceEqual(other.Records) && Seats.SequenceEqual(other.Seats) && Courses.SequenceEqual(other.Courses)
            && Requirements.Count == other.Requirements.Count && Requirements.Zip(other.Requirements).All(p => p.First.IsSameAs(p.Second));
}
