using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>The two figures that SQL counts against the states and deadlines computed in memory.</summary>
public sealed class ConventionFiguresTests
{
    [Fact]
    public async Task Sql_and_memory_agree_on_the_demo_whatever_the_day()
    {
        var app = new IntranetApp("--environment", "Development", "--Clock:Today", "2026-11-21", "--Demo:Enabled", "true");
        await app.InitializeAsync();
        try
        {
            await app.WithDb(AddUndated);
            var loaded = app.Services.GetRequiredService<BusinessDay>().Today;
            var seen = new HashSet<(int Applying, int Late)>();
            // Signatures, ends, deadlines and notices of the demo lie within these years; the step falls on all days of the month.
            for (var day = loaded.AddYears(-5); day < loaded.AddYears(5); day = day.AddDays(17))
            {
                var (applying, late) = await app.WithDb(db => Compare(db, day));
                seen.Add((applying, late));
            }
            Assert.True(seen.Count > 10, "The days should differ.");
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>Old agreements whose day of signature is unknown, of each kind of renewal, and one that is negotiated again.</summary>
    private static async Task<int> AddUndated(IntranetDb db)
    {
        var kind = await db.Set<ConventionKind>().Select(k => k.Id).FirstAsync();
        foreach (var renewal in Enum.GetValues<RenewalMode>())
        {
            foreach (var negotiated in new[] { false, true })
            {
                var convention = new Convention($"CV-ANCIEN-{renewal}-{negotiated}", "Accord ancien", kind, new(2026, 1, 1));
                convention.Run(new ConventionTerms(new(2023, 5, 1), new(2025, 4, 30), NoticePeriod.OfMonths(2), renewal, 12, 2), null);
                convention.Document(true, "Le jour de signature.");
                if (negotiated)
                    convention.Negotiate(new(2024, 1, 1));
                db.Add(convention);
            }
        }
        return await db.SaveChangesAsync();
    }

    private static async Task<(int Applying, int Late)> Compare(IntranetDb db, DateOnly day)
    {
        var all = db.Set<Convention>().AsNoTracking();
        var facts = await all.Select(ConventionFacts.Projection).ToListAsync();
        var applying = facts.Where(f => ConventionStates.Applying.Contains(f.On(day))).Select(f => f.Number).Order().ToList();
        var late = facts.Where(f => f.Decision(day)?.Deadline < day).Select(f => f.Number).Order().ToList();
        Assert.Equal((day, string.Join(' ', applying)), (day, await Numbers(ConventionFigures.Applying(all, day))));
        Assert.Equal((day, string.Join(' ', late)), (day, await Numbers(ConventionFigures.Late(all, day))));
        return (applying.Count, late.Count);
    }

    private static async Task<string> Numbers(IQueryable<Convention> conventions)
        => string.Join(' ', (await conventions.Select(c => c.Number).ToListAsync()).Order());
}
