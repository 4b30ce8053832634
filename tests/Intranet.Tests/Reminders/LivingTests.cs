using System.Globalization;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intranet.Tests.Reminders;

/// <summary>
/// Lives day by day on the demo: people answer, put off, leave, come back, the machine stops for days; each day what the module
/// guarantees is looked at again. Chance is the same on every machine.
/// </summary>
public sealed class LivingTests
{
    private static readonly DateOnly First = new(2026, 11, 21);

    [Fact]
    public Task Some_weeks() => LiveAsync(50);

    [Fact, Trait("Category", "Long")]
    public Task Two_years() => LiveAsync(731);

    private static async Task LiveAsync(int days)
    {
        var app = new IntranetApp("--environment", "Development", "--Clock:Today", First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--Demo:Enabled", "true");
        await app.InitializeAsync();
        try
        {
            var life = new Life(app);
            await life.OpenRulesAsync();
            for (var i = 0; i < days; i++)
                await life.LiveAsync(First.AddDays(i), isDown: i % 61 is 10 or 11 or 12);
            Assert.True(life.Told > days / 4, $"{life.Told} told");
            Assert.True(life.Letters > days / 8, $"{life.Letters} letters");
            Assert.True(life.Finished > 0 && life.Climbed > 0 && life.Broken > 0, $"{life.Finished} finished, {life.Climbed} climbed, {life.Broken} broken");
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private sealed class Life(IntranetApp app)
    {
        private readonly Random random = new(20261121);
        private readonly HashSet<(int, int, int)> keys = [];
        private DateTime now;

        public int Told { get; private set; }
        public int Letters { get; private set; }
        public int Finished { get; private set; }
        public int Climbed { get; private set; }
        public int Broken { get; private set; }

        /// <summary>Every rule is on: the six that are on at first would leave most of the year silent.</summary>
        public Task OpenRulesAsync() => app.WithDb(db =>
        {
            foreach (var source in app.Services.GetServices<IReminderSource>().Where(s => !s.Rule.OnAtFirst))
            {
                var setting = new RuleSetting(source.Rule);
                setting.Settle(true, setting.Steps, setting.EscalateAfter, copiesSuperior: source.Rule.Code.Length % 2 == 0);
                db.Add(setting);
            }
            return db.SaveChangesAsync();
        });

        public async Task LiveAsync(DateOnly today, bool isDown)
        {
            await WorkAsync(today);
            if (isDown)
                return;
            var told = await RunAsync(today);
            Told += told.Count;
            Assert.Empty(await RunAsync(today));
            await CheckAsync(today);
            foreach (var hour in new[] { 7, 9, 15, 19 })
                await WriteAsync(today, new TimeOnly(hour, 0));
        }

        /// <summary>What people do in a day.</summary>
        private Task WorkAsync(DateOnly today) => app.WithDb(async db =>
        {
            foreach (var reminder in await db.Set<Reminder>().Include(r => r.Deliveries).Where(r => r.DoneOn == null && r.AcknowledgedOn == null && r.SnoozedUntil == null).OrderBy(r => r.Id).ToListAsync())
            {
                if (random.Next(100) is var chance && chance < 3)
                    reminder.Acknowledge(today, null, today.AddDays(4), now);
                else if (chance < 5)
                    reminder.Acknowledge(today, null, null, now);
                else if (chance < 8)
                    reminder.Snooze(today, null, today.AddDays(6), now);
            }
            foreach (var action in await db.Set<MeetingOutcome>().Where(o => o.Kind == OutcomeKind.Action && o.DoneOn == null && o.DroppedOn == null && o.DueOn <= today).OrderBy(o => o.Id).ToListAsync())
            {
                if (random.Next(100) < 4)
                    action.Do(today, "Fait.", today);
            }
            if (today.Day == 3)
                await LeaveAsync(db, today);
            if (today.Day == 17)
                await GoAwayAsync(db, today);
            return await db.SaveChangesAsync();
        });

        /// <summary>Each month somebody who answers for something leaves their post; each second time somebody takes it at once.</summary>
        private async Task LeaveAsync(IntranetDb db, DateOnly today)
        {
            var posts = await db.Set<Post>().Include(p => p.Holdings).Where(p => p.Followed.Any() && p.Holdings.Any(h => h.From < today && (h.To == null || h.To >= today))).OrderBy(p => p.Id).ToListAsync();
            if (posts.Count == 0)
                return;
            var post = posts[random.Next(posts.Count)];
            foreach (var held in post.Holdings.Where(h => h.IsOn(today)).ToList())
                held.End(today);
            if (today.Month % 2 == 0)
            {
                var people = await db.Set<Person>().Where(p => p.Employments.Any() && p.DepartedOn == null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
                post.Appoint(people[random.Next(people.Count)], today.AddDays(1));
            }
        }

        private async Task GoAwayAsync(IntranetDb db, DateOnly today)
        {
            var holders = await db.Set<Person>().Include(p => p.Absences).Where(p => p.DepartedOn == null && p.Holdings.Any(h => h.Post!.Followed.Any() && h.From <= today && (h.To == null || h.To >= today))).OrderBy(p => p.Id).ToListAsync();
            if (holders.Count > 0 && holders[random.Next(holders.Count)] is var one && one.Absences.All(a => a.To < today))
                one.BeAway(today, today.AddDays(8), substituteId: null);
        }

        private Task<IReadOnlyList<ReminderLine>> RunAsync(DateOnly today) => app.WithDb(db => new DailyRun(db, app.Services.GetServices<IReminderSource>(), app.Services.GetRequiredService<SubjectKinds>()).RunAsync(today, dryRun: false, default));

        private Task<int> CheckAsync(DateOnly today) => app.WithDb(async db =>
        {
            var line = await PostLineQuery.AllAsync(db, today);
            var reminders = await db.Set<Reminder>().AsNoTracking().Include(r => r.Deliveries).ToListAsync();
            var deliveries = reminders.SelectMany(r => r.Deliveries.Select(d => (Reminder: r, Told: d))).ToList();

            // Each telling is new by its key, whoever runs and however often.
            foreach (var (_, one) in deliveries.Where(d => d.Told.On == today))
                Assert.True(keys.Add((one.ReminderId, one.Step, one.RecipientId)), $"told twice on {today}");

            // One telling a person and thing a day, whatever the steps passed while nothing ran.
            Assert.All(deliveries.Where(d => d.Told.On == today).GroupBy(d => (d.Told.ReminderId, d.Told.RecipientId)), g => Assert.Single(g));

            // Nobody is told of what is done, taken on or put off.
            Assert.DoesNotContain(deliveries, d => d.Told.On == today && (d.Reminder.DoneOn is not null || (d.Reminder.IsQuiet(today) && d.Told.Level == 0)));

            // Who is told answers that day; the open things of an answered post have somebody.
            foreach (var open in reminders.Where(r => r.DoneOn is null && r.PostId is not null))
            {
                var answer = line.Answer(open.PostId!.Value);
                var expected = answer.PersonId ?? answer.AnsweringPostId;
                if (expected is not null)
                    Assert.Contains(open.Deliveries, d => d.WithdrawnOn is null && !d.IsCopy && d.RecipientId == expected);
                else if (!open.IsQuiet(today))
                    Assert.DoesNotContain(open.Deliveries, d => d.WithdrawnOn is null && d.Level == 0 && !d.IsCopy);
            }

            // What is open is what the data say is due today, no more, no less.
            HashSet<(string, int, DateOnly)> due = [];
            foreach (var rule in await RuleInForce.ReadAsync(db, app.Services.GetServices<IReminderSource>(), default))
            {
                await foreach (var fact in rule.Source.DueAsync(db, today, today.AddDays(rule.Horizon), default))
                {
                    if (rule.IsOn && rule.Reached(fact.Due, today) is not null)
                        due.Add((rule.Rule.Code, fact.SubjectId, fact.Due));
                }
            }
            Assert.Equal(due, reminders.Where(r => r.DoneOn is null).Select(r => (r.Rule, r.SubjectId, r.Due)).ToHashSet());

            (Finished, Climbed, Broken) = (reminders.Count(r => r.DoneOn is not null), deliveries.Count(d => d.Told.Level > 0), reminders.Sum(r => r.BrokenPromises));
            return 0;
        });

        private Task<int> WriteAsync(DateOnly today, TimeOnly time) => app.WithDb(async db =>
        {
            now = Paris.ToUtc(today, time);
            var clock = new Fixed(now);
            var written = await new LetterRun(db, new Outbox(db, clock), new SingleUseLinks(db, clock), new HouseAddress("https://passerelle.essai", "p@essai"), app.Services.GetRequiredService<SubjectKinds>(), new BusinessDay(clock), clock, new Loud()).RunAsync(default);
            Letters += written;
            Assert.True(written == 0 || (WorkingDays.IsWorkingDay(today) && time.Hour is >= 8 and < 18), $"{written} letters on {today} at {time}");
            var letters = await db.Set<Letter>().Where(l => l.On == today).Select(l => new { l.RecipientId, l.MailId, l.Kind, l.Period }).ToListAsync();
            Assert.All(letters.GroupBy(l => l.RecipientId), g => Assert.Single(g));
            Assert.All(letters, l => Assert.NotNull(l.MailId));
            // An urgent telling to somebody with an address leaves the same working day.
            if (time.Hour == 15 && WorkingDays.IsWorkingDay(today))
            {
                foreach (var waiting in await db.Set<Delivery>().Where(d => d.WithdrawnOn == null && d.LetterId == null && d.Step <= LetterPlan.UrgentDays && d.Reminder.DoneOn == null && d.Reminder.AcknowledgedOn == null && d.Reminder.SnoozedUntil == null).Select(d => d.RecipientId).Distinct().ToListAsync())
                    Assert.Null(await LetterLines.WhoAsync(db, waiting, default));
            }
            return 0;
        });

        /// <summary>A letter that can't be written is told with its cause.</summary>
        private sealed class Loud : ILogger<LetterRun>
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (exception is not null)
                    throw new InvalidOperationException(formatter(state, exception), exception);
            }
        }

        private sealed class Fixed(DateTime at) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
        }
    }
}
