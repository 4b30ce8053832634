using System.Text.RegularExpressions;
using Intranet.Experts;
using Intranet.Knowledge;
using Intranet.Knowledge.Content;
using Intranet.Shared;

namespace Intranet.Tests.Knowledge;

/// <summary>The first content as it is written: what every file owes its readers.</summary>
public sealed partial class ContentTests
{
    private static readonly IReadOnlyList<ContentPage> Pages = ContentLibrary.Pages();
    private static readonly IReadOnlyList<ContentTerm> Terms = ContentLibrary.Terms();

    /// <summary>Asked for by the customer, whatever else there is.</summary>
    private static readonly string[] Asked =
    [
        "CHRS", "CHU", "CSAPA", "ACT", "LHSS", "LAM", "JAP", "JLD", "TJ", "TGI", "SPIP", "DPIP", "CPIP", "DISP", "PPSMJ", "PE", "PSE", "DDSE", "SL", "LC", "TIG", "SME", "CAP", "CPU", "LS/CMI", "IGT",
        "RPO", "PJJ", "MAF", "MA", "CD", "CSL", "SAS", "USMP", "UCSA", "SMPR", "SIAO", "RDR", "ARS", "GUSTAV", "TIS", "ENM", "CVS", "LSC", "ARSE", "UHSA", "CJPM", "SSJ", "LPJ",
    ];

    /// <summary>Capitals that everybody reads.</summary>
    private static readonly string[] Plain = ["OK", "IV", "II", "III", "NOTE", "TIP", "IMPORTANT", "WARNING", "RGPD", "VIH", "RSA"];

    public static TheoryData<string> Slugs => [.. Pages.Select(p => p.Slug)];

    [Fact]
    public void There_is_what_was_asked_for()
    {
        Assert.True(Pages.Count(p => p.Kind is PageKind.Reference or PageKind.Practical) >= 14);
        Assert.True(Pages.Count(p => p.Kind == PageKind.Emergency) >= 4);
        Assert.Contains(Pages, p => p.Kind == PageKind.Story);
        Assert.True(Terms.Count >= 60, $"{Terms.Count} words");
        Assert.True(Terms.Count(t => Meanings(t) >= 2) >= 12);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_says_where_it_comes_from_and_when_to_read_it_again(string slug)
    {
        var page = Pages.Single(p => p.Slug == slug);
        Assert.NotEmpty(page.Source);
        Assert.NotEmpty(page.SourcedOn);
        Assert.InRange(page.Months, 1, 60);
        Assert.InRange(page.WrittenOn, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        Assert.Equal("## Sources", page.Text.Split('\n').Last(l => l.StartsWith("## ", StringComparison.Ordinal)));
        Assert.True(page.Summary.Length <= KnowledgePage.LongestSummary && page.Text.Length <= KnowledgePage.LongestText);
        Assert.InRange(page.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, page.Kind is PageKind.Reference or PageKind.Practical ? 600 : 350, 1500);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_leads_only_to_what_is_there(string slug)
    {
        var page = Pages.Single(p => p.Slug == slug);
        string[] slugs = [.. Pages.Select(p => p.Slug)];
        Assert.Empty(Target().Matches(page.Text).Select(m => m.Groups[1].Value).Except(slugs));
        Assert.Empty(page.See.Except(slugs));
        Assert.DoesNotContain(slug, page.See);
        Assert.Empty(page.Laws.Except(ContentLaws.Items.Select(l => l.Key)));
        Assert.Empty(page.Topics.Except(TopicSeed.Items.Select(t => t.Name)));
        Assert.Contains(page.Section, ContentSections.Items.Select(s => s.Name));
    }

    [Fact]
    public void All_is_typeset_as_french_is()
    {
        var texts = Pages.SelectMany(p => new[] { p.Title, p.Summary, p.Text }).Concat(Terms.SelectMany(t => new[] { t.Name, t.Definition, t.Justice, t.Health, t.Housing }));
        foreach (var line in texts.SelectMany(t => t.Split('\n')).Where(l => !l.StartsWith("```", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch("['\"]", line);
            Assert.Equal(French.Typography(line), line);
        }
    }

    [Fact]
    public void Nobody_is_in_it()
        => Assert.All(Pages.SelectMany(p => new[] { p.Title, p.Summary, p.Tags, p.Text }).Concat(Terms.SelectMany(t => new[] { t.Definition, t.Justice, t.Health, t.Housing })).Concat(ContentLaws.Items.Select(l => l.Note)), t => Assert.Null(IdentityGuard.Find(t)));

    [Fact]
    public void Each_acronym_of_the_pages_is_explained()
    {
        var known = Terms.SelectMany(t => t.Acronyms.Split(';', StringSplitOptions.TrimEntries).Append(t.Name)).ToHashSet();
        var met = Pages.SelectMany(p => Capitals().Matches($"{p.Title} {p.Summary} {p.Text}").Select(m => m.Value)).Distinct();
        Assert.Empty(met.Except(known).Except(Plain));
        Assert.Empty(Asked.Except(known));
    }

    [Fact]
    public void Words_hold_together()
    {
        Assert.Equal(Terms.Count, Terms.Select(t => t.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Terms, t => Assert.True(t.Definition.Length <= GlossaryTerm.LongestDefinition && t.Source.Length <= 300 && t.Make(ContentLibrary.GlossaryReadOn).VerifiedOn is not null));
        Assert.Empty(Terms.SelectMany(t => t.See.Append(t.ReplacedBy)).Where(n => n.Length > 0).Except(Terms.Select(t => t.Name)));
        Assert.False(Terms.Single(t => t.Name == "Suivi").IsMarked);
        Assert.False(Terms.Single(t => t.Name == "Sortie").IsMarked);
    }

    [Theory]
    [InlineData("TGI", "TJ", "2019-12-31")]
    [InlineData("PSE", "DDSE", "2020-03-23")]
    [InlineData("SME", "", "2020-03-23")]
    [InlineData("UCSA", "USMP", null)]
    public void Former_words_lead_to_those_of_today(string former, string today, string? until)
    {
        var term = Terms.Single(t => t.Acronyms == former);
        Assert.Equal(until, term.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(Terms, t => t.Name == term.ReplacedBy && t.Acronyms == today);
    }

    [Theory]
    [InlineData("---\ntitle: Sans fin")]
    [InlineData("Sans tête")]
    [InlineData("---\ntitle: Seul\n---\nTexte")]
    [InlineData("---\ntitle: Un\ntitle: Deux\n---\nTexte")]
    public void A_file_that_lacks_something_says_so(string content) => Assert.Throws<FormatException>(() => ContentPage.Parse("essai", content));

    private static int Meanings(ContentTerm term) => new[] { term.Justice, term.Health, term.Housing }.Count(m => m.Length > 0);

    [GeneratedRegex(@"\(page:([a-z0-9-]+)\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{2,8}(?:/[A-Z]{2,8})?(?![\p{L}\d])")]
    private static partial Regex Capitals();
}
