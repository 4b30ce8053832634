using Intranet.Reminders;
using Intranet.Shared;

namespace Intranet.Tests.Reminders;

public sealed class StepsTests
{
    private static readonly ReminderRule Rule = new("convention-decision", "Décision", [180, 90, 30, 7]);
    private static readonly DateOnly Due = new(2027, 3, 31);

    [Theory]
    [InlineData(181, null)]
    [InlineData(180, 180)]
    [InlineData(91, 180)]
    [InlineData(90, 90)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-400, 7)]
    public void Of_the_steps_reached_only_the_most_urgent(int daysBefore, int? step)
        => Assert.Equal(step, Steps.Reached(Rule, Due, Due.AddDays(-daysBefore)));

    [Fact]
    public void A_late_step_comes_the_day_after()
    {
        var rule = new ReminderRule("partner-to-meet", "Rencontre", [90, 30, 0, -1]);
        Assert.Equal(0, Steps.Reached(rule, Due, Due));
        Assert.Equal(-1, Steps.Reached(rule, Due, Due.AddDays(1)));
    }
}
