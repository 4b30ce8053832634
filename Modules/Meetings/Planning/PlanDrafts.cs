using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Makes drafts of proposals: who keeps the relation meets whoever stands at the expected level today.</summary>
internal sealed class PlanDrafts(IntranetDb db, DateOnly today)
{
    private const string Tour = "round";

    /// <param name="kindId">The kind that somebody chose; else a tour for those grouped, the first that counts for the others.</param>
    public async Task CreateAsync(IReadOnlyCollection<PlanProposal> proposals, IReadOnlyDictionary<int, PlannerPartner> partners, CancellationToken cancellation, int? kindId = null)
    {
        var kinds = await db.Set<MeetingKind>().Where(k => kindId != null ? k.Id == kindId : k.Counts && k.IsActive && k.Code != MeetingKind.AllWellCode).OrderBy(k => k.Order).ToListAsync(cancellation);
        if (kinds.Count == 0)
            throw new BrokenRuleException("Aucune nature de rencontre ne compte pour la rencontre annuelle : demandez à l’administration d’en proposer une.");
        var ids = proposals.Select(p => p.Partner.Id).ToList();
        var owners = ids.Select(id => partners[id].OwnerPostId).Distinct().ToList();
        var holdings = await db.Set<Holding>().AsNoTracking().Include(h => h.Post).Include(h => h.Person)
            .Where(h => h.From <= today && (h.To == null || h.To >= today) && (owners.Contains(h.PostId) || (h.Post!.PartnerId != null && ids.Contains(h.Post.PartnerId.Value) && h.Post.ClosedOn == null)))
            .OrderBy(h => h.Post!.Level).ThenBy(h => h.Id).ToListAsync(cancellation);
        var theirs = holdings.Where(h => h.Post!.PartnerId is not null).ToLookup(h => h.Post!.PartnerId!.Value);
        foreach (var proposal in proposals)
        {
            var partner = partners[proposal.Partner.Id];
            var kind = (proposal.IsGrouped ? kinds.Find(k => k.Code == Tour) : null) ?? kinds[0];
            // The lowest post that is high enough: a yearly meeting needs no president of court.
            var them = theirs[partner.Id].FirstOrDefault(h => h.Post!.Level >= partner.Expected);
            var us = holdings.Find(h => h.PostId == partner.OwnerPostId);
            db.Add(Draft(proposal, partner, kind, us, them));
        }
    }

    private static Meeting Draft(PlanProposal proposal, PlannerPartner partner, MeetingKind kind, Holding? us, Holding? them)
    {
        var title = $"{kind.Label}, {partner.Name}";
        var meeting = new Meeting(title.Length <= 200 ? title : title[..200], kind.Id, MeetingMode.AtTheirs, proposal.On);
        meeting.At(null, kind.Duration, "");
        meeting.Between([partner.OwnerEstablishmentId!.Value], [partner.Id]);
        meeting.Gather(new[] { us, them }.OfType<Holding>().Select(h => new MeetingParticipant(h, h.Post!, h.Person!.FullName, Attendance.Invited)));
        return meeting;
    }
}
