using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Makes the visits of a round, each with who comes and who welcomes.</summary>
internal static class RoundLegs
{
    /// <summary>A new stop; whoever manages the house that day welcomes.</summary>
    public static Meeting Add(VisitRound round, int kindId, int houseId, string house, string partner, int startMinute, int duration, IEnumerable<MeetingParticipant> people)
    {
        var title = $"Visite, {house} – {partner}";
        var leg = new Meeting(title.Length <= 200 ? title : title[..200], kindId, MeetingMode.AtOurs, round.On);
        leg.Between([houseId], [round.PartnerId]);
        leg.At(startMinute, duration, "");
        leg.Gather(people);
        leg.JoinRound(round);
        round.Legs.Add(leg);
        return leg;
    }

    /// <summary>Holders of the management posts of these houses, the first of each.</summary>
    public static async Task<ILookup<int, MeetingParticipant>> HostsAsync(IntranetDb db, IReadOnlyCollection<int> houses, DateOnly on, CancellationToken cancellation)
    {
        var holdings = await db.Set<Holding>().AsNoTracking()
            .Where(h => houses.Contains(h.Post!.EstablishmentId ?? 0) && h.Post!.Level == PostLevel.Management && !h.Post.IsServiceLine && h.From <= on && (h.To == null || h.To >= on))
            .OrderBy(h => h.PostId).ThenBy(h => h.Id)
            .Select(h => new { Holding = h, Post = h.Post!, Name = h.Person!.FirstName + " " + h.Person.LastName }).ToListAsync(cancellation);
        return holdings.DistinctBy(h => h.Post.EstablishmentId).ToLookup(h => h.Post.EstablishmentId!.Value, h => new MeetingParticipant(h.Holding, h.Post, h.Name, Attendance.Invited));
    }
}
