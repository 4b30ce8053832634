using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>Everybody for whom something waits: a few commands, however many people.</summary>
internal static class LetterCases
{
    /// <summary>Tellings that no letter said, or whose letter could not be delivered; one that may have left is not repeated.</summary>
    public static IQueryable<Delivery> Unsaid(this IQueryable<Delivery> told)
        => told.Where(d => d.WithdrawnOn == null && (d.LetterId == null || (d.Letter!.Mail!.GivenUpAt != null && !d.Letter.Mail.Error.StartsWith(OutboxMail.Interrupted))));

    public static async Task<List<LetterCase>> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var (week, opens) = (LetterPlan.Week(today), LetterPlan.WeekOpens(today));
        var open = db.Set<Reminder>().Where(r => r.DoneOn == null).Waiting(today);
        var told = db.Set<Delivery>().Where(d => d.WithdrawnOn == null && open.Any(r => r.Id == d.ReminderId));
        var first = await told.GroupBy(d => d.RecipientId).Select(g => new { g.Key, On = g.Min(d => d.On) }).ToDictionaryAsync(g => g.Key, g => g.On, cancellation);
        var unsaid = await told.Unsaid().GroupBy(d => d.RecipientId).Select(g => new { g.Key, Step = g.Min(d => d.Step) }).ToDictionaryAsync(g => g.Key, g => g.Step, cancellation);
        var keepers = await KeepersAsync(db, open, opens, cancellation);
        var rhythms = await db.Set<LetterPreference>().ToDictionaryAsync(p => p.PersonId, p => p.Rhythm, cancellation);
        var written = (await db.Set<Letter>().Where(l => l.On == today || (l.Kind == LetterKind.Weekly && l.Period == week))
            .Select(l => new { l.RecipientId, l.On, IsWeekly = l.Kind == LetterKind.Weekly && l.Period == week }).ToListAsync(cancellation)).ToLookup(l => l.RecipientId);
        return [.. first.Keys.Union(keepers).Order().Select(id => new LetterCase
        {
            RecipientId = id,
            Rhythm = rhythms.GetValueOrDefault(id),
            HasOfTheWeek = first.TryGetValue(id, out var on) && on <= opens,
            MayHaveOrphans = keepers.Contains(id),
            HasNew = unsaid.ContainsKey(id),
            HasUrgent = unsaid.TryGetValue(id, out var step) && step <= LetterPlan.UrgentDays,
            WasWrittenThisWeek = written[id].Any(l => l.IsWeekly),
            WasWrittenToday = written[id].Any(l => l.On == today),
        })];
    }

    /// <summary>Those who keep contacts, when something was nobody's as the week opened.</summary>
    private static async Task<HashSet<int>> KeepersAsync(IntranetDb db, IQueryable<Reminder> open, DateOnly opens, CancellationToken cancellation)
        => !await open.AnyAsync(r => r.SeenOn <= opens && !r.Deliveries.Any(d => d.WithdrawnOn == null && !d.IsCopy), cancellation) ? []
            : (await db.Users.Where(a => a.PersonId != null && a.DisabledAt == null && (a.Roles & (Roles.Coordination | Roles.Direction)) != 0).Select(a => a.PersonId!.Value).ToListAsync(cancellation)).ToHashSet();
}
