using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>A text that left for signature and isn't back, signed by all, three weeks later.</summary>
internal sealed class SignaturesPending : IReminderSource
{
    /// <summary>Days left to sign.</summary>
    public const int Delay = 21;

    public ReminderRule Rule { get; } = new("convention-signature", "Signature en attente", [0, -14, -30]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var limit = until.AddDays(-Delay);
        var sent = db.Set<Convention>().AsNoTracking().AsSingleQuery()
            .Where(c => c.SentForSignatureOn <= limit && c.SignedOn == null && c.AbandonedOn == null)
            .Select(c => new
            {
                c.Id,
                c.OwnerPostId,
                SentOn = c.SentForSignatureOn!.Value,
                Signatures = c.Signatories.Count(s => s.SignedOn != null),
                Awaited = c.Signatories.Where(s => s.SignedOn == null).OrderByDescending(s => s.IsOurs).ThenBy(s => s.Order).ThenBy(s => s.Id)
                    .Select(s => s.IsOurs ? s.Post!.Title : s.Post!.Title + ", " + s.Post.Partner!.Name).ToList(),
            });
        await foreach (var text in sent.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DueFact
            {
                SubjectId = text.Id,
                Due = text.SentOn.AddDays(Delay),
                Action = text.Awaited.Count == 1 ? "Relancer le signataire" : text.Awaited.Count > 1 ? "Relancer les signataires" : "Relancer la signature",
                Context = $"Envoyée à la signature le {French.Date(text.SentOn)}"
                    + (text.Awaited.Count > 0 ? $", {text.Signatures} sur {text.Signatures + text.Awaited.Count} {(text.Signatures > 1 ? "reçues" : "reçue")} ; en attente\u00a0: {string.Join(" ; ", text.Awaited)}." : "."),
                PostId = text.OwnerPostId,
            };
        }
    }
}
