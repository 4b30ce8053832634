using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Reminders;

/// <summary>What a run guarantees, on the real database, with a rule whose facts the test holds in its hand.</summary>
public sealed class DailyRunTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Monday = new(2027, 3, 1);

    [Fact]
    public async Task The_holder_is_told_once_and_again_at_the_next_step()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        Assert.Single(await scene.Run(Monday));
        Assert.Empty(await scene.Run(Monday));
        Assert.Empty(await scene.Run(Monday.AddDays(3)));
        var told = Assert.Single(await scene.Run(Monday.AddDays(14)));
        Assert.Equal(7, told.Step);
        Assert.Equal("Ada Holder", told.Recipient);
    }

    [Fact]
    public async Task Three_days_down_make_one_catch_up()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(2)), scene.Fact(Monday.AddDays(25))];
        Assert.Equal([7, 30], (await scene.Run(Monday)).Select(t => t.Step).Order());
    }

    [Fact]
    public async Task A_moved_date_arms_the_reminder_again_and_closes_the_old_one()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(5))];
        await scene.Run(Monday);
        scene.Facts = [scene.Fact(Monday.AddDays(6))];
        Assert.Single(await scene.Run(Monday.AddDays(1)));
        Assert.Equal([Monday.AddDays(1), null], await scene.DoneDates());
    }

    [Fact]
    public async Task A_fact_that_is_gone_closes_its_reminder()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(5))];
        await scene.Run(Monday);
        scene.Facts = [];
        Assert.Empty(await scene.Run(Monday.AddDays(1)));
        Assert.Equal([Monday.AddDays(1)], await scene.DoneDates());
    }

    [Fact]
    public async Task Who_took_it_on_is_left_alone_until_the_promised_day()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(15), DateTime.UnixEpoch));
        Assert.Empty(await scene.Run(Monday.AddDays(14)));
        Assert.Single(await scene.Run(Monday.AddDays(16)));
    }

    [Fact]
    public async Task A_promise_broken_is_counted_once_and_the_reminder_waits_again()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(2), DateTime.UnixEpoch));
        await scene.Run(Monday.AddDays(2));
        Assert.Equal((0, Monday), await scene.Broken());
        await scene.Run(Monday.AddDays(5));
        await scene.Run(Monday.AddDays(6));
        Assert.Equal((1, Monday.AddDays(3)), await scene.Broken());
    }

    [Fact]
    public async Task Without_a_date_an_acknowledgement_is_believed_until_the_due_date()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, null, DateTime.UnixEpoch));
        Assert.Empty(await scene.Run(Monday.AddDays(20)));
        Assert.Single(await scene.Run(Monday.AddDays(21)));
        Assert.Equal((0, Monday.AddDays(21)), await scene.Broken());
    }

    [Fact]
    public async Task The_successor_is_told_whatever_the_one_who_left_had_promised()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(19), DateTime.UnixEpoch));
        await scene.Replace(Monday.AddDays(1), new Person("Zoé", "Nouvelle", "essai"));
        var told = Assert.Single(await scene.Run(Monday.AddDays(2)));
        Assert.Equal("Zoé Nouvelle", told.Recipient);
        Assert.Equal([false, true], await scene.Current());
    }

    [Fact]
    public async Task Without_answer_for_three_weeks_the_level_above_is_told_too()
    {
        var scene = await Scene.Make(app, withHead: true);
        scene.Facts = [scene.Fact(Monday.AddDays(29))];
        await scene.Run(Monday);
        Assert.Empty(await scene.Run(Monday.AddDays(20)));
        var told = Assert.Single(await scene.Run(Monday.AddDays(21)));
        Assert.Equal(("Max Chef", 30), (told.Recipient, told.Step));
        Assert.Contains("monte d’un niveau", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Putting_off_is_not_an_answer()
    {
        var scene = await Scene.Make(app, withHead: true);
        scene.Facts = [scene.Fact(Monday.AddDays(29))];
        await scene.Run(Monday);
        await scene.Change(r => r.Snooze(Monday.AddDays(1), null, Monday.AddDays(22), DateTime.UnixEpoch));
        Assert.Equal("Max Chef", Assert.Single(await scene.Run(Monday.AddDays(21))).Recipient);
        Assert.Equal(["Max Chef", "Ada Holder"], (await scene.Run(Monday.AddDays(22))).OrderByDescending(t => t.Recipient).Select(t => t.Recipient));
    }

    [Fact]
    public async Task The_successor_is_told_though_somebody_in_copy_knew()
    {
        var scene = await Scene.Make(app, withHead: true);
        await scene.Settle(isOn: true, copiesSuperior: true);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(19), DateTime.UnixEpoch));
        await scene.Replace(Monday.AddDays(1), new Person("Zoé", "Nouvelle", "essai"));
        Assert.Equal("Zoé Nouvelle", Assert.Single(await scene.Run(Monday.AddDays(2))).Recipient);
    }

    [Fact]
    public async Task Two_promises_broken_climb_one_level_more()
    {
        var scene = await Scene.Make(app, withHead: true);
        scene.Facts = [scene.Fact(Monday.AddDays(29))];
        await scene.Run(Monday);
        foreach (var day in new[] { 1, 4 })
        {
            await scene.Change(r => r.Acknowledge(Monday.AddDays(day), null, Monday.AddDays(day + 1), DateTime.UnixEpoch));
            Assert.Equal(day == 4, (await scene.Run(Monday.AddDays(day + 2))).Any(t => t.Recipient == "Max Chef"));
        }
    }

    [Fact]
    public async Task What_comes_back_starts_afresh()
    {
        var scene = await Scene.Make(app, withHead: true);
        scene.Facts = [scene.Fact(Monday.AddDays(60))];
        await scene.Settle(isOn: true, steps: "90");
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(10), DateTime.UnixEpoch));
        await scene.Settle(isOn: false, steps: "90");
        await scene.Run(Monday.AddDays(1));
        await scene.Settle(isOn: true, steps: "90");
        Assert.Empty(await scene.Run(Monday.AddDays(50)));
        Assert.Equal((0, Monday.AddDays(50)), await scene.Broken());
    }

    [Fact]
    public async Task A_promise_without_end_is_refused()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await Assert.ThrowsAsync<BrokenRuleException>(() => scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(51), DateTime.UnixEpoch)));
    }

    [Fact]
    public async Task An_answer_given_while_the_day_is_computed_is_not_overwritten()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(2), DateTime.UnixEpoch));
        scene.Meanwhile = () => scene.Change(r => r.Acknowledge(Monday.AddDays(5), null, Monday.AddDays(9), DateTime.UnixEpoch));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => scene.Run(Monday.AddDays(5)));
        Assert.Empty(await scene.Run(Monday.AddDays(5)));
        Assert.Equal(0, (await scene.Broken()).Item1);
    }

    [Fact]
    public async Task A_vacant_post_s_reminder_goes_one_level_up_and_says_so()
    {
        var scene = await Scene.Make(app, withHead: true);
        await scene.Replace(Monday.AddDays(-10), null);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        var told = Assert.Single(await scene.Run(Monday));
        Assert.Equal("Max Chef", told.Recipient);
        Assert.Contains("Poste vacant", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_switched_off_withdraws_and_switched_on_again_tells_nothing_twice()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(20))];
        await scene.Run(Monday);
        await scene.Settle(isOn: false);
        Assert.Empty(await scene.Run(Monday.AddDays(1)));
        Assert.Equal([Monday.AddDays(1)], await scene.DoneDates());
        await scene.Settle(isOn: true);
        Assert.Empty(await scene.Run(Monday.AddDays(2)));
        Assert.Equal([null], await scene.DoneDates());
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(5))];
        Assert.Single(await scene.Run(Monday, dryRun: true));
        Assert.Empty(await scene.DoneDates());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_group_whose_oldest_part_is_done_stays_what_was_told(bool isGrouped)
    {
        var scene = await Scene.Make(app);
        scene.Rule = new ReminderRule(scene.Rule.Code, "Essai", [0, -30], OnAtFirst: true) { IsGrouped = isGrouped };
        scene.Facts = [scene.Fact(Monday.AddDays(-20))];
        await scene.Run(Monday);
        await scene.Change(r => r.Acknowledge(Monday, null, Monday.AddDays(9), DateTime.UnixEpoch));
        scene.Facts = [scene.Fact(Monday.AddDays(-5))];
        Assert.Equal(isGrouped ? 0 : 1, (await scene.Run(Monday.AddDays(1))).Count);
        List<DateOnly?> ended = isGrouped ? [null] : [Monday.AddDays(1), null];
        Assert.Equal(ended, await scene.DoneDates());
        scene.Facts = [];
        await scene.Run(Monday.AddDays(2));
        Assert.DoesNotContain(null, await scene.DoneDates());
    }

    private sealed class Scene(IntranetApp app, string code, int partner, int post) : IReminderSource
    {
        public ReminderRule Rule { get; set; } = new(code, "Essai", [30, 7], OnAtFirst: true);
        public IReadOnlyList<DueFact> Facts { get; set; } = [];

        public static async Task<Scene> Make(IntranetApp app, bool withHead = false)
        {
            var house = await app.AddEstablishment("La Traverse");
            var person = await app.Add(new Person("Ada", "Holder", "essai"));
            var post = Post.AtEstablishment(house, "Coordination", PostLevel.Management);
            post.Appoint(person, new DateOnly(2020, 1, 1));
            if (withHead)
            {
                var head = Post.AtEstablishment(house, "Direction", PostLevel.Institution);
                head.Appoint(await app.Add(new Person("Max", "Chef", "essai")), new DateOnly(2020, 1, 1));
                post.Describe(post.Title, post.Level, "", await app.Add(head));
            }
            return new Scene(app, $"test-{Guid.NewGuid():N}"[..30], await app.AddPartner("SPIP d’essai", "spip"), await app.Add(post));
        }

        public DueFact Fact(DateOnly due) => new() { SubjectId = partner, Due = due, Action = "Essayer", PostId = post };

        public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var fact in Facts)
                yield return await Task.FromResult(fact);
        }

        public Task<IReadOnlyList<ReminderLine>> Run(DateOnly day, bool dryRun = false)
            => app.WithDb(db =>
            {
                if (Meanwhile is { } act)
                    db.SavingChanges += (_, _) => act().GetAwaiter().GetResult();
                Meanwhile = null;
                return new DailyRun(db, [this], app.Services.GetRequiredService<SubjectKinds>()).RunAsync(day, dryRun, CancellationToken.None);
            });

        public Task<List<DateOnly?>> DoneDates() => app.WithDb(db => db.Set<Reminder>().Where(r => r.Rule == code).OrderBy(r => r.Id).Select(r => r.DoneOn).ToListAsync());

        /// <summary>How many promises were broken, and since when it waits.</summary>
        public Task<(int, DateOnly?)> Broken() => app.WithDb(async db =>
        {
            var reminder = await db.Set<Reminder>().SingleAsync(r => r.Rule == code);
            return (reminder.BrokenPromises, reminder.WaitingSince);
        });

        /// <summary>For each telling in order, whether that person still answers.</summary>
        public Task<List<bool>> Current() => app.WithDb(db => db.Set<Delivery>().Where(d => d.Reminder.Rule == code).OrderBy(d => d.Id).Select(d => d.WithdrawnOn == null).ToListAsync());

        /// <summary>The holder leaves on that day; somebody comes the day after, or nobody.</summary>
        public async Task Replace(DateOnly last, Person? successor)
        {
            var id = successor is null ? 0 : await app.Add(successor);
            await app.WithDb(async db =>
            {
                var held = await db.Set<Post>().Include(p => p.Holdings).SingleAsync(p => p.Id == post);
                held.Holdings.Single().End(last);
                if (successor is not null)
                    held.Appoint(id, last.AddDays(1));
                return await db.SaveChangesAsync();
            });
        }

        /// <summary>Happens once, after a run has read and before it saves.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public Task<int> Settle(bool isOn, string steps = "30, 7", bool copiesSuperior = false) => app.WithDb(async db =>
        {
            var setting = await db.Set<RuleSetting>().FirstOrDefaultAsync(s => s.Code == code);
            if (setting is null)
                db.Add(setting = new RuleSetting(Rule));
            setting.Settle(isOn, steps, null, copiesSuperior);
            return await db.SaveChangesAsync();
        });

        public Task<int> Change(Action<Reminder> change) => app.WithDb(async db =>
        {
            change(await db.Set<Reminder>().SingleAsync(r => r.Rule == code));
            return await db.SaveChangesAsync();
        });
    }
}
