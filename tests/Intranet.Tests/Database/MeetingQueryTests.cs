using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Meetings.Pages.Visits;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

/// <summary>What meetings ask can be asked of SQL Server 2019, as their own readers ask it.</summary>
public sealed class MeetingQueryTests : IDisposable
{
    private static readonly CurrentUser Scoped = new() { Id = 1, Name = "", Function = "", Roles = Roles.Coordination, SeesAll = false };

    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly ServerEar server = new();
    private readonly IntranetDb db;

    public MeetingQueryTests() => db = Contexts.SqlServer(server);

    public void Dispose() => db.Dispose();

    private IQueryable<Meeting> Meetings => db.Set<Meeting>().InScope(db, Scoped);

    [Theory]
    [InlineData("Planned", null)]
    [InlineData("Closed", "-titre")]
    public async Task The_list(string state, string? sort)
    {
        var filter = new MeetingFilter { Text = "tj evry", State = Enum.Parse<MeetingState>(state), Kind = 1, Partner = 2, Establishment = 3, From = Today, To = Today, Sort = sort };
        await filter.Apply(Meetings).Rows().Skip(25).Take(25).ToListAsync();
        Heard(1);
    }

    [Fact]
    public async Task The_planner()
    {
        var reader = new PlannerReader(db, Scoped, new PartnerObligations([new PartnerMeetings()]), Today);
        await reader.PartnersAsync(default);
        await reader.MeetingsAsync(Today, Today.AddYears(1), [1, 2], default);
        await reader.ClosuresAsync(Today, Today.AddYears(1), default);
        await reader.LevelsAsync(default);
        Heard(4);
    }

    [Fact]
    public async Task Coverage_those_who_wait_and_the_report_of_the_year()
    {
        await CoverageBook.ReadAsync(db, Today, default);
        await WaitingFacts.ReadAsync(db, Scoped, [1, 2], Today, default);
        await YearReport.ReadAsync(db, Scoped, 2026, Today, default);
        Heard(7);
    }

    [Fact]
    public async Task Visits_visitors_and_crossings()
    {
        var filter = new VisitFilter { Text = "tj evry", Department = "93", Kind = "court", House = "CHRS" };
        await VisitBook.ReadAsync(db, Scoped, default);
        await VisitorsModel.Query(db, Scoped, filter).Skip(25).Take(25).ToListAsync();
        await Crossing.People(db, Scoped, filter, Today).Skip(25).Take(25).ToListAsync();
        await Crossing.People(db, Scoped, new VisitFilter { NeverOnly = true }, Today).ToListAsync();
        await Crossing.ReadAsync(db, Scoped, filter, Today, 1, 25, default);
        Heard(7);
    }

    [Fact]
    public async Task First_contacts_and_who_was_met()
    {
        await Arrivals.Of(db, Today).Where(a => a.PartnerId == 1 && a.MetOn == null).OrderBy(a => a.From).ThenBy(a => a.HoldingId).Take(8).ToListAsync();
        await new PartnerMeetings().Contacts(db).Where(c => c.On <= Today).Select(c => new { c.PartnerId, c.IsOurs, c.Name }).Distinct().ToListAsync();
        await new PartnerMeetings().Solicited(db).ToListAsync();
        Heard(3);
    }

    [Theory]
    [InlineData("miennes", "retard")]
    [InlineData("eux", "toutes")]
    public async Task Actions(string side, string state)
    {
        var filter = new ActionFilter { Text = "livret 50 %", Side = side, State = state, Partner = 1, Before = Today };
        await filter.Apply(db.Actions(Scoped, Today), Meetings, 1, Today).Rows(db, Scoped, Today).Skip(25).Take(25).ToListAsync();
        Heard(1);
    }

    [Fact]
    public async Task Feeds()
    {
        await FeedContent.Open(db, "secret", Today).ToListAsync();
        await FeedContent.ReadAsync(db, [], 1, new HouseAddress("", ""), Today, default);
        Heard(3);
    }

    [Fact]
    public async Task The_prepared_sheet_and_the_partners()
    {
        await new MeetingBriefing().ReadAsync(db, Scoped, new BriefingRequest([1, 2], null, Today), default);
        await new RelationPart().ReadAsync(db, Scoped, 1, Today, default);
        Heard(5);
    }

    [Fact]
    public async Task Topics()
    {
        var topics = db.Set<PartnerTopic>().From(Meetings);
        await topics.Waiting().OrderBy(t => t.On).ThenBy(t => t.Id).Include(t => t.FromMeeting).ToListAsync();
        await topics.Taken(Meetings).Take(10).ToListAsync();
        Heard(2);
    }

    [Fact]
    public async Task Rounds_and_series()
    {
        await db.Set<VisitRound>().InScope(db, Scoped).OrderByDescending(r => r.On >= Today).ThenByDescending(r => r.On).ThenBy(r => r.Id).Rows().ToListAsync();
        await db.LegsOf(Scoped, 1).ToListAsync();
        await db.Set<MeetingSeries>().InScope(db, Scoped).Rows(Today).ToListAsync();
        Heard(3);
    }

    /// <summary>Each reader asked: a test that heard fewer commands has looked at nothing.</summary>
    private void Heard(int atLeast) => Assert.InRange(server.Commands.Count, atLeast, 40);
}
