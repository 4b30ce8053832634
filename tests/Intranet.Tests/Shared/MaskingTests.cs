using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class MaskingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "< 5")]
    [InlineData(4, "< 5")]
    [InlineData(5, "5")]
    [InlineData(1234, "1 234")]
    public void A_count_alone_is_masked_from_one_to_four(int count, string shown)
        => Assert.Equal(shown, Plain(Masking.Alone(count)));

    [Fact]
    public void A_masked_count_no_longer_holds_its_number()
    {
        Assert.Null(Masking.Alone(3).Shown);
        Assert.Equal(new MaskedCount(null, Mask.Small), Masking.Alone(1));
        Assert.Equal(Masking.Alone(1), Masking.Alone(4));
    }

    [Theory]
    // Nothing small: nothing masked.
    [InlineData("6 12 20", "6 12 20 = 38")]
    [InlineData("0 0", "0 0 = 0")]
    [InlineData("", "= 0")]
    // One small: a second one, the smallest shown, or the total would give it back.
    [InlineData("3 12 20", "<5 masqué 20 = 35")]
    [InlineData("20 3 12", "20 <5 masqué = 35")]
    [InlineData("0 3 12", "0 <5 masqué = 15")]
    // Two small ones cover each other.
    [InlineData("3 4 20", "<5 <5 20 = 27")]
    // Unless their sum leaves one possibility only: twice one, twice four.
    [InlineData("1 1 20 9", "<5 <5 20 masqué = 31")]
    [InlineData("4 4 20", "<5 <5 masqué = 28")]
    // One and five: « masqué » is 5 or more, so that 6 would be 1 + 5.
    [InlineData("1 5 20", "<5 masqué masqué = 26")]
    [InlineData("2 5 20", "<5 masqué 20 = 27")]
    // Nothing else to mask: the total.
    [InlineData("4 4", "<5 <5 = masqué")]
    [InlineData("3 0", "<5 0 = <5")]
    [InlineData("2 2", "<5 <5 = <5")]
    // Four ones are the only way to have four numbers under 5 with a sum under 5.
    [InlineData("1 1 1 1", "masqué masqué masqué masqué = masqué")]
    [InlineData("1 1 1 1 0", "masqué masqué masqué masqué 0 = masqué")]
    public void Subtraction_gives_nothing_back(string counts, string shown)
        => Assert.Equal(shown, Plain(Masking.Sum(Counts(counts))));

    [Fact]
    public void A_second_breakdown_doesnt_betray_what_the_first_masks()
    {
        // By month both are small and pinned by their sum, so the total is masked; by source the one number is the total.
        var sum = Masking.Sum(Counts("4 4"), Counts("8 0"));
        Assert.Equal(("<5 <5", "masqué 0", "masqué"), (Plain(sum.Breakdowns[0]), Plain(sum.Breakdowns[1]), Plain(sum.Total)));

        sum = Masking.Sum(Counts("10 20"), Counts("3 27"));
        Assert.Equal(("10 20", "<5 masqué", "30"), (Plain(sum.Breakdowns[0]), Plain(sum.Breakdowns[1]), Plain(sum.Total)));
    }

    [Fact]
    public void Breakdowns_of_one_total_add_up_to_the_same()
    {
        Assert.Throws<ArgumentException>(() => Masking.Sum(Counts("1 2"), Counts("1 3")));
        Assert.Throws<ArgumentException>(() => Masking.Sum());
    }

    /// <summary>Whatever the numbers, each masked one could be another: checked by trying every number that a reader may think of.</summary>
    [Fact]
    public void No_masked_number_can_be_worked_out()
    {
        var random = new Random(5);
        for (var n = 0; n < 400; n++)
        {
            int[] counts = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(0, 9))];
            var sum = Masking.Sum(counts);
            var cells = sum.Breakdowns[0];
            if (cells.Append(sum.Total).All(c => c.Mask != Mask.Small))
                continue;
            var worlds = Worlds(cells, 0, sum.Total).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Mask == Mask.Small)
                    Assert.True(worlds.Select(w => w[i]).Distinct().Count() > 1, $"{string.Join(' ', counts)} → {Plain(sum)} gives back number {i + 1}.");
            }
        }
    }

    private static IEnumerable<int[]> Worlds(IReadOnlyList<MaskedCount> cells, int at, MaskedCount total)
    {
        if (at == cells.Count)
            return [[]];
        var worlds = from value in Possible(cells[at]) from rest in Worlds(cells, at + 1, total) select (int[])[value, .. rest];
        return at > 0 ? worlds : worlds.Where(w => Possible(total).Contains(w.Sum()));
    }

    private static IEnumerable<int> Possible(MaskedCount cell) => cell.Mask switch
    {
        Mask.Small => Enumerable.Range(1, 4),
        Mask.Hidden => Enumerable.Range(5, 35),
        _ => [cell.Shown!.Value],
    };

    private static int[] Counts(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static string Plain(MaskedSum sum) => $"{Plain(sum.Breakdowns[0])} = {Plain([sum.Total])}".Trim();

    private static string Plain(IReadOnlyList<MaskedCount> cells) => string.Join(' ', cells.Select(c => Plain(c).Replace(" ", "", StringComparison.Ordinal)));

    private static string Plain(MaskedCount cell) => cell.Text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
