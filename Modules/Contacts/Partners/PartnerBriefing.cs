using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Before meeting a partner: who is there and how to reach them, who has changed since, where it is, how we work together. Three commands, and one more a further partner.</summary>
internal sealed class PartnerBriefing : IPartnerBriefing
{
    private const int MostPosts = 12;

    public int Order => 10;

    public async Task<IReadOnlyList<BriefingSection>> ReadAsync(IntranetDb db, CurrentUser user, BriefingRequest request, CancellationToken cancellation)
    {
        var ids = request.PartnerIds;
        var partners = await db.Set<Partner>().AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name, p.Street, p.PostalCode, p.City, p.Phone }).ToListAsync(cancellation);
        List<PartnerPost> posts = [];
        foreach (var partner in partners)
            posts.AddRange(await PartnerPost.ReadAsync(db, partner.Id, cancellation));
        var links = await db.Set<ArticulationObservation>().AsNoTracking().InScope(db, user).Where(a => ids.Contains(a.PartnerId)).OrderByDescending(a => a.On).ThenByDescending(a => a.Id)
            .Select(a => new { a.Id, a.EstablishmentId, a.PartnerId, Establishment = a.Establishment!.Kind + " " + a.Establishment.Name, a.On, a.Level, a.Aimed }).Take(50).ToListAsync(cancellation);
        var several = partners.Count > 1;
        string Of(int partnerId) => several ? $"{partners.Find(p => p.Id == partnerId)?.Name}, " : "";
        List<BriefingSection> sections =
        [
            new("Qui est qui", [.. posts.Where(p => p.IsServiceLine || p.Level >= PostLevel.Management).Take(MostPosts).Select(p => new BriefingLine(
                $"{Of(p.PartnerId)}{p.Title}\u00a0: {Names(p, request.Today)}", string.Join(" · ", new[] { p.Phone, p.Hours }.Where(t => t.Length > 0)), $"/postes/{p.Id}"))]),
            new(request.Since is { } last ? $"Ce qui a changé dans les équipes depuis le {French.Date(last)}" : "Ce qui a changé dans les équipes depuis un an",
                Changes(posts, request.Since ?? request.Today.AddYears(-1), request.Today)),
            new("Articulation", [.. links.DistinctBy(a => (a.EstablishmentId, a.PartnerId)).Take(6).Select(a => new BriefingLine(
                $"{a.Establishment}\u00a0: {(a.Level is { } level ? $"{(int)level}, {Labels.Of(level).ToLowerInvariant()}" : "sans objet")}", $"constaté le {French.Date(a.On)}{(a.Aimed is { } aimed ? $", visé\u00a0: {(int)aimed}" : "")}", $"/articulation/{a.Id}"))]),
            new("Adresses", [.. partners.Where(p => p.City.Length + p.Street.Length + p.Phone.Length > 0).Select(p => new BriefingLine(
                $"{(several ? $"{p.Name}\u00a0: " : "")}{string.Join(", ", new[] { p.Street, $"{p.PostalCode} {p.City}".Trim() }.Where(t => t.Length > 0))}", p.Phone, $"/partenaires/{p.Id}"))]),
        ];
        return [.. sections.Where(s => s.Lines.Count > 0)];
    }

    private static string Names(PartnerPost post, DateOnly today) => post.IsServiceLine ? "ligne de service"
        : post.Current(today).ToList() is { Count: > 0 } holders ? string.Join(", ", holders.Select(h => $"{h.Name} (depuis le {French.Date(h.From)})")) : "poste vacant";

    private static List<BriefingLine> Changes(List<PartnerPost> posts, DateOnly since, DateOnly today) => [.. posts
        .SelectMany(p => p.Holders.Where(h => h.From > since && h.From <= today).Select(h => (On: h.From, Line: new BriefingLine($"{h.Name} a pris le poste «\u00a0{p.Title}\u00a0»", $"le {French.Date(h.From)}", $"/personnes/{h.PersonId}")))
            .Concat(p.Holders.Where(h => h.To >= since && h.To < today).Select(h => (On: h.To!.Value, Line: new BriefingLine($"{h.Name} a quitté le poste «\u00a0{p.Title}\u00a0»", $"le {French.Date(h.To!.Value)}")))))
        .OrderByDescending(c => c.On).Take(8).Select(c => c.Line)];
}
