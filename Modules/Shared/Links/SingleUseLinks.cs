using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Makes and finds links good for one use.</summary>
public sealed class SingleUseLinks(IntranetDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds a link and withdraws those that were still open for the same purpose and payload; the caller saves.</summary>
    /// <returns>The secret, to be put in an address.</returns>
    public async Task<string> CreateAsync(string purpose, string payload, TimeSpan life, CancellationToken cancellation = default)
        => (await CreateAsync(purpose, [payload], life, cancellation))[payload];

    /// <summary>The same for several payloads, in one command.</summary>
    /// <returns>The secret of each.</returns>
    public async Task<IReadOnlyDictionary<string, string>> CreateAsync(string purpose, IReadOnlyCollection<string> payloads, TimeSpan life, CancellationToken cancellation = default)
    {
        await WithdrawAsync(purpose, payloads, cancellation);
        Dictionary<string, string> secrets = [];
        foreach (var payload in payloads)
        {
            (var link, secrets[payload]) = SingleUseLink.Create(purpose, payload, Now + life);
            db.Add(link);
        }
        return secrets;
    }

    /// <summary>Closes the links still open for a purpose and payload; the caller saves.</summary>
    public Task WithdrawAsync(string purpose, string payload, CancellationToken cancellation = default) => WithdrawAsync(purpose, [payload], cancellation);

    private async Task WithdrawAsync(string purpose, IReadOnlyCollection<string> payloads, CancellationToken cancellation)
    {
        var open = await db.Set<SingleUseLink>().Where(l => l.Purpose == purpose && payloads.Contains(l.Payload) && l.UsedAt == null).ToListAsync(cancellation);
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

    /// <summary>The link that carries this secret, withdrawn or expired too: for a page that is read as long as the link holds, and that then offers a new one.</summary>
    public async Task<SingleUseLink?> FindEvenClosedAsync(string? secret, string purpose, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 100)
            return null;
        var hash = SingleUseLink.HashOf(secret);
        return await db.Set<SingleUseLink>().AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose, cancellation);
    }
}
