using System.Globalization;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>
/// The link by which a partner's expert, who has no account, takes, declines or answers. It isn't used up by an act: it is read until it ends, and what
/// may be done is asked of the request. A new one ends the former.
/// </summary>
internal sealed class ExpertLinks(SingleUseLinks links)
{
    public const string Purpose = "support-expert";

    public static readonly TimeSpan Life = TimeSpan.FromDays(10);

    /// <summary>A new address for this expert of this request; the caller saves. The request must be saved, so that the expert has an id.</summary>
    public async Task<string> AddressAsync(RequestedExpert asked, CancellationToken cancellation)
        => $"/appuis/lien/{await links.CreateAsync(Purpose, PayloadOf(asked.Id), Life, cancellation)}";

    /// <summary>Who the link is for, and whether it still holds; null when nobody knows it.</summary>
    public async Task<(int AskedId, bool IsOpen)?> FindAsync(string secret, DateTime now, CancellationToken cancellation)
        => await links.FindEvenClosedAsync(secret, Purpose, cancellation) is { } link && int.TryParse(link.Payload, CultureInfo.InvariantCulture, out var id) ? (id, link.UsedAt is null && link.ExpiresAt > now) : null;

    /// <summary>When the last link was made; null when there is none.</summary>
    public static async Task<DateTime?> LastMadeAsync(IntranetDb db, int askedId, CancellationToken cancellation)
    {
        var payload = PayloadOf(askedId);
        return await db.Set<SingleUseLink>().Where(l => l.Purpose == Purpose && l.Payload == payload).MaxAsync(l => (DateTime?)l.ExpiresAt, cancellation) - Life;
    }

    private static string PayloadOf(int askedId) => askedId.ToString(CultureInfo.InvariantCulture);
}
