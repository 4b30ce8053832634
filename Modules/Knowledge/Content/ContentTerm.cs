namespace Intranet.Knowledge.Content;

/// <summary>One term of the first glossary: a line « # name », then « key: value » lines.</summary>
/// <param name="ReplacedBy">Name of the term that took its place.</param>
/// <param name="See">Names of terms to read beside it.</param>
internal sealed record ContentTerm(
    string Name, string Acronyms, string Variants, string Definition, string Justice, string Health, string Housing,
    string Source, DateOnly? Since, DateOnly? Until, string ReplacedBy, IReadOnlyList<string> See, bool IsMarked)
{
    private static readonly string[] Known = ["acronyms", "variants", "definition", "justice", "health", "housing", "source", "since", "until", "replaced", "see", "marked"];

    public static IReadOnlyList<ContentTerm> ParseAll(string content)
        => [.. content.ReplaceLineEndings("\n").Split("\n# ").Skip(1).Select(Parse)];

    private static ContentTerm Parse(string block)
    {
        var lines = block.Split('\n');
        var (name, read) = (lines[0].Trim(), ContentLines.Read(lines[0], lines[1..]));
        if (read.Keys.Except(Known).FirstOrDefault() is { } wrong)
            throw new FormatException($"{name}: « {wrong} » is no key of a term.");
        return new(name, read.Get("acronyms"), read.Get("variants"), read.Need("definition"), read.Get("justice"), read.Get("health"), read.Get("housing"),
            read.Need("source"), read.Day("since"), read.Day("until"), read.Get("replaced"), read.List("see"), read.Get("marked") != "no");
    }

    public GlossaryTerm Make(DateOnly verifiedOn)
    {
        var term = new GlossaryTerm(Name, Acronyms, Definition);
        term.Call(Name, Acronyms, Variants, Definition);
        term.LastFrom(Since, Until, null);
        term.From(Source, IsMarked);
        term.Means(MeaningField.Justice, Justice);
        term.Means(MeaningField.Health, Health);
        term.Means(MeaningField.Housing, Housing);
        term.Verify(verifiedOn);
        return term;
    }
}
