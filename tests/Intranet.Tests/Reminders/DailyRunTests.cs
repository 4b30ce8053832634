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
    public async Task A_dry_run_writes_nothing()
    {
        var scene = await Scene.Make(app);
        scene.Facts = [scene.Fact(Monday.AddDays(5))];
        Assert.Single(await scene.Run(Monday, dryRun: true));
        Assert.Empty(await scene.DoneDates());
    }

    private sealed class Scene(IntranetApp app, string code, int partner, int post) : IReminderSource
    {
        public ReminderRule Rule { get; } = new(code, "Essai", [30, 7]);
        public IReadOnlyList<DueFact> Facts { get; set; } = [];

        public static async Task<Scene> Make(IntranetApp app)
        {
            var house = await app.AddEstablishment("La Traverse");
            var person = await app.Add(new Person("Ada", "Holder", "essai"));
            var post = Post.AtEstablishment(house, "Coordination", PostLevel.Management);
            post.Appoint(person, new DateOnly(2020, 1, 1));
            return new Scene(app, $"test-{Guid.NewGuid():N}"[..30], await app.AddPartner("SPIP d’essai", "spip"), await app.Add(post));
        }

        public DueFact Fact(DateOnly due) => new() { SubjectId = partner, Due = due, Action = "Essayer", PostId = post };

        public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var fact in Facts)
                yield return await Task.FromResult(fact);
        }

        public Task<IReadOnlyList<ReminderLine>> Run(DateOnly day, bool dryRun = false)
            => app.WithDb(db => new DailyRun(db, [this], app.Services.GetRequiredService<SubjectKinds>()).RunAsync(day, dryRun, CancellationToken.None));

        public Task<List<DateOnly?>> DoneDates() => app.WithDb(db => db.Set<Reminder>().Where(r => r.Rule == code).OrderBy(r => r.Id).Select(r => r.DoneOn).ToListAsync());

        public Task<int> Change(Action<Reminder> change) => app.WithDb(async db =>
        {
            change(await db.Set<Reminder>().SingleAsync(r => r.Rule == code));
            return await db.SaveChangesAsync();
        });
    }
}
