using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>
/// Computes what is due on a day and tells those who answer for it, once. What is due is a function of the data and the day: a second run
/// adds nothing, a missed week is one catch-up, a moved date moves its reminder. Everything is saved at once; of two runs at the same
/// time the unique keys refuse the second, which reads again.
/// </summary>
internal sealed class DailyRun(IntranetDb db, IEnumerable<IReminderSource> sources, SubjectKinds kinds) : IReminderRun
{
    public async Task<IReadOnlyList<ReminderLine>> RunAsync(DateOnly today, bool dryRun, CancellationToken cancellation)
    {
        var line = await PostLineQuery.AllAsync(db, today, cancellation);
        List<Delivery> told = [];
        foreach (var rule in await RuleInForce.ReadAsync(db, sources, cancellation))
            told.AddRange(await TellAsync(rule, line, today, cancellation));
        var lines = await DescribeAsync(told, cancellation);
        if (!dryRun)
            await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return lines;
    }

    private async Task<List<Delivery>> TellAsync(RuleInForce rule, PostLine line, DateOnly today, CancellationToken cancellation)
    {
        var open = await Known(rule).Where(r => r.DoneOn == null).ToDictionaryAsync(r => (r.SubjectId, r.Due), cancellation);
        var due = await DueAsync(rule, open.Keys, today, cancellation);
        var ended = await EndedAsync(rule, [.. due.Keys.Where(k => !open.ContainsKey(k))], cancellation);
        List<Delivery> told = [];
        foreach (var (key, (fact, step)) in due)
        {
            if (!open.Remove(key, out var reminder) && !ended.TryGetValue(key, out reminder))
                db.Add(reminder = new Reminder(rule.Rule.Code, key.SubjectId, key.Due, today));
            reminder.Return(today);
            reminder.Confirm(fact);
            reminder.Expire(today);
            told.AddRange(reminder.Address(step, Recipients.Of(rule, fact, reminder, line), today));
        }
        var stillDue = due.Keys.Select(k => k.SubjectId).ToHashSet();
        foreach (var gone in open.Values)
            gone.Finish(today, isWithdrawn: !rule.IsOn || stillDue.Contains(gone.SubjectId));
        return told;
    }

    /// <summary>What has reached a step, by what a reminder is known by.</summary>
    private async Task<Dictionary<(int SubjectId, DateOnly Due), (DueFact Fact, int Step)>> DueAsync(RuleInForce rule, IEnumerable<(int SubjectId, DateOnly Due)> open, DateOnly today, CancellationToken cancellation)
    {
        Dictionary<(int, DateOnly), (DueFact, int)> due = [];
        if (!rule.IsOn)
            return due;
        // The oldest part of a group was done: the rest is still what was told.
        var begun = rule.Rule.IsGrouped ? open.Where(o => o.Due <= today).GroupBy(o => o.SubjectId).ToDictionary(g => g.Key, g => g.Min(o => o.Due)) : [];
        await foreach (var fact in rule.Source.DueAsync(db, today, today.AddDays(rule.Horizon), cancellation))
        {
            var day = fact.Due <= today && begun.TryGetValue(fact.SubjectId, out var first) ? first : fact.Due;
            if (rule.Reached(day, today) is { } step)
                due.TryAdd((fact.SubjectId, day), (fact, step));
        }
        return due;
    }

    private IQueryable<Reminder> Known(RuleInForce rule)
    {
        var code = rule.Rule.Code;
        return db.Set<Reminder>().AsSingleQuery().Include(r => r.Deliveries).Where(r => r.Rule == code);
    }

    /// <summary>Reminders that had ended and are due again: a decision taken back, a rule switched on.</summary>
    private async Task<Dictionary<(int SubjectId, DateOnly Due), Reminder>> EndedAsync(RuleInForce rule, List<(int SubjectId, DateOnly Due)> keys, CancellationToken cancellation)
    {
        Dictionary<(int, DateOnly), Reminder> found = [];
        foreach (var some in keys.Select(k => k.SubjectId).Distinct().Chunk(500))
        {
            await foreach (var reminder in Known(rule).Where(r => r.DoneOn != null && some.Contains(r.SubjectId)).AsAsyncEnumerable().WithCancellation(cancellation))
                found[(reminder.SubjectId, reminder.Due)] = reminder;
        }
        return found;
    }

    private async Task<IReadOnlyList<ReminderLine>> DescribeAsync(List<Delivery> told, CancellationToken cancellation)
    {
        var ids = told.Select(d => d.Reminder.SubjectId).Concat(told.Select(d => d.RecipientId)).Distinct().ToList();
        var subjects = new Dictionary<int, (string Kind, string Title)>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var s in await db.Subjects.Where(s => some.Contains(s.Id)).Select(s => new { s.Id, s.Kind, Title = s.Parent == null || s.Kind != Inbox.PostKind ? s.Title : s.Title + ", " + s.Parent.Title }).ToListAsync(cancellation))
                subjects[s.Id] = (s.Kind, s.Title);
        }
        return [.. told.Select(d => new ReminderLine(d.Reminder.Rule, subjects[d.Reminder.SubjectId].Title,
            kinds.AddressOf(subjects[d.Reminder.SubjectId].Kind, d.Reminder.SubjectId), d.Reminder.Due, d.Step, subjects[d.RecipientId].Title, d.Reason))];
    }
}
