using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One employment, in the list of staff.</summary>
internal sealed class StaffRow
{
    public required int PersonId { get; init; }
    public required string LastName { get; init; }
    public required string FirstName { get; init; }
    public required int EstablishmentId { get; init; }
    public required string Establishment { get; init; }
    public required string Function { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required DateOnly? FixedTermEnd { get; init; }
    public required DateOnly? LongLeaveFrom { get; init; }
    public required DateOnly? LongLeaveTo { get; init; }
    public required bool HasAccount { get; init; }
}

/// <summary>The list's filter, as written in the address: in post on a day (today when null), or leaving soon.</summary>
internal sealed record StaffFilter(string? Text, int? Establishment, string? Function, DateOnly? On, bool Leaving, bool Everyone, string? Sort)
{
    /// <summary>Days ahead in which a departure is near.</summary>
    public const int LeavingDays = 90;

    public IQueryable<StaffMember> Apply(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var rows = db.Set<StaffMember>().AsNoTracking().Where(s => own.Any(o => o.Id == s.EstablishmentId));
        if (Leaving)
            rows = rows.LeavingWithin(On ?? today, LeavingDays);
        else if (!Everyone)
            rows = rows.InPost(On ?? today);
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, s => s.Person!.Subject.Folded);
        if (Establishment is { } establishment)
            rows = rows.Where(s => s.EstablishmentId == establishment);
        if (!string.IsNullOrEmpty(Function))
            rows = rows.Where(s => s.Function == Function);
        return Sort switch
        {
            "-nom" => rows.OrderByDescending(s => s.Person!.LastName).ThenByDescending(s => s.Person!.FirstName).ThenBy(s => s.Id),
            "etablissement" => rows.OrderBy(s => s.Establishment!.Name).ThenBy(s => s.Person!.LastName).ThenBy(s => s.Id),
            "-etablissement" => rows.OrderByDescending(s => s.Establishment!.Name).ThenBy(s => s.Person!.LastName).ThenBy(s => s.Id),
            "fonction" => rows.OrderBy(s => s.Function).ThenBy(s => s.Person!.LastName).ThenBy(s => s.Id),
            "-fonction" => rows.OrderByDescending(s => s.Function).ThenBy(s => s.Person!.LastName).ThenBy(s => s.Id),
            "depuis" => rows.OrderBy(s => s.From).ThenBy(s => s.Id),
            "-depuis" => rows.OrderByDescending(s => s.From).ThenBy(s => s.Id),
            _ => rows.OrderBy(s => s.Person!.LastName).ThenBy(s => s.Person!.FirstName).ThenBy(s => s.Id),
        };
    }
}

internal static class StaffList
{
    public static IQueryable<StaffRow> Rows(this IQueryable<StaffMember> staff, IntranetDb db) => staff.Select(s => new StaffRow
    {
        PersonId = s.PersonId,
        LastName = s.Person!.LastName,
        FirstName = s.Person.FirstName,
        EstablishmentId = s.EstablishmentId,
        Establishment = s.Establishment!.Kind + " " + s.Establishment.Name,
        Function = s.Function,
        From = s.From,
        To = s.To,
        FixedTermEnd = s.FixedTermEnd,
        LongLeaveFrom = s.LongLeaveFrom,
        LongLeaveTo = s.LongLeaveTo,
        HasAccount = db.Users.Any(a => a.PersonId == s.PersonId && a.DisabledAt == null),
    });
}
