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

    [Fact]
    public void NobodyMeetsWhileAway()
    {
        var away = Karim with { Away = [new PlanAway(new(2026, 12, 1), new(2026, 12, 31)), new PlanAway(new(2027, 3, 8), new(2027, 3, 21))] };
        var plan = Planner.Propose(Request([Partner(1, new(2026, 10, 30)), Partner(2, new(2026, 12, 20), "75"), Partner(3, new(2027, 4, 14), "77")]) with { Coordinators = [away] });
        Assert.Equal(new DateOnly(2027, 1, 4), plan.Proposals[0].On);
        Assert.Equal("En retard depuis le 30/10/2026 : au plus tôt (absence de Karim Lebrun du 01/12/2026 au 31/12/2026).", plan.Proposals[0].Reason);
        Assert.Equal("Aucune date libre avant le 20/12/2026 (absence de Karim Lebrun du 01/12/2026 au 31/12/2026) : au plus tôt après.", plan.Proposals[1].Reason);
        // Left in time by an absence in the middle: another day, and nothing to explain.
        Assert.True(plan.Proposals[2] is { IsInTime: true } third && away.AwayOn(third.On) is null);
        Assert.DoesNotContain("absence", plan.Proposals[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAbsenceIsNotBlamedForTheLoad()
    {
        // Full until the absence begins, so that the load alone is why nobody is met in time.
        PlanMeeting[] held = [.. Enumerable.Range(0, 2).Select(i => new PlanMeeting(new(2026, 12, 3 + i), 1, "75", "")), .. Enumerable.Range(0, 4).Select(i => new PlanMeeting(new(2026, 12, 7 + i), 1, "75", ""))];
        var away = Karim with { Away = [new PlanAway(new(2027, 2, 1), null)] };
        var proposal = Assert.Single(Planner.Propose(Request([Partner(1, new(2026, 12, 31))], held) with { Coordinators = [away] }).Proposals);
        Assert.Equal(new DateOnly(2027, 1, 4), proposal.On);
        Assert.Equal("Aucune date libre avant le 31/12/2026 (charge de Karim Lebrun : 2 par semaine, 6 par mois) : au plus tôt après.", proposal.Reason);
    }

    [Fact]
    public void AwayAllThroughThePeriodIsSaid()
    {
        string Gap(params PlanAway[] away) => Assert.Single(Planner.Propose(Request([Partner(1, Today)]) with { Coordinators = [Karim with { Away = away }] }).Gaps).Reason;
        Assert.Equal("Aucune date libre d’ici le 30/06/2027 : absence de Karim Lebrun du 01/09/2026 au 30/06/2027.", Gap(new PlanAway(new(2026, 9, 1), Until)));
        Assert.Equal("Aucune date libre d’ici le 30/06/2027 : absence de Karim Lebrun à compter du 01/09/2026.", Gap(new PlanAway(new(2026, 9, 1), null)));
        // What lasts longest is named, and each of those that follow one another.
        Assert.EndsWith(" : absence de Karim Lebrun à compter du 01/12/2026.", Gap(new PlanAway(new(2026, 9, 1), new(2027, 1, 31)), new PlanAway(new(2026, 12, 1), null)), StringComparison.Ordinal);
        Assert.EndsWith(" : absence de Karim Lebrun du 01/09/2026 au 31/01/2027, absence de Karim Lebrun à compter du 01/02/2027.", Gap(new PlanAway(new(2026, 9, 1), new(2027, 1, 31)), new PlanAway(new(2027, 2, 1), null)), StringComparison.Ordinal);
        Assert.Equal("Aucune date libre d’ici le 30/06/2027 : départ de Karim Lebrun le 30/11/2026.", Gap(new PlanAway(new(2026, 12, 1), null, IsDeparture: true)));
    }

    [Fact]
    public void AbsenceAndLoadAreSaidTogether()
    {
        var until = new DateOnly(2026, 12, 18);
        PlanMeeting[] held = [.. Enumerable.Range(1, 4).Select(i => new PlanMeeting(new(2026, 12, i), 1, "75", ""))];
        var request = new PlanRequest(Today, until, [Partner(1, Today)], [Karim with { Away = [new PlanAway(new(2026, 12, 7), new(2026, 12, 31))] }], held, []);
        Assert.Equal("Aucune date libre d’ici le 18/12/2026 : absence de Karim Lebrun du 07/12/2026 au 31/12/2026 ; le reste du temps, la charge de Karim Lebrun (2 par semaine, 6 par mois) est atteinte chaque semaine ouverte.",
            Assert.Single(Planner.Propose(request).Gaps).Reason);
    }

    [Fact]
    public void TwoThousandPartnersHaveADateOrAReasonEach()
    {
        var coordinators = Enumerable.Range(1, 40).Select(i => new PlanCoordinator(i, $"C{i}", 2, 4) { Away = [.. Enumerable.Range(0, 6).Select(m => new PlanAway(new(2027, 1 + m, 3), new(2027, 1 + m, 12)))] }).ToList();
        var partners = Enumerable.Range(1, 2000).Select(i => Partner(i, Today.AddDays(i % 220), $"{70 + (i % 20)}") with { Coordinator = 1 + (i % 40) }).ToList();
        var plan = Planner.Propose(Request(partners) with { Coordinators = coordinators });
        Assert.NotEmpty(plan.Gaps);
        Assert.All(plan.Gaps, g => Assert.NotEmpty(g.Reason));
        Assert.Equal(2000, plan.Proposals.Count + plan.Gaps.Count);
    }

    private static PlanPartner Partner(int id, DateOnly due, string department = "93") => new(id, $"Partenaire {id}", department, due, IsNever: false, Karim.Id);

    private static PlanRequest Request(IReadOnlyCollection<PlanPartner> partners, IReadOnlyCollection<PlanMeeting>? meetings = null, IReadOnlyCollection<PlanClosure>? closures = null)
        => new(Today, Until, partners, [Karim], meetings ?? [], closures ?? []);
}
