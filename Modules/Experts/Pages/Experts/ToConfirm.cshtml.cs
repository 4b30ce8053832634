using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>What colleagues said that they know and that the reader may confirm: as head of service, for coordination, or because they know it too.</summary>
[Allow(Permission.Read)]
internal sealed class ToConfirmModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    public Paged<ToConfirm> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task OnGetAsync(int p = 1)
    {
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        var network = await board.ReadAsync(db, today, cancellation);
        var answered = db.HousesAnsweredFor(user, today);
        var led = db.EstablishmentsLedBy(user.PersonId ?? 0, today);
        var houses = await answered.Select(h => new { Id = h, IsLed = led.Any(l => l.Id == h) }).ToDictionaryAsync(h => h.Id, h => h.IsLed, cancellation);
        var team = houses.Count == 0 ? [] : (await db.Set<StaffMember>().InPost(today).Where(s => answered.Any(h => h == s.EstablishmentId) && db.Set<Expert>().Any(e => e.PersonId == s.PersonId)).Select(s => s.PersonId).ToListAsync(cancellation)).ToHashSet();
        var keeps = RequestScope.Keeps(user);
        var rows = network.InPost.Where(e => e.PersonId != user.PersonId)
            .SelectMany(e => e.Topics.Where(t => t.StateOn(today) != ExpertiseState.Confirmed), (e, t) => new ToConfirm(e, network.Topic(t.TopicId)!, t, t.StateOn(today), AsHead(e)))
            .Where(r => r.AsHead || (!r.Expert.IsHouse && network.IsPeer(user, r.Expert.PersonId, r.Topic.Id)))
            .OrderBy(r => !r.AsHead).ThenBy(r => r.Of.DeclaredOn).ThenBy(r => r.Expert.Id).ThenBy(r => r.Topic.Id).ToList();
        p = Math.Clamp(p, 1, Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size));
        Rows = new([.. rows.Skip((p - 1) * Paging.Size).Take(Paging.Size)], rows.Count, p, Paging.Size);

        bool AsHead(NetworkExpert expert) => expert.IsPartner ? keeps : expert.IsHouse ? houses.TryGetValue(expert.HouseId!.Value, out var isLed) && !isLed : team.Contains(expert.PersonId!.Value);
    }
}

/// <param name="AsHead">As the one who answers for them; else as a peer.</param>
internal sealed record ToConfirm(NetworkExpert Expert, NetworkTopic Topic, NetworkExpertise Of, ExpertiseState State, bool AsHead);
