using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Reminders;

internal static class DueFacts
{
    /// <summary>What a rule says is due about these records, first by date.</summary>
    /// <param name="until">As far ahead as the rule's first step when null.</param>
    public static Task<List<DueFact>> Due(this IntranetApp app, string rule, IReadOnlyCollection<int> subjects, DateOnly today, DateOnly? until = null) => app.WithDb(async db =>
    {
        var source = app.Services.GetServices<IReminderSource>().Single(s => s.Rule.Code == rule);
        var last = until ?? today.AddDays(source.Rule.Steps.Max());
        List<DueFact> facts = [];
        await foreach (var fact in source.DueAsync(db, today, last, CancellationToken.None))
        {
            Assert.True(fact.Due <= last, $"{rule} looks further than asked: {fact.Due}.");
            facts.Add(fact);
        }
        Assert.Equal(facts.Count, facts.DistinctBy(f => (f.SubjectId, f.Due)).Count());
        return facts.Where(f => subjects.Contains(f.SubjectId)).OrderBy(f => f.Due).ToList();
    });

    public static async Task<DueFact> DueOne(this IntranetApp app, string rule, int subject, DateOnly today, DateOnly? until = null)
        => Assert.Single(await app.Due(rule, [subject], today, until));
}
