namespace Intranet.Training.Pages;

/// <summary>Poles and establishments among which a reader chooses.</summary>
internal sealed record TeamChoices(IReadOnlyList<(int Id, string Name)> Poles, IReadOnlyList<TeamPlace> Places, CoverageFilter Filter)
{
    /// <summary>More establishments than this are chosen within a pole.</summary>
    private const int Most = 200;

    public static TeamChoices Of(IReadOnlyList<TeamPlace> readable, CoverageFilter filter)
    {
        var places = readable.Where(p => filter.Pole is null || p.PoleId == filter.Pole).ToList();
        return new(
            [.. readable.Where(p => p.PoleId is not null).Select(p => (Id: p.PoleId!.Value, Name: p.Pole!)).Distinct().OrderBy(p => p.Name, StringComparer.CurrentCulture)],
            places.Count > Most ? [.. readable.Where(p => p.Id == filter.Establishment)] : places,
            filter);
    }
}
