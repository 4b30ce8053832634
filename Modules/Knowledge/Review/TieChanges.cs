using System.Text.Json;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Knowledge;

/// <summary>
/// Each working morning: pages that rest on something that has changed since they were last read again are to be read again, and say what changed, never to
/// what. A record that not everybody sees is not named. What is entered each month, who follows a record and how to reach it are no change of what pages say
/// (<see cref="IsTrivial"/>).
/// </summary>
internal sealed class TieChanges(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    /// <summary>Parts of conventions and partners that are counted or entered from day to day.</summary>
    internal static readonly HashSet<string> DailyParts = ["AnnualReview", "FinancialYear", "IndicatorValue", "NotConcluded", "PartnerIdentifier", "PlaceCount", "PrisonWing", "Referral", "Signatory"];

    /// <summary>Values that say who follows a record and how to reach it.</summary>
    internal static readonly HashSet<string> DailyValues = ["Aliases", "CounterpartPostId", "Email", "Evaluator", "ExpectedLevel", "FollowedOn", "IsToDocument", "MaximumMonths", "Missing", "Notes", "OwnerPostId", "Phone", "RelationOwnerId", "WishedMonths"];

    public string Code => "knowledge-ties";
    public string Label => "Pages dont le fondement a changé";
    public string When => "Chaque jour ouvré à 6 h 30";
    public string Cron => "0 30 6 ? * MON-FRI";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        Dictionary<int, string> changed;
        using (var scope = scopes.CreateScope())
            changed = await FindAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), cancellation);
        var asked = 0;
        foreach (var (id, why) in changed)
        {
            // One at a time: what somebody saves meanwhile is left for tomorrow.
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
            try
            {
                var page = await db.Set<KnowledgePage>().Include(p => p.Subject).FirstAsync(p => p.Id == id, cancellation);
                page.AskReview(day.Today, why);
                asked += await db.SaveChangesAsync(cancellation) > 0 ? 1 : 0;
            }
            catch (DbUpdateConcurrencyException)
            {
            }
        }
        return asked == 0 ? "" : French.Count(asked, "page à relire", "pages à relire");
    }

    /// <summary>By page, what changed since it was last read again, in a sentence.</summary>
    private async Task<Dictionary<int, string>> FindAsync(IntranetDb db, CancellationToken cancellation)
    {
        var today = day.Today;
        var pages = db.Set<KnowledgePage>().AsNoTracking().Published().Where(p => p.AskedOn == null && p.Subject.Links.Any(l => l.Role == LinkRole.RestsOn));
        var rows = await pages.OrderBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.ReviewedOn,
            Looked = db.AuditEntries.Where(a => a.SubjectId == p.Id && (a.Action == AuditAction.Event || (a.Action == AuditAction.Created && a.Entity == nameof(KnowledgePage))
                || a.Changes.Contains("\"ReviewedOn\"") || a.Changes.Contains("\"AskedOn\"") || a.Changes.Contains("\"PublishedNumber\""))).Max(a => (DateTime?)a.At),
        }).ToListAsync(cancellation);
        if (rows.Count == 0)
            return [];
        var links = db.SubjectLinks.AsNoTracking().Where(l => l.Role == LinkRole.RestsOn && pages.Any(p => p.Id == l.FromId));
        var ties = (await links.Select(l => new { l.FromId, l.ToId, l.To.Kind, l.To.Title, l.To.Reach }).ToListAsync(cancellation)).ToLookup(l => l.FromId);
        var first = rows.Min(r => r.Looked) ?? DateTime.UnixEpoch;
        var entries = (await db.AuditEntries.AsNoTracking().Where(a => a.At > first && a.Changes != "[]" && links.Any(l => l.ToId == a.SubjectId))
            .OrderBy(a => a.Id).ToListAsync(cancellation)).ToLookup(a => a.SubjectId!.Value);
        var laws = await db.Set<LawText>().AsNoTracking().Where(t => links.Any(l => l.ToId == t.Id)).ToDictionaryAsync(t => t.Id, cancellation);

        Dictionary<int, string> found = [];
        foreach (var row in rows)
        {
            var since = row.Looked ?? DateTime.UnixEpoch;
            var said = ties[row.Id].OrderBy(t => t.Title, StringComparer.CurrentCulture).Select(tie =>
            {
                var name = tie.Reach == Reach.Everyone ? $"« {tie.Title} »" : tie.Kind == "convention" ? "une convention liée" : "une fiche liée";
                var days = laws.TryGetValue(tie.ToId, out var law) ? Come(law, row.ReviewedOn ?? Paris.DayOf(since), today) : [];
                var values = Words(db, entries[tie.ToId].Where(e => e.At > since));
                return (days.Count, values.Count) == (0, 0) ? "" : $"{name} {French.List([.. days, .. values.Count > 0 ? [$"a changé ({string.Join(", ", values)})"] : Array.Empty<string>()])}";
            }).Where(s => s.Length > 0).ToList();
            if (said.Count > 0)
                found[row.Id] = $"{string.Join(" ; ", said)}.";
        }
        return found;
    }

    /// <summary>What became true of a law after that day.</summary>
    internal static IReadOnlyList<string> Come(LawText law, DateOnly after, DateOnly today)
        => [.. new[] { (On: law.InForceOn, Said: "est entré en vigueur le"), (On: law.Until?.AddDays(1), Said: "n’est plus en vigueur depuis le") }
            .Where(e => e.On > after && e.On <= today).OrderBy(e => e.On).Select(e => $"{e.Said} {French.Date(e.On!.Value)}")];

    /// <summary>Names of what changed, in the words of forms; nothing when all of it is trivial.</summary>
    private static List<string> Words(IntranetDb db, IEnumerable<AuditEntry> entries)
        => [.. entries.SelectMany(e => Words(db, e)).Distinct().Take(5)];

    private static IEnumerable<string> Words(IntranetDb db, AuditEntry entry)
    {
        if (entry.Action is AuditAction.Merged or AuditAction.Event)
            return [entry.Action == AuditAction.Merged ? "réunion de deux fiches" : "voir son historique"];
        if (DailyParts.Contains(entry.Entity) || db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == entry.Entity) is not { } type)
            return [];
        if (typeof(IPartOf).IsAssignableFrom(type.ClrType))
            return [(Labels.Of(type.ClrType) ?? "détail").ToLowerInvariant()];
        return (JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, JsonSerializerOptions.Web) ?? []).Where(c => !IsTrivial(c.Property))
            .Select(c => (Labels.Of(type.FindProperty(c.Property)?.PropertyInfo) ?? "détail").ToLowerInvariant());
    }

    internal static bool IsTrivial(string property) => DailyValues.Contains(property) || property.StartsWith("Verified", StringComparison.Ordinal);
}
