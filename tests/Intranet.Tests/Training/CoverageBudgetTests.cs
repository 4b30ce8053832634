using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;

namespace Intranet.Tests.Training;

/// <summary>The matrix is read often, and by many: four commands at most, whatever the number of establishments.</summary>
public sealed class CoverageBudgetTests : IAsyncLifetime
{
    private readonly IntranetApp app = new("--Profiling:Everyone", "true");

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_matrix_of_many_establishments_pages_in_four_commands()
    {
        var today = new DateOnly(2026, 1, 5);
        await app.WithDb(async db =>
        {
            var course = new Course("Cadre légal", CourseKind.Internal, 420);
            db.Add(course);
            var houses = Enumerable.Range(1, 60).Select(i => new Establishment($"Maison {i:00}", "CHRS", null)).ToList();
            db.AddRange(houses);
            await db.SaveChangesAsync();
            var requirement = new Requirement("Cadre légal des peines", today);
            requirement.AskFor([course.Id]);
            db.Add(requirement);
            foreach (var house in houses)
            {
                var person = new Person("Alix", house.Name, "essai");
                person.Employ(house.Id, "Éducatrice ou éducateur", today);
                db.Add(person);
            }
            return await db.SaveChangesAsync();
        });
        var direction = await app.SignedIn(Roles.Direction);
        await direction.Get("/formations");
        foreach (var address in new[] { "/formations", "/formations?p=2", "/formations?dans=6", "/formations?dans=12&p=3" })
        {
            var page = await direction.Get(address);
            Assert.InRange(page.SqlCommands, 1, 4);
            Assert.InRange(page.Document.QuerySelectorAll("#results tbody tr").Length, 10, 25);
        }
        Assert.Contains("Maison 30", (await direction.Get("/formations?p=2")).Main, StringComparison.Ordinal);
        Assert.Contains("60 établissements", (await direction.Get("/formations?p=2")).Main, StringComparison.Ordinal);
        // A save that coverage isn't computed from leaves it as it is; one that it is computed from is seen at once.
        await app.Add(new Pole("Pôle nouveau"));
        Assert.InRange((await direction.Get("/formations")).SqlCommands, 1, 4);
        var arrived = new Person("Noé", "Maison 01", "essai");
        arrived.Employ(await app.WithDb(db => Task.FromResult(db.Set<Establishment>().Single(e => e.Name == "Maison 01").Id)), "Éducatrice ou éducateur", today);
        await app.Add(arrived);
        Assert.Contains("61 en poste", (await direction.Get("/formations")).Main, StringComparison.Ordinal);
    }
}
