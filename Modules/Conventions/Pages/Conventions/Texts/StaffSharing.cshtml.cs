using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>For the teams of one establishment: what must, may and must not be said to each partner, from the frames of the conventions that apply.</summary>
[Allow(Permission.Read)]
internal sealed class StaffSharingModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];

    /// <summary>Null until one is chosen.</summary>
    public SelectListItem? Establishment { get; private set; }
    public IReadOnlyList<PartnerSharing> Partners { get; private set; } = [];

    /// <summary>Conventions that apply and say nothing about sharing.</summary>
    public IReadOnlyList<ConventionFacts> WithoutFrame { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Bases { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int? etablissement)
    {
        var own = await choices.GetAsync($"own-houses-{user.Id}", () => db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).OrderBy(s => s.Title)
            .Select(s => new SelectListItem(s.Title, s.Id.ToString())).ToListAsync());
        var chosen = etablissement?.ToString() ?? (own.Count == 1 ? own[0].Value : null);
        Establishments = [.. own.Select(e => new SelectListItem(e.Text, e.Value, e.Value == chosen))];
        if (chosen is null)
            return Page();
        if (own.FirstOrDefault(e => e.Value == chosen) is not { } house)
            return NotFound();
        Establishment = house;
        Bases = await choices.SharingBasesAsync(db);
        await ReadAsync(int.Parse(house.Value), HttpContext.RequestAborted);
        return Page();
    }

    private async Task ReadAsync(int establishment, CancellationToken cancellation)
    {
        var signed = await db.Set<Convention>().AsNoTracking().InScope(db, user)
            .Where(c => (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.Subject.Links.Any(l => l.Role == LinkRole.Establishment && l.ToId == establishment))
            .OrderBy(c => c.Title).Select(ConventionFacts.Projection).ToListAsync(cancellation);
        var applied = signed.Where(f => f.On(Today) is ConventionState.InForce or ConventionState.Renewal or ConventionState.ExpiredButApplied).ToDictionary(f => f.Id);
        var ids = applied.Keys.ToList();
        var lines = await db.Set<SharingLine>().AsNoTracking().Where(l => ids.Contains(l.ConventionId)).OrderBy(l => l.Order).ToListAsync(cancellation);
        var partners = (await db.SubjectLinks.AsNoTracking().Where(l => ids.Contains(l.FromId) && l.Role == LinkRole.Partner)
            .OrderBy(l => l.To.Title).Select(l => new { l.FromId, l.To.Title }).ToListAsync(cancellation)).ToLookup(l => l.FromId, l => l.Title);
        // Whoever the lines name comes first: a convention is often also signed by an authority that nobody calls.
        var named = lines.SelectMany(l => new[] { l.From, l.To }).ToHashSet(StringComparer.Ordinal);
        Partners = [.. lines.GroupBy(l => French.List(partners[l.ConventionId].OrderByDescending(named.Contains))).OrderBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => new PartnerSharing(g.Key, [.. g.Select(l => applied[l.ConventionId]).Distinct()], [.. g], house => SharingSides.IsToUs(house, Establishment!.Text)))];
        WithoutFrame = [.. applied.Values.Where(f => lines.All(l => l.ConventionId != f.Id))];
    }
}

/// <summary>What is said between a team and a partner, or several bound by the same text.</summary>
internal sealed class PartnerSharing(string name, IReadOnlyList<ConventionFacts> conventions, IReadOnlyList<SharingLine> lines, Func<SharingLine, bool> isToUs)
{
    public string Name => name;
    public IReadOnlyList<ConventionFacts> Conventions => conventions;
    public IEnumerable<SharingLine> OfUs(SharingRule rule) => lines.Where(l => l.Rule == rule && !isToUs(l)).DistinctBy(l => (l.What, l.To));
    public IEnumerable<SharingLine> ToUs => lines.Where(l => l.Rule != SharingRule.Never && isToUs(l)).DistinctBy(l => (l.What, l.From));
}
