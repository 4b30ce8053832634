using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Intranet.Conventions;

/// <summary>The register's filter, as written in the address. Scope and words are asked of the database; the rest is said of the day's lines.</summary>
internal sealed class ConventionFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "etat")]
    public List<string> States { get; set; } = [];

    [FromQuery(Name = "risque")]
    public List<string> Risks { get; set; } = [];

    [FromQuery(Name = "nature")]
    public int? Kind { get; set; }

    [FromQuery(Name = "partenaires")]
    public string? PartnerKind { get; set; }

    [FromQuery(Name = "dep")]
    public string? Department { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    [FromQuery(Name = "partenaire")]
    public int? Partner { get; set; }

    /// <summary>Id of the post of ours that follows it; « aucun » for none.</summary>
    [FromQuery(Name = "suivi")]
    public string? Owner { get; set; }

    [FromQuery(Name = "reconduction")]
    public RenewalMode? Renewal { get; set; }

    /// <summary>« retard », or a number of days within which a decision is due.</summary>
    [FromQuery(Name = "decision")]
    public string? Decision { get; set; }

    /// <summary>A month of the next eighteen in which the period ends (2027-02), or a number of days.</summary>
    [FromQuery(Name = "fin")]
    public string? End { get; set; }

    [FromQuery(Name = "tri")]
    public string? Sort { get; set; }

    public int Count => States.Count + Risks.Count + new object?[] { Text, Kind, PartnerKind, Department, Establishment, Partner, Owner, Renewal, Decision, End }.Count(v => v is not null and not "");

    /// <summary>All but state, risk and end, whose counts stand beside their boxes.</summary>
    public bool Keeps(ConventionLine line, DateOnly today)
        => (Kind is null || line.Facts.KindId == Kind)
        && (string.IsNullOrEmpty(PartnerKind) || line.Parties.Any(p => p.PartnerKind == PartnerKind))
        && (string.IsNullOrEmpty(Department) || line.Parties.Any(p => p.Departments.Contains($"|{Department}|", StringComparison.OrdinalIgnoreCase)))
        && (Establishment is null || line.Establishments.Any(p => p.Id == Establishment))
        && (Partner is null || line.Partners.Any(p => p.Id == Partner))
        && (string.IsNullOrEmpty(Owner) || (Owner == "aucun" ? line.Risk.Owner is null : int.TryParse(Owner, out var post) && line.Risk.Owner?.Id == post))
        && (Renewal is null || line.Facts.Renewal == Renewal)
        && IsDue(line, today);

    public bool KeepsState(ConventionLine line) => States.Count == 0 || States.Contains(line.State.Code());

    public bool KeepsRisk(ConventionLine line) => Risks.Count == 0 || line.Risks.Any(r => Risks.Contains(r.Kind.Code()) || Risks.Contains(AnyRisk));

    public bool KeepsEnd(ConventionLine line, DateOnly today) => string.IsNullOrEmpty(End) || (line.End is { } end
        && (int.TryParse(End, out var days) ? end >= today && end <= today.AddDays(Math.Clamp(days, 0, 3660)) : EndMonth(end) == End));

    /// <summary>A month as the address names it.</summary>
    public static string EndMonth(DateOnly day) => day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whatever the reason.</summary>
    public const string AnyRisk = "tous";

    private bool IsDue(ConventionLine line, DateOnly today) => Decision switch
    {
        null or "" => true,
        "retard" => line.Decision?.Deadline < today,
        _ => int.TryParse(Decision, out var days) && line.Decision is { } decision && decision.Deadline >= today && decision.Deadline <= today.AddDays(Math.Clamp(days, 0, 3660)),
    };
}
