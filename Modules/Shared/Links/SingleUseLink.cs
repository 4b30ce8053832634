using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>
/// A link sent to somebody, good for one act and a short while. Only a hash is kept: a copy of the database opens nothing.
/// Opening the address never changes anything, since mail scanners open links too; posting its form consumes it.
/// </summary>
public sealed class SingleUseLink : IUnaudited
{
    private SingleUseLink() { }

    private SingleUseLink(string hash, string purpose, string payload, DateTime expiresAt)
        => (Hash, Purpose, Payload, ExpiresAt) = (hash, purpose, payload, expiresAt);

    public int Id { get; private set; }

    /// <summary>SHA-256 of the secret, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What the link does; a link for one purpose serves no other.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Whom or what it is about, in the words of the purpose (an id).</summary>
    public string Payload { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used or withdrawn; two posts at the same time: the second one fails on saving.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>A new link and the secret that its address carries, which is shown once and never stored.</summary>
    internal static (SingleUseLink Link, string Secret) Create(string purpose, string payload, DateTime expiresAt)
    {
        // Letters only: 47^40 choices, easy to copy, and nothing that the guard could take for a number.
        var secret = RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", 40);
        return (new SingleUseLink(HashOf(secret), purpose, payload, expiresAt), secret);
    }

    /// <summary>Marks the link as used; the caller saves, with the act itself.</summary>
    public void Use(DateTime now) => UsedAt = now;

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class SingleUseLinkMapping : IEntityTypeConfiguration<SingleUseLink>
{
    public void Configure(EntityTypeBuilder<SingleUseLink> builder)
    {
        builder.ToTable("shared_links");
        builder.Property(l => l.Hash).HasMaxLength(64).IsTechnical();
        builder.Property(l => l.Purpose).HasMaxLength(40);
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasIndex(l => new { l.Purpose, l.Payload });
    }
}
