using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Authorisations whose renewal is to be asked for, expired ones included: asking, or the authorisation that follows, ends it.</summary>
internal sealed class AuthorisationRenewals : IReminderSource
{
    public ReminderRule Rule { get; } = new("authorisation-renewal", "Renouvellement d’une autorisation à demander", [30, 7, 0, -14]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var due = db.Set<Authorisation>().AsNoTracking()
            .Where(a => a.AskOn != null && a.AskOn <= until && a.AskedOn == null && a.Until != null && a.Establishment!.ClosedOn == null
                && !db.Set<Authorisation>().Any(next => next.EstablishmentId == a.EstablishmentId && next.Kind == a.Kind && next.From > a.From))
            .Select(a => new
            {
                a.Id,
                AskOn = a.AskOn!.Value,
                Until = a.Until!.Value,
                a.AuthorityText,
                Authority = a.Authority == null ? null : a.Authority.Name,
                PostId = a.Establishment!.Posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null).Min(p => (int?)p.Id),
            });
        await foreach (var a in due.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var authority = a.Authority ?? a.AuthorityText;
            yield return new DueFact
            {
                SubjectId = a.Id,
                Due = a.AskOn,
                Action = "Demander le renouvellement",
                Context = $"{(a.Until < today ? "Expirée depuis le" : "Fin le")} {French.Date(a.Until)}{(authority.Length > 0 ? $", autorité : {authority}" : "")}.",
                PostId = a.PostId,
            };
        }
    }
}
