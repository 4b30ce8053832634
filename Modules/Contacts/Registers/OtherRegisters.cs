using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the register of delegations.</summary>
internal sealed class DelegationRow
{
    public required int Id { get; init; }
    public required string What { get; init; }

    /// <summary>The post or the person.</summary>
    public required string Holder { get; init; }

    /// <summary>Who signs through the post today; empty for a delegation by name.</summary>
    public required IReadOnlyList<string> Signers { get; init; }
    public required bool ByPost { get; init; }
    public required string GivenBy { get; init; }
    public required string Reference { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? Until { get; init; }

    public bool IsValidOn(DateOnly day) => Delegation.IsValid(From, Until, day);
}

/// <summary>One line of the register of accesses to prisons.</summary>
internal sealed class AccessRow
{
    public required int Id { get; init; }
    public required int PersonId { get; init; }
    public required string Person { get; init; }
    public required string Establishment { get; init; }
    public required int PartnerId { get; init; }
    public required string Partner { get; init; }
    public required string IssuedBy { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? Until { get; init; }
}

/// <summary>Reading delegations and accesses.</summary>
internal static class OtherRegisters
{
    /// <summary>Days before its end from which an access is shown as ending.</summary>
    public const int EndsSoonDays = 60;

    /// <param name="on">Only those valid that day; all when null.</param>
    public static IQueryable<DelegationRow> DelegationRows(this IntranetDb db, DateOnly? on, DateOnly today) => db.Set<Delegation>().AsNoTracking()
        .Where(d => on == null || (d.From <= on && (d.Until == null || d.Until >= on)))
        .OrderBy(d => d.Until == null).ThenBy(d => d.Until).ThenBy(d => d.Id)
        .Select(d => new DelegationRow
        {
            Id = d.Id,
            What = d.What,
            Holder = d.Post != null ? d.Post.Title + (d.Post.Establishment == null ? "" : " – " + d.Post.Establishment.Kind + " " + d.Post.Establishment.Name) : d.Person!.FirstName + " " + d.Person.LastName,
            Signers = d.Post!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.Person!.FirstName + " " + h.Person.LastName).ToList(),
            ByPost = d.PostId != null,
            GivenBy = d.GivenBy,
            Reference = d.Reference,
            From = d.From,
            Until = d.Until,
        });

    /// <param name="state">"valides", "bientot" (ends within 60 days), "expirees"; all when empty.</param>
    public static IQueryable<AccessRow> AccessRows(this IntranetDb db, CurrentUser user, int? establishment, string? state, DateOnly today)
    {
        var rows = db.Set<PrisonAccess>().AsNoTracking().InScope(db, user);
        if (establishment is { } id)
            rows = rows.Where(a => a.EstablishmentId == id);
        var soon = today.AddDays(EndsSoonDays);
        rows = state switch
        {
            "valides" => rows.Where(a => a.From <= today && (a.Until == null || a.Until >= today)),
            "bientot" => rows.Where(a => a.Until >= today && a.Until <= soon),
            "expirees" => rows.Where(a => a.Until < today),
            _ => rows,
        };
        return rows.OrderBy(a => a.Until == null).ThenBy(a => a.Until).ThenBy(a => a.Id).Select(a => new AccessRow
        {
            Id = a.Id,
            PersonId = a.PersonId,
            Person = a.Person!.FirstName + " " + a.Person.LastName,
            Establishment = a.Establishment!.Kind + " " + a.Establishment.Name,
            PartnerId = a.PartnerId,
            Partner = a.Partner!.Name,
            IssuedBy = a.IssuedBy,
            From = a.From,
            Until = a.Until,
        });
    }
}
