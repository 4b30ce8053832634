using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>A series of sharing times, and how regular it was.</summary>
internal sealed class SharingRow
{
    public required SharingTime Sharing { get; init; }
    public required string? Partner { get; init; }
    public required List<string> Houses { get; init; }

    /// <summary>Those of the last twelve months, the latest first.</summary>
    public required List<SharingHeld> Lately { get; init; }

    /// <summary>First day of the twelve months that end today.</summary>
    public static DateOnly Since(DateOnly today) => today.AddYears(-1).AddDays(1);

    public int Expected(DateOnly today) => Sharing.Expected(Since(today), today);

    /// <summary>« 7 séances sur 9 prévues en 12 mois ».</summary>
    public string Regularity(DateOnly today)
        => $"{French.Count(Lately.Count, "séance")} sur {French.Number(Expected(today))} {(Expected(today) < 2 ? "prévue" : "prévues")} en 12\u00a0mois";

    /// <summary>People there on average; null when it wasn't held.</summary>
    public int? Heads => Lately.Count == 0 ? null : (int)Math.Round(Lately.Average(h => h.HeadCount), MidpointRounding.AwayFromZero);
}

internal static class SharingList
{
    public static IQueryable<SharingRow> Rows(this IQueryable<SharingTime> series, DateOnly today)
    {
        var since = SharingRow.Since(today);
        return series.AsNoTracking().AsSingleQuery().Select(s => new SharingRow
        {
            Sharing = s,
            Partner = s.Partner!.Name,
            Houses = s.Subject.Links.Where(l => l.Role == LinkRole.Establishment).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
            Lately = s.Held.Where(h => h.On >= since && h.On <= today).OrderByDescending(h => h.On).ToList(),
        });
    }
}
