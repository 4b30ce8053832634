using Intranet.Experts;
using Intranet.Shared;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>A training proves what somebody says that they know; it says nothing in their place.</summary>
public sealed class ProvenTests
{
    [Fact]
    public void A_course_that_names_the_topic_proves_what_was_declared()
    {
        var topic = Only(Proven.By([Course(1001, "Le placement extérieur : cadre et partenaires", Today.AddMonths(-2))], Of([Somebody(1, confirmed: false)])));
        Assert.Equal((Proof.Training, ExpertiseState.Confirmed), (topic.ProvedBy!.Value, topic.StateOn(Today)));
    }

    [Fact]
    public void An_older_course_does_not_replace_a_later_confirmation()
        => Assert.Equal(Proof.Head, Only(Proven.By([Course(1001, "Placement extérieur", Today.AddYears(-1))], Of([Somebody(1)]))).ProvedBy);

    [Fact]
    public void After_eighteen_months_it_proves_nothing_more()
        => Assert.Equal(ExpertiseState.Declared, Only(Proven.By([Course(1001, "Placement extérieur", Today.AddMonths(-18))], Of([Somebody(1, confirmed: false)]))).StateOn(Today));

    [Theory]
    [InlineData(1001, "Gestes de premiers secours")]
    [InlineData(1002, "Placement extérieur")]
    public void Another_course_or_somebody_else_s_proves_nothing(int person, string course)
        => Assert.Null(Only(Proven.By([Course(person, course, Today.AddMonths(-1))], Of([Somebody(1, confirmed: false)]))).ProvedBy);

    [Fact]
    public void Nothing_is_said_in_the_place_of_who_said_nothing()
        => Assert.Single(Proven.By([Course(1001, "Addictions et réduction des risques", Today)], Of([Somebody(1)])).Expert(1)!.Topics);

    private static NetworkExpertise Only(Network network) => Assert.Single(network.Experts[0].Topics);

    private static TrainedPerson Course(int person, string title, DateOnly on) => new() { PersonId = person, Course = title, On = on };
}
