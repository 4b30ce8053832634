using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>A followed partner for whom a date is sought.</summary>
/// <param name="Due">The last day in time; in the past when late. For a partner never seen, the day itself.</param>
/// <param name="IsNever">Never met: there is no date to be late from.</param>
/// <param name="Department">Code of its first département; empty when unknown.</param>
/// <param name="Coordinator">Whose load it takes: the holder of the post that keeps the relation; null while the post is vacant.</param>
internal sealed record PlanPartner(int Id, string Name, string Department, DateOnly Due, bool IsNever, int? Coordinator);

/// <summary>Somebody who holds meetings.</summary>
internal sealed record PlanCoordinator(int Id, string Name, int PerWeek = MeetingLoad.DefaultPerWeek, int PerMonth = MeetingLoad.DefaultPerMonth)
{
    public IReadOnlyCollection<PlanAway> Away { get; init; } = [];

    /// <summary>Why they meet nobody that day, what lasts longest first; null when they are there.</summary>
    public PlanAway? AwayOn(DateOnly day) => Away.Where(a => a.From <= day && (a.To is null || day <= a.To)).MaxBy(a => a.To ?? DateOnly.MaxValue);
}

/// <summary>Days on which a coordinator is away.</summary>
/// <param name="To">Null when no return is known.</param>
/// <param name="IsDeparture">They have left for good; the day before was their last.</param>
internal sealed record PlanAway(DateOnly From, DateOnly? To, bool IsDeparture = false)
{
    /// <summary>« absence de Karim Lebrun du 04/01/2027 au 15/01/2027 »</summary>
    public string Of(string name) => IsDeparture ? $"départ de {name} le {French.Date(From.AddDays(-1))}"
        : To is { } to ? $"absence de {name} du {French.Date(From)} au {French.Date(to)}"
        : $"absence de {name} à compter du {French.Date(From)}";
}

/// <summary>A meeting that stands already: it takes its place in the load, and draws others of its département near it.</summary>
/// <param name="Name">With whom; empty when the reader may not know.</param>
internal sealed record PlanMeeting(DateOnly On, int Coordinator, string Department, string Name);

/// <summary>Days without meetings for one partner, a département, or everybody when neither is given.</summary>
internal sealed record PlanClosure(DateOnly From, DateOnly To, int? PartnerId = null, string Department = "");

/// <summary>What a plan is made from; the same request gives the same plan.</summary>
/// <param name="Until">Last day on which a meeting may be proposed, and last due date that is looked at.</param>
internal sealed record PlanRequest(
    DateOnly Today,
    DateOnly Until,
    IReadOnlyCollection<PlanPartner> Partners,
    IReadOnlyCollection<PlanCoordinator> Coordinators,
    IReadOnlyCollection<PlanMeeting> Meetings,
    IReadOnlyCollection<PlanClosure> Closures)
{
    /// <summary>An invitation takes time: the first day proposed (rules.md, "Planner").</summary>
    public const int NoticeDays = 10;

    /// <summary>Two meetings a day at most: going from one to the other takes time too.</summary>
    public const int PerDay = 2;

    public DateOnly First { get; } = WorkingDays.Add(Today, NoticeDays);
}

/// <summary>A date found for a partner.</summary>
/// <param name="IsGrouped">On the same day as another meeting of the same département: a tour.</param>
/// <param name="Reason">Why that day, a sentence.</param>
internal sealed record PlanProposal(PlanPartner Partner, DateOnly On, bool IsGrouped, string Reason)
{
    public bool IsInTime => On <= Partner.Due;
}

/// <summary>A partner for whom no date was found, and why, a sentence.</summary>
internal sealed record PlanGap(PlanPartner Partner, string Reason);

internal sealed record Plan(IReadOnlyList<PlanProposal> Proposals, IReadOnlyList<PlanGap> Gaps);
