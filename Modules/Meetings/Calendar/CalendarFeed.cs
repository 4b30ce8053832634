using System.Security.Cryptography;
using System.Text;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>A calendar that a programme reads by a secret address; only the secret's hash is kept, so it is shown once.</summary>
internal sealed class CalendarFeed : IUnaudited
{
    private CalendarFeed() { }

    /// <returns>The feed and its secret, to be shown once.</returns>
    public static (CalendarFeed Feed, string Secret) Create(int personId, string name, string createdBy, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Nommez ce calendrier, par exemple « Mon téléphone ».", nameof(Name));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (new CalendarFeed { PersonId = personId, Name = name.Trim(), Hash = HashOf(secret), CreatedBy = createdBy, CreatedAt = now }, secret);
    }

    public int Id { get; private set; }

    /// <summary>Whose meetings it shows: one of ours, or of a partner.</summary>
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public string CreatedBy { get; private set; } = "";

    /// <summary>Real times, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public DateTime? ReadAt { get; private set; }

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void Read(DateTime now) => ReadAt = now;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
