using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Intranet.Training;

/// <summary>Which teams are looked at, and on which day, as written in the address.</summary>
internal sealed class CoverageFilter
{
    /// <summary>Months ahead that are offered.</summary>
    public static readonly int[] Ahead = [3, 6, 12];

    [FromQuery(Name = "pole")]
    public int? Pole { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    /// <summary>Months from today.</summary>
    [FromQuery(Name = "dans")]
    public int? Months { get; set; }

    /// <summary>A day, past or to come; goes before <see cref="Months"/>.</summary>
    [FromQuery(Name = "le")]
    public DateOnly? On { get; set; }

    public DateOnly DayOf(DateOnly today) => On is { } on && on >= today.AddYears(-10) && on <= today.AddYears(5) ? on : today.AddMonths(Ahead.Contains(Months ?? 0) ? Months!.Value : 0);

    public bool Keeps(TeamPlace place) => (Pole is null || place.PoleId == Pole) && (Establishment is null || place.Id == Establishment);
}

/// <summary>A line of the matrix.</summary>
internal sealed record MatrixRow(TeamPlace Place, int Present, IReadOnlyDictionary<int, CoverageCell> Cells);

/// <summary>Establishments × requirements on a day: who holds what, and the whole beneath.</summary>
internal sealed class CoverageMatrix
{
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<RequirementTerms> Columns { get; init; }
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>One for each column.</summary>
    public required IReadOnlyList<CoverageTotal> Totals { get; init; }
    public required AllHeld All { get; init; }

    /// <summary>People present in all these establishments, once each.</summary>
    public required int Present { get; init; }

    public static CoverageMatrix Of(TrainingSnapshot board, IReadOnlyList<TeamPlace> places, DateOnly day)
    {
        var present = board.Present(day);
        var cells = board.On(day, places.Select(p => p.Id).ToHashSet());
        var (byHouse, byRequirement) = (cells.ToLookup(c => c.House.Id), cells.ToLookup(c => c.Requirement.Id));
        var columns = board.Facts.Requirements.Where(r => byRequirement.Contains(r.Id)).ToList();
        return new()
        {
            Day = day,
            Columns = columns,
            Rows = [.. places.Where(p => present.Contains(p.Id)).Select(p => new MatrixRow(p, present[p.Id].Count(), byHouse[p.Id].ToDictionary(c => c.Requirement.Id)))],
            Totals = [.. columns.Select(r => CoverageTotal.Of(r, [.. byRequirement[r.Id]], day))],
            All = AllHeld.Of(cells, day),
            Present = places.SelectMany(p => present[p.Id]).Distinct().Count(),
        };
    }

    public Paged<MatrixRow> Page(int number)
    {
        number = Math.Clamp(number, 1, Math.Max(1, (Rows.Count + Paging.Size - 1) / Paging.Size));
        return new([.. Rows.Skip((number - 1) * Paging.Size).Take(Paging.Size)], Rows.Count, number, Paging.Size);
    }
}
