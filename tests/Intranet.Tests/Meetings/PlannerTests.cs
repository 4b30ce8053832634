using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

/// <summary>The planner, case by case (rules.md, "Planner"). Saturday 21 November 2026 is the day; the first day proposed is 4 December.</summary>
public sealed class PlannerTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateOnly Until = new(2027, 6, 30);
    private static readonly PlanCoordinator Karim = new(1, "Karim Lebrun", 2, 6);

    [Fact]
    public void TheFirstDayIsTenWorkingDaysAhead() => Assert.Equal(new DateOnly(2026, 12, 4), Request([]).First);

    [Fact]
    public void LateIsAsEarlyAsPossible()
    {
        var plan = Planner.Propose(Request([Partner(1, new(2026, 10, 30))]));
        var proposal = Assert.Single(plan.Proposals);
        Assert.Equal(new DateOnly(2026, 12, 4), proposal.On);
        Assert.False(proposal.IsInTime);
        Assert.Equal("En retard depuis le 30/10/2026 : au plus tôt.", proposal.Reason);
    }

    [Fact]
    public void NeverSeenIsDueAtOnce()
    {
        var plan = Planner.Propose(Request([Partner(1, Today) with { IsNever = true }]));
        Assert.Equal(new DateOnly(2026, 12, 4), Assert.Single(plan.Proposals).On);
        Assert.StartsWith("Jamais rencontré", plan.Proposals[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void InTimeLeavesAMonthOfMargin()
    {
        var proposal = Assert.Single(Planner.Propose(Request([Partner(1, new(2027, 4, 14))])).Proposals);
        Assert.Equal(new DateOnly(2027, 3, 15), proposal.On);
        Assert.True(proposal.IsInTime);
        Assert.Contains("30 jours de marge", proposal.Reason.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void DueAfterThePeriodWaits() => Assert.Empty(Planner.Propose(Request([Partner(1, Until.AddDays(1))])).Proposals);

    [Fact]
    public void AugustHolidaysAndWeekendsAreNotProposed()
    {
        // Due on Monday 30 August 2027, asked for in July: 14 July is a holiday, August is closed.
        var request = new PlanRequest(new(2027, 7, 13), new(2027, 9, 30), [Partner(1, new(2027, 8, 30))], [Karim], [], []);
        var proposal = Assert.Single(Planner.Propose(request).Proposals);
        Assert.True(proposal.On is { Month: 7 }, $"{proposal.On}");
        Assert.True(WorkingDays.IsWorkingDay(proposal.On));
    }

    [Fact]
    public void AlsaceHasItsOwnHolidays()
    {
        // Good Friday, 26 March 2027, is worked in Paris and not in Strasbourg.
        PlanProposal On(string department) => Assert.Single(Planner.Propose(Request([Partner(1, new(2027, 4, 25), department)])).Proposals);
        Assert.Equal(new DateOnly(2027, 3, 26), On("75").On);
        Assert.NotEqual(new DateOnly(2027, 3, 26), On("67").On);
    }

    [Fact]
    public void ACourtsReducedServiceIsItsOwn()
    {
        var closure = new PlanClosure(new(2027, 3, 8), new(2027, 3, 21), PartnerId: 1);
        PlanProposal On(int id) => Assert.Single(Planner.Propose(Request([Partner(id, new(2027, 4, 14))], closures: [closure])).Proposals);
        Assert.False(On(1).On >= closure.From && On(1).On <= closure.To);
        Assert.Equal(new DateOnly(2027, 3, 15), On(2).On);
    }

    [Fact]
    public void TheLoadIsKept()
    {
        var partners = Enumerable.Range(1, 12).Select(i => Partner(i, Today.AddDays(-i), $"{70 + i}")).ToList();
        var plan = Planner.Propose(Request(partners));
        Assert.Equal(12, plan.Proposals.Count);
        Assert.All(plan.Proposals.GroupBy(p => p.On.DayNumber / 7), w => Assert.InRange(w.Count(), 1, 4));
        Assert.All(plan.Proposals.GroupBy(p => (p.On.Year, p.On.Month)), m => Assert.InRange(m.Count(), 1, 6));
        Assert.Equal(plan.Proposals.Select(p => p.Partner.Due), plan.Proposals.Select(p => p.Partner.Due).Order());
    }

    [Fact]
    public void ExistingMeetingsTakeTheirPlace()
    {
        PlanMeeting[] held = [new(new(2026, 12, 4), 1, "75", "TJ de Paris"), new(new(2026, 12, 3), 1, "75", "TJ de Paris")];
        var proposal = Assert.Single(Planner.Propose(Request([Partner(1, new(2026, 10, 30))], held)).Proposals);
        Assert.Equal(new DateOnly(2026, 12, 7), proposal.On);
    }

    [Fact]
    public void TheSameDepartementIsGroupedIntoATour()
    {
        var plan = Planner.Propose(Request([Partner(1, new(2027, 4, 14), "77"), Partner(2, new(2027, 4, 20), "77"), Partner(3, new(2027, 4, 16), "91")]));
        var (first, second) = (plan.Proposals.Single(p => p.Partner.Id == 1), plan.Proposals.Single(p => p.Partner.Id == 2));
        Assert.Equal(first.On, second.On);
        Assert.True(first.IsGrouped && second.IsGrouped);
        Assert.Contains("le même jour que Partenaire 1", second.Reason, StringComparison.Ordinal);
        Assert.NotEqual(first.On, plan.Proposals.Single(p => p.Partner.Id == 3).On);
    }

    /// <summary>On the 22nd the first day proposed is in the next month: what stands tomorrow must be read all the same.</summary>
    [Theory]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("2026-11-02", "2026-10-26")]
    public void WhatStandsFromTodayOnIsRead(string today, string from)
        => Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), PlanBuilder.ReadFrom(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void ADateUnseenIsNotNamed()
    {
        var proposal = Assert.Single(Planner.Propose(Request([Partner(1, new(2026, 10, 30))], [new(new(2026, 12, 4), 1, "93", "")])).Proposals);
        Assert.Contains("qu’une autre rencontre du département", proposal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AVacantPostIsSaid()
    {
        var gap = Assert.Single(Planner.Propose(Request([Partner(1, Today) with { Coordinator = null }])).Gaps);
        Assert.Contains("vacant", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatFindsNoPlaceIsSaid()
    {
        var until = new DateOnly(2026, 12, 11);
        var partners = Enumerable.Range(1, 6).Select(i => Partner(i, Today, $"{70 + i}")).ToList();
        var plan = Planner.Propose(new PlanRequest(Today, until, partners, [Karim], [], []));
        Assert.Equal(3, plan.Proposals.Count);
        Assert.Equal(3, plan.Gaps.Count);
        Assert.All(plan.Gaps, g => Assert.Contains("2 par semaine", g.Reason, StringComparison.Ordinal));
    }

    private static PlanPartner Partner(int id, DateOnly due, string department = "93") => new(id, $"Partenaire {id}", department, due, IsNever: false, Karim.Id);

    private static PlanRequest Request(IReadOnlyCollection<PlanPartner> partners, IReadOnlyCollection<PlanMeeting>? meetings = null, IReadOnlyCollection<PlanClosure>? closures = null)
        => new(Today, Until, partners, [Karim], meetings ?? [], closures ?? []);
}
