using Intranet.Contacts;
using Intranet.Contacts.Demo;
using Intranet.Conventions;
using Intranet.Host.Hosting;
using Intranet.Meetings;
using Intranet.Meetings.Demo;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using DemoData = Intranet.Host.Hosting.Demo;

namespace Intranet.Tests.Demo;

/// <summary>"Les Rives" as it loads on an empty database, whatever the day.</summary>
public sealed class DemoTests
{
    public static TheoryData<string> Days => ["2026-11-21", "2026-12-31", "2028-02-29", "2027-08-01"];

    [Theory]
    [MemberData(nameof(Days))]
    public Task It_has_what_it_says_and_something_due(string day) => With(day, async (app, today) =>
    {
        await app.WithDb(async db =>
        {
            Assert.Equal(14, await db.Set<Establishment>().CountAsync());
            Assert.Equal(182, await db.Set<StaffMember>().InPost(today).CountAsync());
            Assert.Equal(41, await db.Set<Partner>().CountAsync(p => p.RelationOwnerId != null));
            Assert.Equal(42, await db.Set<Partner>().CountAsync());
            Assert.InRange(await db.Set<Meeting>().CountAsync(), DemoMeetings.Count, DemoMeetings.Count + 100);
            Assert.Equal(8, (await db.Set<Establishment>().Select(e => e.Department).Distinct().ToListAsync()).Count);

            var states = (await db.Set<Convention>().Select(ConventionFacts.Projection).ToListAsync()).CountBy(f => f.On(today)).ToDictionary();
            Assert.Equal(46, states.Values.Sum());
            Assert.Equal(Enum.GetValues<ConventionState>(), states.Keys.Order());
            Assert.Equal((28, 5, 2), (states[ConventionState.InForce], states[ConventionState.Renewal], states[ConventionState.Expired]));
            return 0;
        });
        Assert.Equal((29, 9, 3), await Coverage(app, today));
    });

    [Theory]
    [MemberData(nameof(Days))]
    public Task Each_account_finds_reminders(string day) => With(day, async (app, today) =>
    {
        using var scope = app.Services.CreateScope();
        var told = (await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(today, dryRun: false, CancellationToken.None)).CountBy(l => l.Recipient).ToDictionary();
        Assert.InRange(told["Hélène Vasseur"], 4, 9);
        Assert.InRange(told["Karim Lebrun"], 4, 9);
        Assert.InRange(told["Léa Fontaine"], 1, 9);
        Assert.Equal(3, await app.WithDb(db => db.Users.CountAsync(a => a.PersonId != null)));
    });

    [Theory]
    [MemberData(nameof(Days))]
    public Task Each_rule_has_something_to_say(string day) => With(day, async (app, today) =>
    {
        List<string> silent = [];
        foreach (var source in app.Services.GetServices<IReminderSource>())
        {
            var facts = await app.WithDb(async db =>
            {
                List<DueFact> due = [];
                await foreach (var fact in source.DueAsync(db, today, today.AddDays(source.Rule.Steps[0]), CancellationToken.None))
                    due.Add(fact);
                return due;
            });
            if (facts.Count == 0 || facts.TrueForAll(f => f.PostId is null))
                silent.Add(source.Rule.Code);
        }
        Assert.Empty(silent);
    });

    [Fact]
    public async Task The_same_day_gives_the_same_data()
    {
        var (one, two) = ("", "");
        await With("2026-11-21", async (app, _) => one = await Dump(app));
        await With("2026-11-21", enabled: true, async (app, _) => two = await Dump(app), isFirst: true);
        Assert.Equal(one, two);
    }

    [Fact]
    public Task Copies_carry_their_number_and_no_official_key() => With("2026-11-21", enabled: false, async (app, today) =>
    {
        await DemoData.LoadAsync(app.Services, 3, CancellationToken.None);
        await app.WithDb(async db =>
        {
            Assert.Equal(42, await db.Set<Establishment>().CountAsync());
            Assert.Equal(3 * 182, await db.Set<StaffMember>().InPost(today).CountAsync());
            Assert.Equal(3 * 46, await db.Set<Convention>().CountAsync());
            Assert.Equal(["SPIP de Seine-Saint-Denis", "SPIP de Seine-Saint-Denis 2", "SPIP de Seine-Saint-Denis 3"],
                await db.Set<Partner>().Where(p => p.Name.StartsWith("SPIP de Seine-Saint-Denis")).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync());
            Assert.Equal(DemoPartners.All.Count(p => p.Scheme.Length > 0), await db.Set<PartnerIdentifier>().CountAsync());
            return 0;
        });
    });

    private static async Task<(int InTime, int Late, int Never)> Coverage(IntranetApp app, DateOnly today) => await app.WithDb(async db =>
    {
        var met = await app.Services.GetServices<IPartnerMeetings>().Single().Counting(db).GroupBy(m => m.PartnerId).Select(g => new { g.Key, Last = g.Max(m => m.On) }).ToDictionaryAsync(g => g.Key, g => g.Last);
        var partners = await PartnerObligations.Followed(db).Select(p => p.Id).ToListAsync();
        var states = partners.CountBy(id => MeetingObligation.Of(met.TryGetValue(id, out var last) ? last : null, 12, 12, today).State).ToDictionary();
        return (states[ObligationState.UpToDate] + states[ObligationState.Upcoming], states[ObligationState.Late], states[ObligationState.NeverSeen]);
    });

    private static Task<string> Dump(IntranetApp app) => app.WithDb(async db => string.Join('\n',
        await db.Subjects.OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Kind} {s.Title} {s.Detail} {s.Date} {s.ParentId} {s.Folded}").ToListAsync()));

    private static Task With(string day, Func<IntranetApp, DateOnly, Task> test) => With(day, enabled: true, test);

    private static async Task With(string day, bool enabled, Func<IntranetApp, DateOnly, Task> test, bool isFirst = false)
    {
        var app = new IntranetApp("--environment", "Development", "--Clock:Today", day, "--Demo:Enabled", enabled ? "true" : "false") { IsFirst = isFirst };
        await app.InitializeAsync();
        try
        {
            await test(app, app.Services.GetRequiredService<BusinessDay>().Today);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }
}
