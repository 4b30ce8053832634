using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>
/// The glossary, compiled: explains in some HTML the first occurrence of each of its words. A marked word is a button, which opens a native popover written after
/// the HTML: keyboard, screen reader and touch need no script. Safe to use from several requests at once.
/// </summary>
internal sealed partial class GlossaryMarker
{
    /// <summary>Begins what follows marked text.</summary>
    public const string Tips = "<div class=\"glossary-tips no-print\">";
    private const string Target = "popovertarget=\"terme-";
    private readonly TermForms forms = new();
    private readonly Dictionary<int, string> cards;

    public GlossaryMarker(IReadOnlyCollection<CompiledTerm> terms)
    {
        foreach (var term in terms.Where(t => t.IsMarked))
        {
            foreach (var acronym in term.Acronyms)
                forms.Add(acronym, isExact: true, term.Id);
            foreach (var name in term.Variants.Prepend(term.Name))
                forms.Add(name, isExact: false, term.Id);
        }
        cards = terms.Where(t => t.IsMarked).ToDictionary(t => t.Id, TermCard.Html);
        Synonyms = [.. terms.SelectMany(t => t.Acronyms.Select(a => new Synonym(Folding.Fold(a), Folding.Fold(t.Name)))).Where(s => s.Acronym.Length > 0 && s.Acronym != s.LongForm).Distinct()];
        Known = terms.SelectMany(t => t.Acronyms.Concat(t.Variants).Append(t.Name)).SelectMany(f => Folding.Fold(f).Split(' ').Append(Folding.Fold(f).Replace(" ", "", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Acronyms and what they stand for, folded; those of words that aren't explained in pages too.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; }

    /// <summary>Every folded word that the glossary holds in a name, a variant or an acronym.</summary>
    public IReadOnlySet<string> Known { get; }

    /// <summary>The HTML with its words explained; marking what is marked already adds nothing. HTML whose tags don't close each other is given back as it is.</summary>
    /// <param name="except">The term whose own page this is.</param>
    public string Mark(string html, int? except = null)
    {
        if (forms.IsEmpty)
            return html;
        var done = html.Contains(Target, StringComparison.Ordinal) ? Targets().Matches(html).Select(m => int.Parse(m.ValueSpan[Target.Length..], CultureInfo.InvariantCulture)).ToHashSet() : [];
        if (except is { } own)
            done.Add(own);
        var reader = new MarkableText(html);
        var (found, shown, copied) = (new List<(int Start, int End, int Term)>(), new List<string>(), 0);
        StringBuilder? output = null;
        while (reader.Next(out var start, out var end))
        {
            var run = new RunText(html, start, end);
            forms.Find(run, found);
            foreach (var word in found)
            {
                if (!done.Add(word.Term))
                    continue;
                var (from, to) = (run.Place(word.Start), run.Place(word.End));
                (output ??= new(html.Length + 4096)).Append(html, copied, from - copied)
                    .Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"glossary-term\" {Target}{word.Term}\">").Append(html, from, to - from).Append("</button>");
                copied = to;
                shown.Add(cards[word.Term]);
            }
        }
        if (output is null || !reader.IsSound)
            return html;
        output.Append(html, copied, html.Length - copied).Append(Tips);
        foreach (var card in shown)
            output.Append(card);
        return output.Append("</div>").ToString();
    }

    [GeneratedRegex(Target + "[0-9]{1,9}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Targets();
}
