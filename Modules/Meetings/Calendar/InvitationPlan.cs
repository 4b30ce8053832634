using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>An address to which a meeting is told, through whom takes part.</summary>
/// <param name="IsExcused">Known not to come: not written to, but not told either that it is off.</param>
internal sealed record Guest(string Email, string Name, int? PersonId, bool IsExcused = false);

/// <summary>What one address is to be told.</summary>
internal sealed record InvitationStep(Guest Guest, MeetingInvitation? Known, CalendarMethod Method)
{
    /// <summary>They know of the meeting, and of another state of it.</summary>
    public bool IsChange => Known is { IsCancelled: false };
}

/// <summary>Who is told what: everybody when something changed, else only those who came or went since.</summary>
internal static class InvitationPlan
{
    /// <param name="guests">Whoever takes part now; nobody when the meeting is off.</param>
    /// <param name="isChanged">What calendars show differs from what was told.</param>
    public static IReadOnlyList<InvitationStep> Of(IEnumerable<Guest> guests, IReadOnlyCollection<MeetingInvitation> known, bool isChanged)
    {
        // Two posts may share a mailbox, which gets one mail; whoever comes goes before whoever doesn't.
        var wanted = guests.Where(g => g.Email.Contains('@', StringComparison.Ordinal)).OrderBy(g => g.IsExcused)
            .GroupBy(g => Key(g.Email)).ToDictionary(g => g.Key, g => g.First() with { Email = g.Key });
        var byAddress = known.ToDictionary(i => Key(i.Email));
        var steps = new List<InvitationStep>();
        foreach (var (address, guest) in wanted.Where(w => !w.Value.IsExcused))
        {
            var invitation = byAddress.GetValueOrDefault(address);
            if (isChanged || invitation is null or { IsCancelled: true })
                steps.Add(new InvitationStep(guest, invitation, CalendarMethod.Request));
        }
        // Somebody erased since has no address any more.
        steps.AddRange(known.Where(i => !i.IsCancelled && i.Email.Contains('@', StringComparison.Ordinal) && !wanted.ContainsKey(Key(i.Email)))
            .Select(i => new InvitationStep(new Guest(i.Email, i.Name, i.PersonId), i, CalendarMethod.Cancel)));
        return steps;
    }

    private static string Key(string address) => address.Trim().ToLowerInvariant();
}
