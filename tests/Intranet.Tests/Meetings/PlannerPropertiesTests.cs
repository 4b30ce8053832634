using FsCheck;
using FsCheck.Fluent;
using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

/// <summary>What holds of every plan, whatever the partners, the loads, the meetings and the closures.</summary>
public sealed class PlannerPropertiesTests
{
    private static readonly string[] Departments = ["75", "93", "67", "77", ""];
    private static readonly DateOnly Start = new(2026, 11, 21);

    [Fact]
    public void NeverOnADayWithoutWork() => Check(request =>
        Planner.Propose(request).Proposals.All(p => IsOpen(request, p.Partner, p.On) && p.On >= request.First && p.On <= request.Until));

    [Fact]
    public void NeverOnADayAway() => Check(request =>
        Planner.Propose(request).Proposals.All(p => !IsAway(request.Coordinators.Single(c => c.Id == p.Partner.Coordinator), p.On)));

    [Fact]
    public void NeverAboveTheLoad() => Check(request =>
    {
        var plan = Planner.Propose(request);
        return request.Coordinators.All(c =>
        {
            var before = request.Meetings.Where(m => m.Coordinator == c.Id).Select(m => m.On).ToList();
            var proposed = plan.Proposals.Where(p => p.Partner.Coordinator == c.Id).Select(p => p.On).ToList();
            // What stood before may be too much already; the plan adds nothing there.
            return proposed.All(on => before.Concat(proposed).Count(d => Monday(d) == Monday(on)) <= c.PerWeek
                && before.Concat(proposed).Count(d => (d.Year, d.Month) == (on.Year, on.Month)) <= c.PerMonth
                && before.Concat(proposed).Count(d => d == on) <= PlanRequest.PerDay);
        });
    });

    [Fact]
    public void NobodyIsLateWhileADayInTimeIsFree() => Check(request =>
    {
        var plan = Planner.Propose(request);
        var late = plan.Proposals.Where(p => !p.IsInTime).Select(p => p.Partner).Concat(plan.Gaps.Select(g => g.Partner)).Where(p => p.Coordinator is not null);
        return late.All(p => Days(request.First, p.Due < request.Until ? p.Due : request.Until).All(d => !IsFree(request, plan, p, d)));
    });

    [Fact]
    public void WhatFindsNoPlaceHasNone() => Check(request =>
    {
        var plan = Planner.Propose(request);
        return plan.Gaps.Where(g => g.Partner.Coordinator is not null).All(g => Days(request.First, request.Until).All(d => !IsFree(request, plan, g.Partner, d)));
    });

    [Fact]
    public void EachPartnerDueIsAnsweredOnce() => Check(request =>
    {
        var plan = Planner.Propose(request);
        return plan.Proposals.Select(p => p.Partner.Id).Concat(plan.Gaps.Select(g => g.Partner.Id)).Order()
            .SequenceEqual(request.Partners.Where(p => p.Due <= request.Until).Select(p => p.Id).Order());
    });

    [Fact]
    public void TheSameDataGiveTheSamePlan() => Check(request =>
    {
        var (plan, other) = (Planner.Propose(request), Planner.Propose(request with { Partners = [.. request.Partners.Reverse()], Meetings = [.. request.Meetings.Reverse()] }));
        return plan.Proposals.Select(p => (p.Partner.Id, p.On)).SequenceEqual(other.Proposals.Select(p => (p.Partner.Id, p.On)));
    });

    [Fact]
    public void AcceptedPlansLeaveNothingToPropose() => Check(request =>
    {
        var plan = Planner.Propose(request);
        var placed = plan.Proposals.Select(p => p.Partner.Id).ToHashSet();
        var after = request with
        {
            Partners = [.. request.Partners.Where(p => !placed.Contains(p.Id))],
            Meetings = [.. request.Meetings, .. plan.Proposals.Select(p => new PlanMeeting(p.On, p.Partner.Coordinator!.Value, p.Partner.Department, p.Partner.Name))],
        };
        return Planner.Propose(after).Proposals.Count == 0;
    });

    private static void Check(Func<PlanRequest, bool> property) => Prop.ForAll(Requests().ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static Gen<PlanRequest> Requests() =>
        from start in Gen.Choose(0, 400)
        from length in Gen.Choose(20, 260)
        let today = Start.AddDays(start)
        from coordinators in Gen.ArrayOf(Gen.Choose(1, 4), 2)
        from partners in Gen.ArrayOf(from due in Gen.Choose(-90, 300) from place in Gen.Elements(Departments) from owner in Gen.Choose(0, 2) select (due, place, owner))
        from meetings in Gen.ArrayOf(from away in Gen.Choose(-20, 200) from place in Gen.Elements(Departments) from owner in Gen.Choose(1, 2) select (away, place, owner))
        from closures in Gen.ArrayOf(from day in Gen.Choose(0, 250) from days in Gen.Choose(0, 40) from partner in Gen.Choose(0, 6) from place in Gen.Elements(Departments) select (day, days, partner, place))
        from away in Gen.ArrayOf(from day in Gen.Choose(-30, 250) from days in Gen.Choose(0, 60) from owner in Gen.Choose(1, 2) from known in Gen.Choose(0, 9) select (day, days, owner, isKnown: known > 0))
        select new PlanRequest(
            today,
            today.AddDays(length),
            [.. partners.Select((p, i) => new PlanPartner(i + 1, $"P{i + 1}", p.place, today.AddDays(p.due), p.due == 0, p.owner == 0 ? null : p.owner))],
            [.. coordinators.Select((c, i) => new PlanCoordinator(i + 1, $"C{i + 1}", c, c * 2)
            {
                Away = [.. away.Where(a => a.owner == i + 1).Take(3).Select(a => new PlanAway(today.AddDays(a.day), a.isKnown ? today.AddDays(a.day + a.days) : null))],
            })],
            [.. meetings.Select((m, i) => new PlanMeeting(today.AddDays(m.away), m.owner, m.place, $"M{m.place}"))],
            [.. closures.Take(3).Select(c => new PlanClosure(today.AddDays(c.day), today.AddDays(c.day + c.days), c.partner == 0 ? null : c.partner, c.partner == 0 ? c.place : ""))]);

    /// <summary>Written from the rule, not from the planner.</summary>
    private static bool IsOpen(PlanRequest request, PlanPartner partner, DateOnly day) =>
        WorkingDays.IsWorkingDay(day, partner.Department) && day.Month != 8
        && !request.Closures.Any(c => c.From <= day && day <= c.To && (c.PartnerId == partner.Id || (c.PartnerId is null && (c.Department.Length == 0 || c.Department == partner.Department))));

    private static bool IsAway(PlanCoordinator owner, DateOnly day) => owner.Away.Any(a => day >= a.From && !(a.To < day));

    private static bool IsFree(PlanRequest request, Plan plan, PlanPartner partner, DateOnly day)
    {
        var owner = request.Coordinators.Single(c => c.Id == partner.Coordinator);
        var held = request.Meetings.Where(m => m.Coordinator == owner.Id).Select(m => (m.On, m.Department))
            .Concat(plan.Proposals.Where(p => p.Partner.Coordinator == owner.Id).Select(p => (p.On, p.Partner.Department))).ToList();
        return IsOpen(request, partner, day) && !IsAway(owner, day)
            && held.Count(h => Monday(h.On) == Monday(day)) < owner.PerWeek
            && held.Count(h => (h.On.Year, h.On.Month) == (day.Year, day.Month)) < owner.PerMonth
            && held.Where(h => h.On == day).ToList() is var same && same.Count < PlanRequest.PerDay && same.TrueForAll(h => partner.Department.Length > 0 && h.Department == partner.Department);
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
