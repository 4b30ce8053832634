using Intranet.Contacts.Demo;

namespace Intranet.Meetings.Demo;

/// <summary>What a fictional meeting shows.</summary>
internal enum DemoShape
{
    /// <summary>Held, closed, at the right level: it counts.</summary>
    Counts,

    /// <summary>Closed, but only somebody of the field came.</summary>
    TooLow,

    /// <summary>« Tout va bien » by telephone.</summary>
    AllWellByPhone,

    /// <summary>A kind that doesn't count.</summary>
    OtherKind,

    /// <summary>Held, minutes still to be closed.</summary>
    Held,
    Planned,
    Cancelled,
}

/// <summary>One meeting with one partner; negative days are ahead.</summary>
internal sealed record DemoMeeting(DemoPartner Partner, int DaysAgo, DemoShape Shape, bool IsOld = false);

/// <summary>Two hundred meetings over two years: for each partner the series that gives its last meeting, and what doesn't count.</summary>
internal static class DemoMeetings
{
    public const int Count = 200;

    /// <summary>The partner that one person of each side keeps.</summary>
    public const string Alone = "ml-trois-canaux";
    private const int TwoYears = 730;

    private static readonly string[] Planned = ["spip-93", "tj-evry", "cp-meaux", "siao-75", "tj-creteil", "disp-paris", "spip-94", "cp-fresnes", "spip-92", "usmp-fleury", "tj-bobigny", "spip-77", "ars-93"];
    private static readonly string[] Held = ["tj-creteil", "spip-91", "cp-osny", "siao-93"];
    private static readonly string[] Cancelled = ["cp-fleury", "csl-melun", "tj-versailles", "asso-ancrage"];

    /// <summary>Oldest first, as « never twice running » needs it.</summary>
    public static IReadOnlyList<DemoMeeting> All(Random random)
    {
        var partners = DemoPartners.All.ToDictionary(p => p.Key);
        var meetings = DemoPartners.All.SelectMany(p => Series(p, random)).ToList();
        meetings.AddRange(DemoPartners.All.Select((p, i) => new DemoMeeting(p, random.Next(15, 690), (DemoShape)(1 + (i % 3)))));
        meetings.AddRange(Planned.Select((k, i) => new DemoMeeting(partners[k], -6 - (i * 11), DemoShape.Planned)));
        meetings.AddRange(Held.Select((k, i) => new DemoMeeting(partners[k], 2 + (2 * i), DemoShape.Held)));
        meetings.AddRange(Cancelled.Select((k, i) => new DemoMeeting(partners[k], 20 + (30 * i), DemoShape.Cancelled)));
        for (var i = 0; meetings.Count < Count; i++)
            meetings.Add(new DemoMeeting(DemoPartners.All[i * 7 % DemoPartners.All.Count], random.Next(15, 690), DemoShape.OtherKind));
        return [.. meetings.Take(Count).OrderByDescending(m => m.DaysAgo)];
    }

    private static IEnumerable<DemoMeeting> Series(DemoPartner partner, Random random)
    {
        for (var days = partner.LastMet; days < TwoYears; days += random.Next(190, 320))
            yield return new DemoMeeting(partner, days.Value, DemoShape.Counts, days > 600 && days != partner.LastMet);
    }
}
