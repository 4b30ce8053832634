using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>What of the planner is asked for, as written in the address.</summary>
internal sealed class PlannerFilter
{
    /// <summary>A calendar year; twelve rolling months when null.</summary>
    [FromQuery(Name = "annee")]
    public int? Year { get; set; }

    [FromQuery(Name = "dep")]
    public string? Department { get; set; }

    [FromQuery(Name = "nature")]
    public string? Kind { get; set; }

    /// <summary>The post of ours that keeps the relation.</summary>
    [FromQuery(Name = "responsable")]
    public int? Owner { get; set; }

    [FromQuery(Name = "retard")]
    public bool Late { get; set; }

    [FromQuery(Name = "p")]
    public int? Page { get; set; }

    public bool Holds(PlannerPartner partner, DateOnly today)
        => (string.IsNullOrEmpty(Department) || DepartmentList.Split(partner.Departments).Contains(Department))
        && (string.IsNullOrEmpty(Kind) || partner.KindCode == Kind)
        && (Owner is null || partner.OwnerPostId == Owner)
        && (!Late || partner.ObligationOn(today).State is ObligationState.Late or ObligationState.NeverSeen);
}

/// <summary>A followed partner, a row of the planner.</summary>
internal sealed class PlannerPartner
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string KindCode { get; init; }
    public required string Departments { get; init; }
    public required PostLevel Expected { get; init; }
    public required int OwnerPostId { get; init; }
    public required string OwnerTitle { get; init; }
    public required int? OwnerEstablishmentId { get; init; }
    public required int? OwnerPersonId { get; init; }
    public required string? OwnerName { get; init; }
    public required int? PerWeek { get; init; }
    public required int? PerMonth { get; init; }
    public required DateOnly? LastMet { get; init; }
    public required int WishedMonths { get; init; }
    public required int MaximumMonths { get; init; }

    /// <summary>The house that keeps the relation is the reader's: what is planned there is theirs to plan.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Invited in vain since they were last met: late, and not the coordinator's fault.</summary>
    public required DateOnly? SolicitedOn { get; init; }

    public string Department => DepartmentList.Split(Departments) is [var first, ..] ? first : "";
    public bool IsCourt => KindCode == "court";

    public MeetingObligation ObligationOn(DateOnly today) => MeetingObligation.Of(LastMet, WishedMonths, MaximumMonths, today);
}

/// <summary>A meeting of the planner, a chip.</summary>
internal sealed class PlannerMeeting
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required string Icon { get; init; }
    public required bool Counts { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsApproximate { get; init; }
    public required DateOnly? PlannedOn { get; init; }
    public required DateOnly? PostponedOn { get; init; }
    public required DateOnly? HeldOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>In the reader's scope; the others take their place in the load, unseen.</summary>
    public required bool IsVisible { get; init; }
    public required List<int> Partners { get; init; }

    /// <summary>People of ours who take part.</summary>
    public required List<int> Ours { get; init; }

    public MeetingState State => MeetingStates.Of(PlannedOn, HeldOn, ClosedOn, PostponedOn, null);

    /// <summary>It may still meet the obligation: ahead of us, or held and not yet closed.</summary>
    public bool IsExpected(DateOnly today) => Counts && (State == MeetingState.Held || (State is MeetingState.Draft or MeetingState.Planned && On >= today));
}

/// <summary>The planner's five reads; a page needs four of them.</summary>
internal sealed class PlannerReader(IntranetDb db, CurrentUser user, PartnerObligations obligations, DateOnly today)
{
    /// <summary>Followed partners by département and name, all of them: the counts and the choices of filters come from them.</summary>
    public async Task<List<PlannerPartner>> PartnersAsync(CancellationToken cancellation)
    {
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        var (met, solicited) = (obligations.Met(db), obligations.Solicited(db));
        var rows = await (
            from partner in PartnerObligations.Followed(db)
            let holder = partner.RelationOwner!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Id)
                .Select(h => new { h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName }).FirstOrDefault()
            join load in db.Set<MeetingLoad>() on holder.PersonId equals load.PersonId into loads
            from load in loads.DefaultIfEmpty()
            orderby partner.Name, partner.Id
            select new PlannerPartner
            {
                Id = partner.Id,
                Name = partner.Name,
                Kind = partner.Kind.Label,
                KindCode = partner.Kind.Code,
                Departments = partner.Departments,
                Expected = partner.ExpectedLevel ?? partner.Kind.ExpectedLevel,
                OwnerPostId = partner.RelationOwnerId!.Value,
                OwnerTitle = partner.RelationOwner!.Title,
                OwnerEstablishmentId = partner.RelationOwner.EstablishmentId,
                OwnerPersonId = holder == null ? null : holder.PersonId,
                OwnerName = holder == null ? null : holder.Name,
                PerWeek = load == null ? null : load.PerWeek,
                PerMonth = load == null ? null : load.PerMonth,
                LastMet = met.Where(m => m.PartnerId == partner.Id).Max(m => (DateOnly?)m.On),
                WishedMonths = partner.WishedMonths ?? partner.Kind.WishedMonths,
                MaximumMonths = partner.MaximumMonths ?? partner.Kind.MaximumMonths,
                IsOwn = own.Any(id => id == partner.RelationOwner.EstablishmentId),
                SolicitedOn = solicited.Where(s => s.PartnerId == partner.Id).Max(s => (DateOnly?)s.On),
            }).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.Department.Length == 0).ThenBy(r => r.Department, StringComparer.Ordinal)];
    }

    /// <summary>Meetings of some days; of these partners only, when they are given.</summary>
    public Task<List<PlannerMeeting>> MeetingsAsync(DateOnly from, DateOnly to, IReadOnlyCollection<int>? partners, CancellationToken cancellation)
    {
        var own = db.Set<Meeting>().InScope(db, user).Select(m => m.Id);
        var meetings = db.Set<Meeting>().AsNoTracking().Where(m => m.CancelledOn == null && ((m.On >= from && m.On <= to) || (m.HeldOn != null && m.ClosedOn == null)));
        if (partners is not null)
            meetings = meetings.Where(m => m.Subject.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)));
        return meetings.OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => new PlannerMeeting
        {
            Id = m.Id,
            Title = m.Title,
            Kind = m.Kind.Label,
            Icon = m.Kind.Icon,
            Counts = m.Kind.Counts && !m.IsInternal,
            On = m.On,
            IsApproximate = m.IsApproximate,
            PlannedOn = m.PlannedOn,
            PostponedOn = m.PostponedOn,
            HeldOn = m.HeldOn,
            ClosedOn = m.ClosedOn,
            IsVisible = own.Contains(m.Id),
            Partners = m.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList(),
            Ours = m.Participants.Where(p => p.PartnerId == null && p.PersonId != null).Select(p => p.PersonId!.Value).ToList(),
        }).ToListAsync(cancellation);
    }

    public Task<List<Closure>> ClosuresAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
        => db.Set<Closure>().AsNoTracking().Where(c => c.To >= from && c.From <= to).OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync(cancellation);

    /// <summary>Days from this one on when those who keep relations are away, by person: absences, long leaves, what follows a departure.</summary>
    public async Task<ILookup<int, PlanAway>> AwayAsync(IEnumerable<PlannerPartner> partners, DateOnly from, CancellationToken cancellation)
    {
        var ids = partners.Select(p => p.OwnerPersonId).OfType<int>().Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).AsSingleQuery().Select(p => new
        {
            p.Id,
            p.DepartedOn,
            Absences = p.Absences.Where(a => a.To >= from).Select(a => new { a.From, a.To }).ToList(),
            Leaves = p.Employments.Where(e => (e.To == null || e.To >= from) && e.LongLeaveFrom != null && (e.LongLeaveTo == null || e.LongLeaveTo >= from))
                .Select(e => new { e.LongLeaveFrom, e.LongLeaveTo }).ToList(),
        }).ToListAsync(cancellation);
        return (from p in people
                let leaving = p.DepartedOn is { } last ? new PlanAway(last.AddDays(1), null, IsDeparture: true) : null
                from away in p.Absences.Select(a => new PlanAway(a.From, a.To)).Concat(p.Leaves.Select(l => new PlanAway(l.LongLeaveFrom!.Value, l.LongLeaveTo)))
                    .OrderBy(a => a.From).Append(leaving).OfType<PlanAway>()
                select (p.Id, away)).ToLookup(x => x.Id, x => x.away);
    }

    /// <summary>Of the meetings closed within a year, how many counted for somebody.</summary>
    public async Task<(int Counted, int Closed)> LevelsAsync(CancellationToken cancellation)
    {
        var since = today.AddYears(-1);
        var counts = await db.Set<Meeting>().InScope(db, user).Where(m => m.ClosedOn != null && m.CancelledOn == null && !m.IsInternal && m.Kind.Counts && m.On > since)
            .Select(m => new { Counted = m.Subject.Links.Any(l => l.Role == LinkRole.Met) })
            .GroupBy(m => m.Counted).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return (counts.Where(c => c.Key).Sum(c => c.Count), counts.Sum(c => c.Count));
    }
}
