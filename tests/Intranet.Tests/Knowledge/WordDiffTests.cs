using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Intranet.Knowledge;

namespace Intranet.Tests.Knowledge;

/// <summary>Word by word: what is shown gives both texts back, says as little as needed and never hangs.</summary>
public sealed class WordDiffTests
{
    private static readonly string[] Pieces = ["le ", "SPIP", " ", "JAP", ", ", "\n", "\n\n", "quatre mois", "quatre", "é", "’", "- ", "**", "🙂"];

    private static string Of(IReadOnlyList<DiffPart> parts, DiffKind without) => string.Concat(parts.Where(p => p.Kind != without).Select(p => p.Text));

    [Fact]
    public void The_parts_give_both_texts_back()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(text.Two().ToArbitrary(), pair =>
        {
            var parts = WordDiff.Between(pair.Item1, pair.Item2);
            return Of(parts, DiffKind.Added) == pair.Item1 && Of(parts, DiffKind.Removed) == pair.Item2
                && parts.All(p => p.Text.Length > 0) && parts.Zip(parts.Skip(1)).All(p => p.First.Kind != p.Second.Kind)
                && (pair.Item1 != pair.Item2 || parts.All(p => p.Kind == DiffKind.Same));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData(10, false, false, 10, 0, 0)]
    [InlineData(11, false, false, 3, 5, 3)]
    [InlineData(10, true, false, 0, 7, 3)]
    [InlineData(10, false, true, 3, 7, 0)]
    [InlineData(10, true, true, 10, 0, 0)]
    public void A_long_passage_that_did_not_change_is_folded_and_lost_nowhere(int lines, bool isFirst, bool isLast, int before, int hidden, int after)
    {
        var text = string.Join('\n', Enumerable.Range(1, lines).Select(i => $"ligne {i}"));
        var passage = UnchangedPassage.Of(text, isFirst, isLast);
        Assert.Equal(text, passage.Before + passage.Hidden + passage.After);
        Assert.Equal((before, hidden, after, hidden), (Lines(passage.Before), Lines(passage.Hidden), Lines(passage.After), passage.HiddenLines));

        static int Lines(string part) => part.Split("ligne").Length - 1;
    }

    [Fact]
    public void Only_the_words_that_change_are_told()
        => Assert.Equal(
            new DiffPart[] { new(DiffKind.Same, "Écrire au SPIP "), new(DiffKind.Removed, "quatre"), new(DiffKind.Added, "six"), new(DiffKind.Same, " mois avant"), new(DiffKind.Added, " la date"), new(DiffKind.Same, ".") },
            WordDiff.Between("Écrire au SPIP quatre mois avant.", "Écrire au SPIP six mois avant la date."));

    [Fact]
    public void Two_long_texts_with_nothing_in_common_take_no_time()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 10_000)), string.Join(' ', Enumerable.Range(20_000, 9_000)));
        var watch = Stopwatch.StartNew();
        var parts = WordDiff.Between(before, after);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.Equal((before, after), (Of(parts, DiffKind.Added), Of(parts, DiffKind.Removed)));
    }

    [Fact]
    public void A_text_much_rewritten_is_told_line_by_line()
    {
        var before = string.Concat(Enumerable.Range(0, 900).Select(n => $"ligne {n} {n * 7} {n * 3}\n"));
        var after = string.Concat(Enumerable.Range(0, 900).Select(n => n % 2 == 0 ? $"ligne {n} {n * 7} {n * 3}\n" : $"autre {n * 11} {n * 13} {n * 17}\n"));
        var parts = WordDiff.Between(before, after);
        Assert.Equal((before, after), (Of(parts, DiffKind.Added), Of(parts, DiffKind.Removed)));
        Assert.Contains(parts, p => p.Kind == DiffKind.Same && p.Text == "ligne 2 14 6\n");
    }
}
