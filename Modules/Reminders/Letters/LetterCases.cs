using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>Everybody for whom something waits: two commands, however many people.</summary>
internal static class LetterCases
{
    public static async Task<List<LetterCase>> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var open = db.Set<Reminder>().Where(r => r.DoneOn == null && r.AcknowledgedOn == null && (r.SnoozedUntil == null || r.SnoozedUntil <= today));
        var told = await db.Set<Delivery>().Where(d => d.WithdrawnOn == null && open.Any(r => r.Id == d.ReminderId))
            .GroupBy(d => d.RecipientId)
            .Select(g => new
            {
                Id = g.Key,
                New = g.Count(d => d.LetterId == null),
                Urgent = g.Count(d => d.LetterId == null && d.Step <= LetterPlan.UrgentDays),
            })
            .ToDictionaryAsync(g => g.Id, cancellation);
        // Those who keep contacts are also told what nobody answers for.
        var keepers = (await db.Users.Where(a => a.PersonId != null && a.DisabledAt == null && (a.Roles & (Roles.Coordination | Roles.Direction)) != 0).Select(a => a.PersonId!.Value).Distinct().ToListAsync(cancellation)).ToHashSet();
        var ids = told.Keys.Union(keepers).Order().ToList();
        var week = LetterPlan.Week(today);
        Dictionary<int, LetterRhythm> rhythms = await db.Set<LetterPreference>().ToDictionaryAsync(p => p.PersonId, p => p.Rhythm, cancellation);
        var written = (await db.Set<Letter>().Where(l => l.On == today || (l.Kind == LetterKind.Weekly && l.Period == week)).Select(l => new { l.RecipientId, l.On, IsWeekly = l.Kind == LetterKind.Weekly && l.Period == week }).ToListAsync(cancellation)).ToLookup(l => l.RecipientId);
        return [.. ids.Select(id => new LetterCase
        {
            RecipientId = id,
            Rhythm = rhythms.GetValueOrDefault(id),
            HasOpen = told.ContainsKey(id) || keepers.Contains(id),
            HasNew = told.GetValueOrDefault(id) is { New: > 0 },
            HasUrgent = told.GetValueOrDefault(id) is { Urgent: > 0 },
            WasWrittenThisWeek = written[id].Any(l => l.IsWeekly),
            WasWrittenToday = written[id].Any(l => l.On == today),
        })];
    }
}
