using Microsoft.AspNetCore.Mvc;

namespace Intranet.Experts;

internal enum ExpertsShown
{
    People = 1,
    Houses,
}

/// <summary>What is searched for in the network, as written in the address.</summary>
internal sealed class ExpertFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>Ticked topics: within a family one of them, across families all.</summary>
    [FromQuery(Name = "theme")]
    public List<int> Topics { get; set; } = [];

    [FromQuery(Name = "departement")]
    public List<string> Departments { get; set => field = [.. value.Where(d => !string.IsNullOrWhiteSpace(d)).Distinct()]; } = [];

    [FromQuery(Name = "qui")]
    public ExpertsShown? Who { get; set; }

    [FromQuery(Name = "disponibles")]
    public bool OnlyAvailable { get; set; }

    /// <summary>Ticks, beside the words.</summary>
    public int Ticks => Topics.Count + Departments.Count + (Who is null ? 0 : 1) + (OnlyAvailable ? 1 : 0);
}
