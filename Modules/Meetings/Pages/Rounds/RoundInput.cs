using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>What the form of a round holds.</summary>
internal sealed class RoundInput : IVersionedInput
{
    [Display(Name = "Intitulé"), StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Date"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Objet"), StringLength(1000), NoIdentity]
    public string? Purpose { get; set; }

    /// <summary>"person-post" of those who come.</summary>
    [Display(Name = "Visiteurs")]
    public List<string> People { get; set; } = [];

    [Display(Name = "Garder en brouillon")]
    public bool IsDraft { get; set; }

    [Display(Name = "Étapes")]
    public List<LegInput> Legs { get; set; } = [];

    public int Version { get; set; }

    /// <summary>Empty lines after those filled.</summary>
    public void Lengthen(int spare)
    {
        var wanted = Legs.FindLastIndex(l => l.IsFilled) + 1 + spare;
        while (Legs.Count < wanted)
            Legs.Add(new LegInput { Order = Legs.Count + 1 });
    }

    /// <summary>Filled lines in the order asked for.</summary>
    public IReadOnlyList<LegInput> Ordered => [.. Legs.Where(l => l.IsFilled).Select((l, i) => (Leg: l, Index: i)).OrderBy(l => l.Leg.Order ?? int.MaxValue).ThenBy(l => l.Index).Select(l => l.Leg)];

    /// <summary>The hours of the filled lines, in their order.</summary>
    /// <param name="away">Stops on another day, by their meeting: they keep the hour typed, or none.</param>
    public IReadOnlyList<int?> Starts(IReadOnlySet<int> away)
    {
        var ordered = Ordered;
        var own = new Queue<int>(RoundTimes.Of([.. ordered.Where(l => !IsAway(l)).Select(l => new RoundStop(l.House ?? "", l.Start, l.Minutes))]));
        return [.. ordered.Select(l => !IsAway(l) ? own.Dequeue() : l.Start is { } start ? (start.Hour * 60) + start.Minute : (int?)null)];

        bool IsAway(LegInput line) => line.MeetingId is { } id && away.Contains(id);
    }

    /// <summary>The same when all are on the round's day.</summary>
    private IReadOnlyList<int> Starts() => RoundTimes.Of([.. Ordered.Select(l => new RoundStop(l.House ?? "", l.Start, l.Minutes))]);

    /// <summary>Writes proposed hours in the lines: the first keeps its own.</summary>
    public void Propose()
    {
        var ordered = Ordered;
        foreach (var leg in ordered.Skip(1))
            leg.Start = null;
        var starts = Starts();
        for (var i = 0; i < ordered.Count; i++)
            (ordered[i].Start, ordered[i].Order) = (TimeOnly.MinValue.AddMinutes(starts[i]), i + 1);
        Legs = [.. ordered, .. Legs.Where(l => !l.IsFilled)];
    }
}

/// <summary>One stop: a house, its place in the day.</summary>
internal sealed class LegInput
{
    public const int Usual = 90;

    /// <summary>The meeting of a stop that exists; its house doesn't change.</summary>
    public int? MeetingId { get; set; }

    /// <summary>That of the meeting, which has its own page too.</summary>
    public int Version { get; set; }

    [Display(Name = "Établissement"), StringLength(300), NoIdentity]
    public string? House { get; set; }

    [Display(Name = "Ordre"), Range(1, 20)]
    public int? Order { get; set; }

    [Display(Name = "Heure")]
    public TimeOnly? Start { get; set; }

    [Display(Name = "Durée (minutes)"), Range(15, 720)]
    public int? Duration { get; set; }

    public bool IsFilled => MeetingId is not null || !string.IsNullOrWhiteSpace(House);

    public int Minutes => Duration ?? Usual;

    /// <summary>As two people compare it.</summary>
    public override string ToString() => $"{Order}. {House}, {(Start is { } start ? French.Time(start) : "heure à proposer")}, {French.Count(Minutes, "minute")}";
}
