using Intranet.Contacts;

namespace Intranet.Tests.Contacts;

public sealed class LeadershipTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2026, 11, 20);

    private static bool Leads(PostLevel level, DateOnly day, int person = 7, DateOnly? closed = null)
    {
        var establishment = new Establishment("La Traverse", "CHRS", null);
        var post = Post.AtEstablishment(1, "Cheffe de service", level);
        post.Appoint(7, From).End(To);
        if (closed is { } on)
            post.Close(on);
        establishment.Posts.Add(post);
        return new[] { establishment }.AsQueryable().LedBy(person, day).Any();
    }

    [Theory]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public void The_holder_of_a_management_post_leads_from_the_first_day_to_the_last(string day, bool leads)
        => Assert.Equal(leads, Leads(PostLevel.Management, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_field_post_leads_nothing() => Assert.False(Leads(PostLevel.Field, From));

    [Fact]
    public void Nobody_else_leads() => Assert.False(Leads(PostLevel.Management, From, person: 8));
}
