using Intranet.Shared;
using Intranet.Training;
using Intranet.Training.Pages.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

/// <summary>What the catalogue and the sessions ask can be asked of SQL Server 2019, as their own readers ask it.</summary>
public sealed class SessionQueryTests : IDisposable
{
    private static readonly CurrentUser Scoped = new() { Id = 1, Name = "", Function = "", Roles = Roles.Direction, SeesAll = false, PersonId = 2 };

    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly ServerEar server = new();
    private readonly IntranetDb db;

    public SessionQueryTests() => db = Contexts.SqlServer(server);

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("Joint", null)]
    [InlineData("Internal", "-duree")]
    public async Task The_catalogue(string kind, string? sort)
    {
        var filter = new CourseFilter { Text = "gestion crise", Kind = Enum.Parse<CourseKind>(kind), Topic = "Violence", Sort = sort };
        await filter.Apply(db.Set<Course>().AsNoTracking()).Rows(db, Today).Skip(25).Take(25).ToListAsync();
        await CourseChoices.ReadAsync(db, null, default);
        Heard(3);
    }

    [Fact]
    public async Task The_sessions()
    {
        var filter = new SessionFilter { Course = 1, Establishment = 2, OpenToPartners = true };
        var sessions = filter.Apply(db.Set<TrainingSession>().AsNoTracking());
        await sessions.Coming(Today).Rows(2).Skip(25).Take(25).ToListAsync();
        await sessions.InMonth(Today, Today.AddMonths(1)).ToListAsync();
        await IndexModel.Asked(db, Scoped, Today).ToListAsync();
        await db.Set<TrainingSession>().RunBy(db, Scoped).Select(s => s.Id).ToListAsync();
        await SessionInvitation.FindAsync(db, "secret", default);
        await new SessionsInCalendar().ReadAsync(db, 1, new HouseAddress("", ""), Today, Today.AddYears(1), default);
        Heard(6);
    }

    [Fact]
    public async Task Whoever_may_be_enrolled_and_what_could_keep_them()
    {
        var session = new TrainingSession(1, "Gestion de crise", 8, 1);
        session.Schedule([new(Today, 540, 210)]);
        await SessionClashes.ReadAsync(db, session, [1, 2], default);
        await db.HousesOfAsync([1, 2], Today, default);
        await db.ManagedPeople(Scoped, Today).Where(p => p == 1).Distinct().ToListAsync();
        await db.ReadablePeople(Scoped, Today).ToListAsync();
        Heard(6);
    }

    /// <summary>Each reader asked: a test that heard fewer commands has looked at nothing.</summary>
    private void Heard(int atLeast) => Assert.InRange(server.Commands.Count, atLeast, 40);
}
