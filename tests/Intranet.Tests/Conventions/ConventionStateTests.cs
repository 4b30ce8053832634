using Intranet.Conventions;

namespace Intranet.Tests.Conventions;

public class ConventionStateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Signed in 2024 for three years until 28/02/2027, tacit, notice of 3 months; each test changes what it is about.</summary>
    private static ConventionFacts Signed() => new()
    {
        CreatedOn = new(2023, 9, 12),
        NegotiationOn = new(2023, 10, 3),
        SignedOn = new(2024, 1, 18),
        Start = new(2024, 3, 1),
        End = new(2027, 2, 28),
        NoticeMonths = 3,
        Renewal = RenewalMode.Tacit,
        RenewalMonths = 12,
    };

    public static TheoryData<string, object> Cases => new()
    {
        { "draft", ConventionState.Draft },
        { "negotiation", ConventionState.Negotiation },
        { "to sign", ConventionState.ToSign },
        { "abandoned wins over negotiation", ConventionState.Abandoned },
        { "signed, starts tomorrow", ConventionState.Signed },
        { "starts today", ConventionState.InForce },
        { "signed tomorrow is not signed", ConventionState.Negotiation },
        { "successor started", ConventionState.Replaced },
        { "successor starts tomorrow", ConventionState.Renewal },
        { "draft successor", ConventionState.Renewal },
        { "renewal decided in this period", ConventionState.Renewal },
        { "renewal decided in an earlier period", ConventionState.InForce },
        { "notice with future effect", ConventionState.InForce },
        { "notice that took effect", ConventionState.Denounced },
        { "replaced wins over denounced", ConventionState.Replaced },
        { "express, ended yesterday", ConventionState.Expired },
        { "express, ends today", ConventionState.InForce },
        { "ended, accepted", ConventionState.ExpiredButApplied },
        { "ended with a draft successor", ConventionState.Expired },
        { "tacit, ended long ago", ConventionState.InForce },
        { "tacit at its maximum", ConventionState.Expired },
        { "open-ended", ConventionState.InForce },
        { "open-ended, denounced", ConventionState.Denounced },
        { "to document, day of signature unknown", ConventionState.InForce },
        { "to document, starts tomorrow", ConventionState.Draft },
        { "to document, no date known", ConventionState.Draft },
        { "to document, under negotiation", ConventionState.Negotiation },
        { "to document, ended", ConventionState.Expired },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void FirstTrueWins(string name, object expected) => Assert.Equal((ConventionState)expected, Facts(name).On(Today));

    private static ConventionFacts Facts(string name)
    {
        var f = Signed();
        switch (name)
        {
            case "draft": (f.NegotiationOn, f.SignedOn) = (null, null); break;
            case "negotiation": f.SignedOn = null; break;
            case "to sign": (f.SignedOn, f.SentForSignatureOn) = (null, Today); break;
            case "abandoned wins over negotiation": (f.SignedOn, f.AbandonedOn) = (null, Today); break;
            case "signed, starts tomorrow": f.Start = Today.AddDays(1); break;
            case "starts today": f.Start = Today; break;
            case "signed tomorrow is not signed": f.SignedOn = Today.AddDays(1); break;
            case "successor started": (f.HasSuccessor, f.SuccessorStart) = (true, Today); break;
            case "successor starts tomorrow": (f.HasSuccessor, f.SuccessorStart) = (true, Today.AddDays(1)); break;
            case "draft successor": f.HasSuccessor = true; break;
            case "renewal decided in this period": f.RenewalDecidedOn = Today; break;
            case "renewal decided in an earlier period": (f.End, f.RenewalDecidedOn) = (new(2025, 2, 28), new(2024, 6, 1)); break;
            case "notice with future effect": f.NoticeReceivedOn = new(2026, 11, 20); break;
            case "notice that took effect": (f.End, f.NoticeReceivedOn) = (new(2026, 10, 31), new(2026, 7, 1)); break;
            case "replaced wins over denounced": (f.End, f.NoticeReceivedOn, f.HasSuccessor, f.SuccessorStart) = (new(2026, 10, 31), new(2026, 7, 1), true, new(2026, 11, 1)); break;
            case "express, ended yesterday": (f.Renewal, f.End) = (RenewalMode.Express, Today.AddDays(-1)); break;
            case "express, ends today": (f.Renewal, f.End) = (RenewalMode.Express, Today); break;
            case "ended, accepted": (f.Renewal, f.End, f.AcceptedSince) = (RenewalMode.None, Today.AddDays(-10), Today.AddDays(-1)); break;
            case "ended with a draft successor": (f.Renewal, f.End, f.HasSuccessor) = (RenewalMode.None, Today.AddDays(-10), true); break;
            case "tacit, ended long ago": (f.Start, f.End) = (new(2015, 1, 1), new(2015, 12, 31)); break;
            case "tacit at its maximum": (f.Start, f.End, f.MaximumRenewals) = (new(2020, 1, 1), new(2020, 12, 31), 3); break;
            case "open-ended": f.End = null; break;
            case "open-ended, denounced": (f.End, f.NoticeReceivedOn) = (null, new(2026, 8, 1)); break;
            case "to document, day of signature unknown": (f.IsToDocument, f.SignedOn, f.NegotiationOn) = (true, null, null); break;
            case "to document, starts tomorrow": (f.IsToDocument, f.SignedOn, f.NegotiationOn, f.Start) = (true, null, null, Today.AddDays(1)); break;
            case "to document, no date known": (f.IsToDocument, f.SignedOn, f.NegotiationOn, f.Start, f.End) = (true, null, null, null, null); break;
            case "to document, under negotiation": (f.IsToDocument, f.SignedOn) = (true, null); break;
            case "to document, ended": (f.IsToDocument, f.SignedOn, f.NegotiationOn, f.Renewal, f.End) = (true, null, null, RenewalMode.Express, Today.AddDays(-1)); break;
            default: throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown case.");
        }
        return f;
    }

    [Fact]
    public void EveryStateHasAWordAnAddressAndALook()
    {
        var states = Enum.GetValues<ConventionState>();
        Assert.Equal(states.Length, ConventionStates.InLifeOrder.Distinct().Count());
        Assert.Equal(states.Length, states.Select(s => s.Label()).Distinct().Count());
        Assert.Equal(states.Length, states.Select(s => s.Code()).Distinct().Count());
        Assert.All(states, s => Assert.NotEmpty(s.Look().Icon));
    }

    [Fact]
    public void DecisionFollowsTheClauses()
    {
        var decision = Signed().Decision(Today)!;
        Assert.Equal(new DateOnly(2026, 11, 30), decision.Deadline);
        Assert.Equal("Décider du renouvellement", decision.Action);

        // Once the limit has passed without notice, the next period's decision is the next to take.
        Assert.Equal(new DateOnly(2027, 11, 30), Signed().Decision(new(2026, 12, 1))!.Deadline);

        var express = Signed();
        express.Renewal = RenewalMode.Express;
        Assert.Equal(new DateOnly(2026, 11, 30), express.Decision(new(2027, 1, 15))!.Deadline);

        var none = Signed();
        none.Renewal = RenewalMode.None;
        Assert.Equal(new DateOnly(2027, 2, 26), none.Decision(Today)!.Deadline); // 28/02/2027 is a Sunday
        Assert.Equal("Décider de la suite", none.Decision(Today)!.Action);
    }

    [Fact]
    public void NothingToDecide()
    {
        var draft = Signed();
        draft.SignedOn = null;
        var open = Signed();
        open.End = null;
        var noticed = Signed();
        noticed.NoticeReceivedOn = Today;
        var followed = Signed();
        (followed.HasSuccessor, followed.SuccessorStart) = (true, new(2027, 3, 1));
        var decided = Signed();
        decided.RenewalDecidedOn = Today;
        Assert.All(new[] { draft, open, noticed, followed, decided }, f => Assert.Null(f.Decision(Today)));
    }
}
