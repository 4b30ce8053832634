using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What the reader may do of a sheet. Who speaks for whom: rules.md, "Who may what".</summary>
/// <param name="MayEdit">One's own; an establishment's for its head and for coordination in scope; a partner's for coordination.</param>
/// <param name="MayConfirm">As head of the team or coordination, every topic: never one's own, nor those of the establishment that one leads. Peers confirm theirs (<see cref="ExpertAccess.IsPeer"/>).</param>
internal sealed record ExpertRights(bool IsOwn, bool MayEdit, bool MayConfirm);

internal static class ExpertAccess
{
    /// <summary>One command.</summary>
    public static async Task<ExpertRights> RightsAsync(this IntranetDb db, CurrentUser user, Expert expert, DateOnly today, CancellationToken cancellation)
    {
        var isOwn = expert.PersonId is { } person && person == user.PersonId;
        if (expert.PartnerId is not null)
            return new(isOwn, RequestScope.Keeps(user), RequestScope.Keeps(user) && !isOwn);
        var houses = db.HousesAnsweredFor(user, today);
        if (expert.EstablishmentId is { } house)
        {
            var (kept, led) = (db.KeptHouses(user), db.EstablishmentsLedBy(user.PersonId ?? 0, today));
            var own = await db.Set<Establishment>().Where(e => e.Id == house).Select(e => new { IsKept = kept.Any(k => k == e.Id), IsLed = led.Any(l => l.Id == e.Id) }).FirstAsync(cancellation);
            return new(false, own.IsKept || own.IsLed, own.IsKept && !own.IsLed);
        }
        return new(isOwn, isOwn, !isOwn && await db.Set<StaffMember>().InPost(today).AnyAsync(s => s.PersonId == expert.PersonId && houses.Any(h => h == s.EstablishmentId), cancellation));
    }

    /// <summary>Establishments for which the reader answers: those that they lead, and those of their scope for coordination and direction.</summary>
    public static IQueryable<int> HousesAnsweredFor(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var kept = db.KeptHouses(user);
        var led = db.EstablishmentsLedBy(user.PersonId ?? 0, today);
        return db.Set<Establishment>().Where(e => led.Any(l => l.Id == e.Id) || kept.Any(k => k == e.Id)).Select(e => e.Id);
    }

    /// <summary>Another expert, whose own knowledge of the topic is confirmed.</summary>
    public static bool IsPeer(this Network network, CurrentUser user, int? expertPersonId, int topicId)
        => user.PersonId is { } me && me != expertPersonId && network.Experts.Any(e => e.PersonId == me && e.IsInPost(network.Today) && e.Topics.Any(t => t.TopicId == topicId && t.StateOn(network.Today) == ExpertiseState.Confirmed));

    /// <summary>How the reader may confirm what an expert knows; null when they may not.</summary>
    public static Proof? ProofBy(this Network network, CurrentUser user, ExpertRights rights, Expert expert, Expertise topic)
        => rights.IsOwn ? null : rights.MayConfirm ? Proof.Head
            : !(expert.IsHouse && rights.MayEdit) && network.IsPeer(user, expert.PersonId, topic.TopicId) ? Proof.Peer : null;

    /// <summary>A sheet with its topics; of one withdrawn, only for who may edit it.</summary>
    public static async Task<(Expert Expert, ExpertRights Rights)?> FindAsync(this IntranetDb db, CurrentUser user, int id, DateOnly today, CancellationToken cancellation)
    {
        if (await db.Set<Expert>().Include(e => e.Subject.Links).Include(e => e.Topics).ThenInclude(t => t.Topic).Include(e => e.Person).Include(e => e.Establishment).Include(e => e.Partner).AsSingleQuery()
            .FirstOrDefaultAsync(e => e.Id == id, cancellation) is not { } expert)
            return null;
        var rights = await db.RightsAsync(user, expert, today, cancellation);
        return expert.WithdrawnOn is null || rights.MayEdit ? (expert, rights) : null;
    }
}
