using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Something learnt together with a partner: a session in which their people came, days at each other's.</summary>
internal sealed record SharedTraining(string Title, string Detail, string Address, DateOnly On);

/// <summary>What we learnt with partners, and of each other: joint sessions, immersions.</summary>
internal static class MutualKnowledge
{
    /// <summary>Months back that still count as knowing each other.</summary>
    public const int Months = 24;

    /// <summary>With these partners, in the reader's scope, from a day on, the latest first. Two commands.</summary>
    public static async Task<List<SharedTraining>> WithAsync(IntranetDb db, CurrentUser user, IReadOnlyCollection<int> partnerIds, DateOnly since, DateOnly today, CancellationToken cancellation)
    {
        var sessions = await db.Set<TrainingSession>().AsNoTracking()
            .Where(s => s.CancelledOn == null && s.To >= since && (s.Subject.Links.Any(l => l.Role == LinkRole.Partner && partnerIds.Contains(l.ToId))
                || s.Enrolments.Any(e => e.PartnerId != null && partnerIds.Contains(e.PartnerId.Value) && e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null)))
            .OrderByDescending(s => s.From).Take(20)
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.From,
                s.ClosedOn,
                Theirs = s.Enrolments.Count(e => e.PartnerId != null && partnerIds.Contains(e.PartnerId.Value) && e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null),
            }).ToListAsync(cancellation);
        var immersions = await db.Set<Immersion>().AsNoTracking().InScope(db, user).Where(i => i.CancelledOn == null && i.To >= since && partnerIds.Contains(i.PartnerId))
            .OrderByDescending(i => i.From).Take(20).Select(i => new { i.Id, i.Way, i.From, i.To, House = i.Establishment!.Subject.Title, Partner = i.Partner!.Name, i.Return }).ToListAsync(cancellation);
        return [.. sessions.Select(s => new SharedTraining($"Formation commune\u00a0: {s.Title}", $"le {French.Date(s.From)}{(s.Theirs > 0 ? $", {French.Count(s.Theirs, "personne")} du partenaire" : "")}{(s.From > today ? ", à venir" : "")}", $"/formations/sessions/{s.Id}", s.From))
            .Concat(immersions.Select(i => new SharedTraining(
                i.Way == ImmersionWay.OursAtPartner ? $"Immersion d’une personne de {i.House} chez {i.Partner}" : $"Immersion d’une personne de {i.Partner} à {i.House}",
                $"{(i.From == i.To ? $"le {French.Date(i.From)}" : $"du {French.Date(i.From)} au {French.Date(i.To)}")}{(i.Return.Length > 0 ? $"\u00a0: {(i.Return.Length > 160 ? i.Return[..159].TrimEnd() + "…" : i.Return)}" : i.From > today ? ", à venir" : "")}",
                $"/formations/immersions/{i.Id}", i.From)))
            .OrderByDescending(t => t.On)];
    }
}

/// <summary>Before meeting a partner: what was learnt together in the last two years.</summary>
internal sealed class TrainingBriefing : IPartnerBriefing
{
    private const int Most = 6;

    public int Order => 30;

    public async Task<IReadOnlyList<BriefingSection>> ReadAsync(IntranetDb db, CurrentUser user, BriefingRequest request, CancellationToken cancellation)
    {
        var shared = await MutualKnowledge.WithAsync(db, user, request.PartnerIds, request.Today.AddMonths(-MutualKnowledge.Months), request.Today, cancellation);
        return shared.Count == 0 ? [] : [new("Formations partagées", [.. shared.Take(Most).Select(t => new BriefingLine(t.Title, t.Detail, t.Address))])];
    }
}

/// <summary>What the partner's sheet shows of it.</summary>
internal sealed record KnowledgeCard(int PartnerId, IReadOnlyList<SharedTraining> Shared, IReadOnlyList<SharingRow> Series, DateOnly Today, bool CanWrite);

/// <summary>On the sheet of a partner: sessions and immersions shared in two years, times of sharing that go on.</summary>
internal sealed class KnowledgePart : ISheetPart
{
    private const int Most = 6;

    public string Kind => ContactsModule.Partner.Code;
    public HomePlace Place => HomePlace.Main;
    public int Order => 30;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, DateOnly today, CancellationToken cancellation)
    {
        var shared = await MutualKnowledge.WithAsync(db, user, [partnerId], today.AddMonths(-MutualKnowledge.Months), today, cancellation);
        var series = await db.Set<SharingTime>().InScope(db, user).Where(s => s.PartnerId == partnerId && (s.To == null || s.To >= today)).OrderBy(s => s.Title).ThenBy(s => s.Id).Take(Most).Rows(today).ToListAsync(cancellation);
        var card = new KnowledgeCard(partnerId, [.. shared.Take(Most)], series, today, user.May(Permission.WriteMeetings));
        return card.Shared.Count + card.Series.Count > 0 || card.CanWrite ? new HomeCard("/Pages/Immersions/_Knowledge.cshtml", card) : null;
    }
}
