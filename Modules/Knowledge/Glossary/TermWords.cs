using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The words of one term.</summary>
internal static class TermWords
{
    private const int MostCandidates = 40;

    /// <summary>Words of a box: by lines, commas or semicolons.</summary>
    public static IReadOnlyList<string> Split(string typed) => typed.Split(['\n', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Pages in sight that hold the term as marking would find it, the best first; one command.</summary>
    public static async Task<IReadOnlyList<TermUse>> UsesAsync(this GlossaryTerm term, IntranetDb db, CurrentUser user, ISubjectIndex index, int most, CancellationToken cancellation)
    {
        var terms = SearchTerms.Parse(CompiledTerm.Short(term.Name, term.Acronyms));
        if (terms.IsEmpty)
            return [];
        var visible = db.Subjects.AsNoTracking().InScope(db, user).Where(s => s.Kind == KnowledgeModule.Page.Code);
        var candidates = await index.Find(db, terms).Join(visible, h => h.Id, s => s.Id, (h, s) => new { h.Rank, s.Id, s.Title, s.Detail, s.Words })
            .OrderBy(s => s.Rank).ThenBy(s => s.Id).Take(MostCandidates).ToListAsync(cancellation);
        var forms = new TermForms();
        foreach (var acronym in CodeList.Split(term.Acronyms))
            forms.Add(acronym, isExact: true, term.Id);
        foreach (var name in CodeList.Split(term.Variants).Prepend(term.Name))
            forms.Add(name, isExact: false, term.Id);
        return [.. candidates.Where(c => forms.IsIn($"{c.Title}\n{c.Words}")).Take(most).Select(c => new TermUse(c.Id, c.Title, c.Detail))];
    }
}

/// <summary>A page that holds a term.</summary>
internal sealed record TermUse(int Id, string Title, string Detail);
