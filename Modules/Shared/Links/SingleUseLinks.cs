using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Makes and finds links good for one use.</summary>
public sealed class SingleUseLinks(IntranetDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds a link and withdraws those that were still open for the same purpose and payload; the caller saves.</summary>
    /// <returns>The secret, to be put in an address.</returns>
    public async Task<string> CreateAsync(string purpose, string payload, TimeSpan life, CancellationToken cancellation = default)
    {
        await WithdrawAsync(purpose, payload, cancellation);
        var (link, secret) = SingleUseLink.Create(purpose, payload, Now + life);
        db.Add(link);
        return secret;
    }

    /// <summary>Closes the links still open for a purpose and payload; the caller saves.</summary>
    public async Task WithdrawAsync(string purpose, string payload, CancellationToken cancellation = default)
    {
        var open = await db.Set<SingleUseLink>().Where(l => l.Purpose == purpose && l.Payload == payload && l.UsedAt == null).ToListAsync(cancellation);
        foreach (var link in open)
            link.Use(Now);
    }

    /// <summary>
    /// The link that carries this secret, if it is still good for one of these purposes. Reading changes nothing; to consume it,
    /// call <see cref="SingleUseLink.Use"/> and save together with the act (a second one at the same time gets a <see cref="DbUpdateConcurrencyException"/>).
    /// </summary>
    public async Task<SingleUseLink?> FindAsync(string? secret, IReadOnlyList<string> purposes, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 100)
            return null;
        var (hash, now) = (SingleUseLink.HashOf(secret), Now);
        return await db.Set<SingleUseLink>().FirstOrDefaultAsync(l => l.Hash == hash && purposes.Contains(l.Purpose) && l.UsedAt == null && l.ExpiresAt > now, cancellation);
    }
}
