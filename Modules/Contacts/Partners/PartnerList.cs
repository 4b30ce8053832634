using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Whether all that a partner's posts say was made sure of in time.</summary>
internal enum CoordinatesState
{
    [Display(Name = "À vérifier")]
    Needed = 1,

    [Display(Name = "Vérifiées")]
    Done = 2,
}

/// <summary>One line of the list of partners.</summary>
internal sealed class PartnerRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string? Parent { get; init; }
    public required string City { get; init; }
    public required string Departments { get; init; }
    public required string Phone { get; init; }
    public required string? RelationOwner { get; init; }
    public required DateOnly? LastMet { get; init; }

    /// <summary>Last invited, without a yes since the last meeting.</summary>
    public required DateOnly? SolicitedOn { get; init; }
    public required int WishedMonths { get; init; }
    public required int MaximumMonths { get; init; }
    public required bool IsClosed { get; init; }

    /// <summary>Null when nobody of ours follows the partner.</summary>
    public MeetingObligation? Obligation(DateOnly today)
        => RelationOwner is null || IsClosed ? null : MeetingObligation.Of(LastMet, WishedMonths, MaximumMonths, today);
}

/// <summary>The list's filter, as written in the address.</summary>
internal sealed class PartnerFilter
{
    public string? Q { get; set; }
    public string? Nature { get; set; }
    public string? Dep { get; set; }
    public bool Suivis { get; set; }

    /// <summary>A post of ours that keeps the relation.</summary>
    public int? Responsable { get; set; }
    public ObligationState[] Rencontre { get; set; } = [];
    public CoordinatesState? Coordonnees { get; set; }

    /// <summary>Closed partners too.</summary>
    public bool Fermes { get; set; }
    public string? Tri { get; set; }

    /// <summary>How many of the filters are on, for the phone's button.</summary>
    public int Count => new[] { !string.IsNullOrEmpty(Q), !string.IsNullOrEmpty(Nature), !string.IsNullOrEmpty(Dep), Suivis, Responsable is not null, Rencontre.Length > 0, Coordonnees is not null, Fermes }.Count(on => on);

    /// <summary>Nothing was asked: the list as most visits see it.</summary>
    public bool IsWhole => Count == 0 && Tri is null;

    public IQueryable<PartnerRow> Apply(IntranetDb db, PartnerObligations obligations, DateOnly today)
    {
        var partners = Rencontre.Length > 0 ? obligations.InState(db, today, Rencontre) : db.Set<Partner>().AsNoTracking().Where(p => p.MergedIntoId == null);
        if (!Fermes)
            partners = partners.Where(p => p.ClosedOn == null);
        if (SearchTerms.Parse(Q) is { IsEmpty: false } terms)
            partners = partners.WhereMatches(terms, p => p.Subject.Folded);
        if (!string.IsNullOrEmpty(Nature))
            partners = partners.Where(p => p.Kind.Code == Nature);
        if (!string.IsNullOrEmpty(Dep))
            partners = partners.Where(p => EF.Functions.Like(p.Departments, DepartmentList.Pattern(Dep)));
        if (Suivis)
            partners = partners.Where(p => p.RelationOwnerId != null);
        if (Responsable is { } owner)
            partners = partners.Where(p => p.RelationOwnerId == owner);
        if (Coordonnees is { } wanted)
            partners = Verified(partners, wanted, today);
        return Rows(Sorted(partners), obligations.Met(db), obligations.Solicited(db));
    }

    private static IQueryable<Partner> Verified(IQueryable<Partner> partners, CoordinatesState wanted, DateOnly today)
    {
        var inTime = MeetingObligation.EarliestInTime(today);
        return wanted == CoordinatesState.Needed
            ? partners.Where(p => p.Posts.Any(o => o.ClosedOn == null && (o.VerifiedOn == null || o.VerifiedOn < inTime[o.VerifyEveryMonths])))
            : partners.Where(p => p.Posts.Any(o => o.ClosedOn == null) && p.Posts.All(o => o.ClosedOn != null || o.VerifiedOn >= inTime[o.VerifyEveryMonths]));
    }

    private IQueryable<Partner> Sorted(IQueryable<Partner> partners) => Tri switch
    {
        "-nom" => partners.OrderByDescending(p => p.Name).ThenBy(p => p.Id),
        "nature" => partners.OrderBy(p => p.Kind.Order).ThenBy(p => p.Name).ThenBy(p => p.Id),
        "-nature" => partners.OrderByDescending(p => p.Kind.Order).ThenBy(p => p.Name).ThenBy(p => p.Id),
        "dep" => partners.OrderBy(p => p.Departments).ThenBy(p => p.Name).ThenBy(p => p.Id),
        "-dep" => partners.OrderByDescending(p => p.Departments).ThenBy(p => p.Name).ThenBy(p => p.Id),
        _ => partners.OrderBy(p => p.Name).ThenBy(p => p.Id),
    };

    private static IQueryable<PartnerRow> Rows(IQueryable<Partner> partners, IQueryable<PartnerMet> met, IQueryable<PartnerSolicited> solicited) => partners.Select(p => new PartnerRow
    {
        Id = p.Id,
        Name = p.Name,
        Kind = p.Kind.Label,
        Parent = p.Parent == null ? null : p.Parent.Name,
        City = p.City,
        Departments = p.Departments,
        Phone = p.Phone,
        RelationOwner = p.RelationOwner == null ? null : p.RelationOwner.Title + ", " + p.RelationOwner.Establishment!.Name,
        LastMet = p.RelationOwnerId == null ? null : met.Where(m => m.PartnerId == p.Id).Max(m => (DateOnly?)m.On),
        SolicitedOn = p.RelationOwnerId == null ? null : solicited.Where(s => s.PartnerId == p.Id).Max(s => (DateOnly?)s.On),
        WishedMonths = p.WishedMonths ?? p.Kind.WishedMonths,
        MaximumMonths = p.MaximumMonths ?? p.Kind.MaximumMonths,
        IsClosed = p.ClosedOn != null,
    });
}
