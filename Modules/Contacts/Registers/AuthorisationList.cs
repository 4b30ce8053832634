using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the register of authorisations.</summary>
internal sealed class AuthorisationRow
{
    public required int Id { get; init; }
    public required string Kind { get; init; }
    public required string Label { get; init; }
    public required int EstablishmentId { get; init; }
    public required string Establishment { get; init; }
    public required string Authority { get; init; }
    public required string Reference { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? Until { get; init; }
    public required DateOnly? AskOn { get; init; }
    public required DateOnly? AskedOn { get; init; }
    public required int Listed { get; init; }

    /// <summary>Named staff who are no longer in post: the list is to be brought up to date.</summary>
    public required int Gone { get; init; }

    public AuthorisationState StateOn(DateOnly day) => Authorisation.State(From, Until, AskOn, AskedOn, day);
}

/// <summary>The register's filter, as written in the address.</summary>
internal sealed record AuthorisationFilter(string? Kind, int? Establishment, string? State, string? Sort)
{
    public const string Valid = "valides", ToRenew = "a-demander", Expired = "expirees", ToUpdate = "a-mettre-a-jour";

    public IQueryable<Authorisation> Apply(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var rows = db.Set<Authorisation>().AsNoTracking().InScope(db, user);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(a => a.Kind == Kind);
        if (Establishment is { } establishment)
            rows = rows.Where(a => a.EstablishmentId == establishment);
        rows = State switch
        {
            Valid => rows.Where(a => a.From <= today && (a.Until == null || a.Until >= today)),
            ToRenew => rows.Where(a => a.From <= today && a.Until >= today && a.AskOn <= today && a.AskedOn == null),
            Expired => rows.Where(a => a.Until < today),
            ToUpdate => rows.Where(a => (a.Until == null || a.Until >= today) && a.Listed.AsQueryable().Any(AuthorisationList.GoneOn(today))),
            _ => rows,
        };
        return Sort switch
        {
            "nature" => rows.OrderBy(a => a.Kind).ThenBy(a => a.Id),
            "-nature" => rows.OrderByDescending(a => a.Kind).ThenBy(a => a.Id),
            "etablissement" => rows.OrderBy(a => a.Establishment!.Name).ThenBy(a => a.Id),
            "-etablissement" => rows.OrderByDescending(a => a.Establishment!.Name).ThenBy(a => a.Id),
            "-fin" => rows.OrderByDescending(a => a.Until).ThenBy(a => a.Id),
            _ => rows.OrderBy(a => a.Until == null).ThenBy(a => a.Until).ThenBy(a => a.Id),
        };
    }
}

internal static class AuthorisationList
{
    /// <summary>A named person who is in post nowhere with us that day.</summary>
    public static System.Linq.Expressions.Expression<Func<ListedStaff, bool>> GoneOn(DateOnly day)
        => l => !l.Person!.Employments.Any(s => s.From <= day && (s.To == null || s.To >= day));

    public static IQueryable<AuthorisationRow> Rows(this IQueryable<Authorisation> authorisations, IntranetDb db, DateOnly today) => authorisations.Select(a => new AuthorisationRow
    {
        Id = a.Id,
        Kind = a.Kind,
        Label = db.Set<ReferenceItem>().Where(i => i.List == "authorisation-kinds" && i.Code == a.Kind).Select(i => i.Label).FirstOrDefault() ?? a.Kind,
        EstablishmentId = a.EstablishmentId,
        Establishment = a.Establishment!.Kind + " " + a.Establishment.Name,
        Authority = a.Authority != null ? a.Authority.Name : a.AuthorityText,
        Reference = a.Reference,
        From = a.From,
        Until = a.Until,
        AskOn = a.AskOn,
        AskedOn = a.AskedOn,
        Listed = a.Listed.Count,
        Gone = a.Until < today ? 0 : a.Listed.AsQueryable().Count(GoneOn(today)),
    });
}
