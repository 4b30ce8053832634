using Intranet.Reminders;

namespace Intranet.Tests.Reminders;

public sealed class StepsTests
{
    private static readonly RuleInForce Rule = Stepped(180, 90, 30, 7);
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
        => Assert.Equal(step, Rule.Reached(Due, Due.AddDays(-daysBefore)));

    [Fact]
    public void A_late_step_comes_the_day_after()
    {
        var rule = Stepped(90, 30, 0, -1);
        Assert.Equal(0, rule.Reached(Due, Due));
        Assert.Equal(-1, rule.Reached(Due, Due.AddDays(1)));
    }

    private static RuleInForce Stepped(params int[] steps) => new(null!, true, steps, null, false, []);
}
