using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Reminders;

public sealed class RulesAtFirstTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    /// <summary>The six of trade.md.</summary>
    [Fact]
    public void Those_of_the_trade_are_on_at_first_and_no_other()
    {
        var rules = app.Services.GetServices<IReminderSource>().Select(s => s.Rule).ToList();
        Assert.Equal(["convention-decision", "meeting-action", "minutes-missing", "partner-to-meet", "post-vacant", "support-unanswered"], rules.Where(r => r.OnAtFirst).Select(r => r.Code).Order());
        Assert.Equal(rules.Count, rules.DistinctBy(r => r.Code).Count());
        Assert.All(rules, r => Assert.Equal(r.Steps.Distinct().OrderDescending(), r.Steps));
    }
}
