using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>What the registers hold in a person's name: lists of named staff, delegations, access to prisons.</summary>
internal sealed class RegistersHandOver : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var listed = await db.Set<ListedStaff>().Where(l => l.PersonId == personId && (l.Authorisation!.Until == null || l.Authorisation.Until >= today))
            .Select(l => new { l.AuthorisationId, l.Authorisation!.Kind, Place = l.Authorisation.Establishment!.Name, l.Authorisation.Until }).ToListAsync(cancellation);
        var delegations = await db.Set<Delegation>().Where(d => d.PersonId == personId && (d.Until == null || d.Until >= today))
            .Select(d => new { d.Id, d.What, d.Until }).ToListAsync(cancellation);
        var accesses = await db.Set<PrisonAccess>().Where(a => a.PersonId == personId && (a.Until == null || a.Until >= today))
            .Select(a => new { a.Id, a.Partner!.Name, a.Until }).ToListAsync(cancellation);
        return
        [
            .. listed.Select(l => new CarriedItem(l.AuthorisationId, ContactsModule.Authorisation.Code, $"{l.Kind} – {l.Place}", "sur la liste nominative, à mettre à jour", l.Until)),
            .. delegations.Select(d => new CarriedItem(d.Id, ContactsModule.Delegation.Code, d.What, "délégation nominative, qui prendra fin", d.Until)),
            .. accesses.Select(a => new CarriedItem(a.Id, ContactsModule.PrisonAccess.Code, a.Name, "autorisation d’accès, qui prendra fin", a.Until)),
        ];
    }

    /// <summary>Signing and entering by name end with the last day and pass to nobody; the named list stays as it is, for the authority must be told.</summary>
    public async Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation)
    {
        foreach (var delegation in await db.Set<Delegation>().Where(d => d.PersonId == personId && (d.Until == null || d.Until > lastDay)).ToListAsync(cancellation))
            delegation.End(lastDay);
        foreach (var access in await db.Set<PrisonAccess>().Where(a => a.PersonId == personId && (a.Until == null || a.Until > lastDay)).ToListAsync(cancellation))
            access.End(lastDay);
    }
}
