using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>
/// Computes what is due on a day and tells those who answer for it, once. What is due is a function of the data and the day: a second run
/// adds nothing, a missed week is one catch-up, a moved date moves its reminder.
/// </summary>
internal sealed class DailyRun(IntranetDb db, IEnumerable<IReminderSource> sources, SubjectKinds kinds) : IReminderRun
{
    public async Task<IReadOnlyList<ReminderLine>> RunAsync(DateOnly today, bool dryRun, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var line = await PostLineQuery.AllAsync(db, today, cancellation);
        List<Delivery> told = [];
        foreach (var source in sources.Where(s => s.Rule.OnAtFirst))
            told.AddRange(await TellAsync(source, line, today, cancellation));
        var lines = await DescribeAsync(told, cancellation);
        if (!dryRun)
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        db.ChangeTracker.Clear();
        return lines;
    }

    private async Task<List<Delivery>> TellAsync(IReminderSource source, PostLine line, DateOnly today, CancellationToken cancellation)
    {
        var rule = source.Rule;
        var known = await db.Set<Reminder>().Include(r => r.Deliveries).Where(r => r.Rule == rule.Code && r.DoneOn == null).ToDictionaryAsync(r => (r.SubjectId, r.Due), cancellation);
        List<Delivery> told = [];
        await foreach (var fact in source.DueAsync(db, today, cancellation))
        {
            if (Steps.Reached(rule, fact.Due, today) is not { } step)
                continue;
            if (!known.Remove((fact.SubjectId, fact.Due), out var reminder))
                reminder = await ReopenedOrNewAsync(rule, fact, today, cancellation);
            reminder.Confirm(fact);
            if (reminder.SnoozedUntil > today || (reminder.AcknowledgedOn is not null && (reminder.PromisedFor is null || reminder.PromisedFor >= today)))
                continue;
            foreach (var (person, reason) in Recipients(fact, line))
            {
                if (reminder.Deliveries.Any(d => d.Step == step && d.PersonId == person))
                    continue;
                var delivery = new Delivery(reminder, step, person, today, reason);
                reminder.Deliveries.Add(delivery);
                told.Add(delivery);
            }
        }
        foreach (var gone in known.Values)
            gone.Finish(today);
        return told;
    }

    private async Task<Reminder> ReopenedOrNewAsync(ReminderRule rule, DueFact fact, DateOnly today, CancellationToken cancellation)
    {
        var reminder = await db.Set<Reminder>().Include(r => r.Deliveries).FirstOrDefaultAsync(r => r.Rule == rule.Code && r.SubjectId == fact.SubjectId && r.Due == fact.Due, cancellation);
        if (reminder is null)
            db.Add(reminder = new Reminder(rule.Code, fact.SubjectId, fact.Due, today));
        return reminder;
    }

    private static IEnumerable<(int Person, string Reason)> Recipients(DueFact fact, PostLine line)
    {
        var seen = new HashSet<int>();
        foreach (var post in fact.PostId is { } responsible ? fact.Copies.Prepend(responsible) : fact.Copies)
        {
            var answer = line.Answer(post);
            if (answer.PersonId is { } person && seen.Add(person))
                yield return (person, answer.Sentence.Length > 0 ? answer.Sentence : post == fact.PostId ? "Vous tenez le poste responsable." : "Pour information.");
        }
    }

    private async Task<IReadOnlyList<ReminderLine>> DescribeAsync(List<Delivery> told, CancellationToken cancellation)
    {
        var ids = told.Select(d => d.Reminder.SubjectId).Concat(told.Select(d => d.PersonId)).Distinct().ToList();
        var subjects = new Dictionary<int, (string Kind, string Title)>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var s in await db.Subjects.Where(s => some.Contains(s.Id)).Select(s => new { s.Id, s.Kind, s.Title }).ToListAsync(cancellation))
                subjects[s.Id] = (s.Kind, s.Title);
        }
        return [.. told.Select(d => new ReminderLine(d.Reminder.Rule, subjects[d.Reminder.SubjectId].Title,
            kinds.AddressOf(subjects[d.Reminder.SubjectId].Kind, d.Reminder.SubjectId), d.Reminder.Due, d.Step, subjects[d.PersonId].Title, d.Reason))];
    }
}
