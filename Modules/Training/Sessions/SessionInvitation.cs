using System.Security.Cryptography;
using System.Text;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The link by which partners enrol. Only a hash of its secret is kept: it is shown once, and a copy of the database opens nothing.</summary>
internal static class SessionInvitation
{
    /// <summary>Opens a link until that day, and ends the former one.</summary>
    /// <returns>The secret.</returns>
    public static string Open(TrainingSession session, DateOnly until)
    {
        // Letters only, as the house's other secrets: nothing that the guard could take for a number.
        var secret = RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", 40);
        session.Invite(HashOf(secret), until);
        return secret;
    }

    /// <summary>The session of this secret, whether or not it may still be enrolled in; reading changes nothing.</summary>
    public static Task<TrainingSession?> FindAsync(IntranetDb db, string secret, CancellationToken cancellation)
    {
        var hash = HashOf(secret);
        return db.Set<TrainingSession>().AsNoTracking().Where(s => s.InvitationHash == hash).Include(s => s.Slots).Include(s => s.Establishment).ThenInclude(e => e!.Subject).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>One may enrol by its link that day.</summary>
    public static bool IsInviting(this TrainingSession session, DateOnly today)
        => session.IsOpen && session.IsOpenToPartners && session.InvitationHash.Length > 0 && session.InvitationUntil >= today && session.From >= today;

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
