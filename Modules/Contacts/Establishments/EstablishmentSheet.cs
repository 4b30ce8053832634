using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A post of ours and who holds it today.</summary>
internal sealed class SheetPost
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required bool IsServiceLine { get; init; }
    public required string Hours { get; init; }
    public required string Phone { get; init; }
    public required IReadOnlyList<SheetHolder> Holders { get; init; }
    public required DateOnly? VacantFrom { get; init; }
}

internal sealed record SheetHolder(int PersonId, string Name, DateOnly Since);

/// <summary>A member of staff in post.</summary>
internal sealed class SheetStaff
{
    public required int PersonId { get; init; }
    public required string Name { get; init; }
    public required string Function { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required DateOnly? FixedTermEnd { get; init; }
    public required DateOnly? LongLeaveFrom { get; init; }
    public required DateOnly? LongLeaveTo { get; init; }

    public bool IsOnLongLeave(DateOnly day) => LongLeaveFrom <= day && (LongLeaveTo is null || LongLeaveTo >= day);
}

/// <summary>The parts of an establishment's sheet, one command each.</summary>
internal static class EstablishmentSheet
{
    /// <summary>Service lines first, then from the field up.</summary>
    public static IQueryable<SheetPost> PostsOf(this IntranetDb db, int establishmentId, DateOnly today) => db.Set<Post>().AsNoTracking()
        .Where(p => p.EstablishmentId == establishmentId && (p.ClosedOn == null || p.ClosedOn >= today))
        .OrderByDescending(p => p.IsServiceLine).ThenByDescending(p => p.Level).ThenBy(p => p.Title)
        .Select(p => new SheetPost
        {
            Id = p.Id,
            Title = p.Title,
            IsServiceLine = p.IsServiceLine,
            Hours = p.Hours,
            Phone = p.Phone,
            Holders = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From)
                .Select(h => new SheetHolder(h.PersonId, h.Person!.FirstName + " " + h.Person.LastName, h.From)).ToList(),
            VacantFrom = p.Holdings.Where(h => h.To < today).Max(h => h.To),
        });

    public static IQueryable<SheetStaff> StaffOf(this IntranetDb db, int establishmentId, DateOnly today) => db.Set<StaffMember>().AsNoTracking()
        .Where(s => s.EstablishmentId == establishmentId).InPost(today)
        .OrderBy(s => s.Person!.LastName).ThenBy(s => s.Person!.FirstName).ThenBy(s => s.Id)
        .Select(s => new SheetStaff
        {
            PersonId = s.PersonId,
            Name = s.Person!.FirstName + " " + s.Person.LastName,
            Function = s.Function,
            From = s.From,
            To = s.To,
            FixedTermEnd = s.FixedTermEnd,
            LongLeaveFrom = s.LongLeaveFrom,
            LongLeaveTo = s.LongLeaveTo,
        });
}
