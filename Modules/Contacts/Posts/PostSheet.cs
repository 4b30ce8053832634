using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>All that the page of a post shows, read by one command.</summary>
internal sealed class PostSheet
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required PostLevel Level { get; init; }
    public required int? PartnerId { get; init; }
    public required string? PartnerName { get; init; }
    public required PartnerKind? Kind { get; init; }
    public required int? EstablishmentId { get; init; }
    public required string? EstablishmentName { get; init; }
    public required string Site { get; init; }
    public required int? SuperiorId { get; init; }
    public required string? SuperiorTitle { get; init; }
    public required bool IsServiceLine { get; init; }
    public required string Hours { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required DateOnly? VerifiedOn { get; init; }
    public required string VerifiedBy { get; init; }
    public required int VerifyEveryMonths { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required IReadOnlyList<PostHolder> Holders { get; init; }
    public required IReadOnlyList<PostRelation> Relations { get; init; }

    public string OwnerName => PartnerName ?? EstablishmentName ?? "";
    public string OwnerAddress => PartnerId is { } partner ? $"/partenaires/{partner}" : $"/etablissements/{EstablishmentId}";

    public static IQueryable<PostSheet> Of(IQueryable<Post> posts, DateOnly today) => posts.AsNoTracking().AsSingleQuery().Select(p => new PostSheet
    {
        Id = p.Id,
        Title = p.Title,
        Level = p.Level,
        PartnerId = p.PartnerId,
        PartnerName = p.Partner == null ? null : p.Partner.Name,
        Kind = p.Partner == null ? null : p.Partner.Kind,
        EstablishmentId = p.EstablishmentId,
        EstablishmentName = p.Establishment == null ? null : p.Establishment.Subject.Title,
        Site = p.Site,
        SuperiorId = p.SuperiorId,
        SuperiorTitle = p.Superior == null ? null : p.Superior.Title,
        IsServiceLine = p.IsServiceLine,
        Hours = p.Hours,
        Phone = p.Phone,
        Email = p.Email,
        VerifiedOn = p.VerifiedOn,
        VerifiedBy = p.VerifiedBy,
        VerifyEveryMonths = p.VerifyEveryMonths,
        ClosedOn = p.ClosedOn,
        Holders = p.Holdings.OrderByDescending(h => h.From).ThenByDescending(h => h.Id).Select(h => new PostHolder
        {
            HoldingId = h.Id,
            PersonId = h.PersonId,
            FirstName = h.Person!.FirstName,
            LastName = h.Person.LastName,
            Email = h.Person.Email,
            Phone = h.Person.Phone,
            IsErased = h.Person.ErasedOn != null,
            IsAway = h.Person.DepartedOn < today || h.Person.Absences.Any(a => a.From <= today && a.To >= today)
                || h.Person.Employments.Any(s => s.LongLeaveFrom <= today && (s.LongLeaveTo == null || s.LongLeaveTo >= today)),
            From = h.From,
            To = h.To,
            Relay = h.Relay,
        }).ToList(),
        Relations = p.Followed.OrderBy(f => f.Name).Select(f => new PostRelation { Id = f.Id, Name = f.Name }).ToList(),
    });
}

/// <summary>Somebody who holds or held the post.</summary>
internal sealed class PostHolder
{
    public required int HoldingId { get; init; }
    public required int PersonId { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required bool IsErased { get; init; }

    /// <summary>Absent, on long leave or gone today: the line says who answers.</summary>
    public required bool IsAway { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required string Relay { get; init; }

    public string Name => $"{FirstName} {LastName}".Trim();
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>A partner whose relation the post keeps.</summary>
internal sealed class PostRelation
{
    public required int Id { get; init; }
    public required string Name { get; init; }
}
