using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>All that the page of a person shows.</summary>
internal sealed class PersonSheet
{
    public required int Id { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string Source { get; init; }
    public required DateOnly? VerifiedOn { get; init; }
    public required string VerifiedBy { get; init; }
    public required DateOnly? DepartedOn { get; init; }
    public required int? MergedIntoId { get; init; }
    public required DateOnly? ErasedOn { get; init; }
    public required IReadOnlyList<PersonHolding> Holdings { get; init; }
    public required IReadOnlyList<PersonEmployment> Employments { get; init; }
    public required IReadOnlyList<PersonAbsence> Absences { get; init; }

    public string Name => $"{FirstName} {LastName}".Trim();

    public static IQueryable<PersonSheet> Of(IQueryable<Person> people) => people.AsNoTracking().AsSingleQuery().Select(p => new PersonSheet
    {
        Id = p.Id,
        FirstName = p.FirstName,
        LastName = p.LastName,
        Email = p.Email,
        Phone = p.Phone,
        Source = p.Source,
        VerifiedOn = p.VerifiedOn,
        VerifiedBy = p.VerifiedBy,
        DepartedOn = p.DepartedOn,
        MergedIntoId = p.MergedIntoId,
        ErasedOn = p.ErasedOn,
        Holdings = p.Holdings.OrderByDescending(h => h.From).ThenByDescending(h => h.Id).Select(h => new PersonHolding
        {
            Id = h.Id,
            PostId = h.PostId,
            Title = h.Post!.Title,
            Place = h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title,
            PartnerId = h.Post.PartnerId,
            EstablishmentId = h.Post.EstablishmentId,
            From = h.From,
            To = h.To,
            Relay = h.Relay,
        }).ToList(),
        Employments = p.Employments.OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Select(s => new PersonEmployment
        {
            Id = s.Id,
            EstablishmentId = s.EstablishmentId,
            Place = s.Establishment!.Subject.Title,
            Function = s.Function,
            From = s.From,
            To = s.To,
            FixedTermEnd = s.FixedTermEnd,
            LongLeaveFrom = s.LongLeaveFrom,
            LongLeaveTo = s.LongLeaveTo,
        }).ToList(),
        Absences = p.Absences.OrderByDescending(a => a.From).Select(a => new PersonAbsence
        {
            Id = a.Id,
            From = a.From,
            To = a.To,
            SubstituteId = a.SubstituteId,
            Substitute = a.Substitute == null ? null : a.Substitute.FirstName + " " + a.Substitute.LastName,
        }).ToList(),
    });
}

/// <summary>A post held, now or before.</summary>
internal sealed class PersonHolding
{
    public required int Id { get; init; }
    public required int PostId { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required int? PartnerId { get; init; }
    public required int? EstablishmentId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required string Relay { get; init; }

    public string PlaceAddress => PartnerId is { } partner ? $"/partenaires/{partner}" : $"/etablissements/{EstablishmentId}";
    public bool IsPast(DateOnly day) => To < day;
}

/// <summary>An employment by us.</summary>
internal sealed class PersonEmployment
{
    public required int Id { get; init; }
    public required int EstablishmentId { get; init; }
    public required string Place { get; init; }
    public required string Function { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required DateOnly? FixedTermEnd { get; init; }
    public required DateOnly? LongLeaveFrom { get; init; }
    public required DateOnly? LongLeaveTo { get; init; }
}

/// <summary>Days away.</summary>
internal sealed class PersonAbsence
{
    public required int Id { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int? SubstituteId { get; init; }
    public required string? Substitute { get; init; }
}
