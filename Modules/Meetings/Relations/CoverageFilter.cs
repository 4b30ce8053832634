using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Intranet.Meetings;

internal enum CoverageBy
{
    [Display(Name = "Département")]
    Department = 1,

    [Display(Name = "Nature de partenaire")]
    Kind = 2,

    [Display(Name = "Responsable de la relation")]
    Owner = 3,

    [Display(Name = "Établissement")]
    Establishment = 4,
}

/// <summary>Which followed partners are looked at, as written in the address.</summary>
internal sealed class CoverageFilter
{
    [FromQuery(Name = "dep")]
    public string? Department { get; set; }

    [FromQuery(Name = "nature")]
    public string? Kind { get; set; }

    /// <summary>Post of ours that keeps the relation.</summary>
    [FromQuery(Name = "responsable")]
    public int? Owner { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    /// <summary>Only those who were asked and didn't say yes.</summary>
    [FromQuery(Name = "sollicites")]
    public bool SolicitedOnly { get; set; }

    [FromQuery(Name = "par")]
    public CoverageBy By { get; set; } = CoverageBy.Department;

    public int Count => new[] { !string.IsNullOrEmpty(Department), !string.IsNullOrEmpty(Kind), Owner is not null, Establishment is not null, SolicitedOnly }.Count(on => on);

    public bool Keeps(CoveredPartner partner)
        => (string.IsNullOrEmpty(Department) || partner.DepartmentCodes.Contains(Department))
        && (string.IsNullOrEmpty(Kind) || partner.KindCode == Kind)
        && (Owner is null || partner.OwnerPostId == Owner)
        && (Establishment is null || partner.EstablishmentId == Establishment);
}

/// <summary>A followed partner and the days on which it was met.</summary>
internal sealed class CoveredPartner
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string KindCode { get; init; }
    public required string Kind { get; init; }
    public required int KindOrder { get; init; }
    public required string Departments { get; init; }
    public required int OwnerPostId { get; init; }
    public required string OwnerPost { get; init; }
    public required string? Holder { get; init; }
    public required int? EstablishmentId { get; init; }
    public required string? EstablishmentKind { get; init; }
    public required string? Establishment { get; init; }
    public required DateOnly? FollowedOn { get; init; }
    public required int WishedMonths { get; init; }
    public required int MaximumMonths { get; init; }

    /// <summary>The latest invitation without a yes since the last meeting.</summary>
    public required PartnerSolicited? Solicited { get; init; }

    /// <summary>Days of the meetings that count, ascending.</summary>
    public IReadOnlyList<DateOnly> Met { get; set; } = [];

    public IReadOnlyList<string> DepartmentCodes => field ??= DepartmentList.Split(Departments);
    public string Owner => Holder is null ? $"{OwnerPost} (poste vacant)" : $"{Holder}, {OwnerPost}";
    public string House => $"{EstablishmentKind} {Establishment}".Trim();
    public DateOnly? LastMet => Met.Count == 0 ? null : Met[^1];

    /// <summary>Where it stood that day; null before we followed it.</summary>
    public MeetingObligation? On(DateOnly day)
        => FollowedOn > day ? null : MeetingObligation.Of(LastBy(day), WishedMonths, MaximumMonths, day);

    private DateOnly? LastBy(DateOnly day)
    {
        for (var i = Met.Count - 1; i >= 0; i--)
        {
            if (Met[i] <= day)
                return Met[i];
        }
        return null;
    }
}
