using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The form of a term, new or known.</summary>
internal sealed class TermInput : IVersionedInput
{
    [Display(Name = "Terme"), Required, StringLength(200), NoIdentity]
    public string? Name { get; set; }

    [Display(Name = "Sigles"), StringLength(200), NoIdentity]
    public string? Acronyms { get; set; }

    [Display(Name = "Définition"), Required, StringLength(GlossaryTerm.LongestDefinition), NoIdentity]
    public string? Definition { get; set; }

    [Display(Name = "Autres formes"), StringLength(500), NoIdentity]
    public string? Variants { get; set; }

    [Display(Name = "Sens pour la justice"), StringLength(GlossaryTerm.LongestDefinition), NoIdentity]
    public string? Justice { get; set; }

    [Display(Name = "Sens pour la santé"), StringLength(GlossaryTerm.LongestDefinition), NoIdentity]
    public string? Health { get; set; }

    [Display(Name = "Sens pour l’hébergement et le social"), StringLength(GlossaryTerm.LongestDefinition), NoIdentity]
    public string? Housing { get; set; }

    [Display(Name = "Source"), StringLength(300), NoIdentity]
    public string? Source { get; set; }

    [Display(Name = "En usage depuis le")]
    public DateOnly? Since { get; set; }

    [Display(Name = "En usage jusqu’au")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Remplacé par")]
    public int? ReplacedById { get; set; }

    [Display(Name = "Voir aussi"), StringLength(2000), NoIdentity]
    public string? SeeAlso { get; set; }

    [Display(Name = "Expliqué dans les pages")]
    public bool IsMarked { get; set; } = true;

    public int Version { get; set; }

    /// <summary>A known term, with its meanings and links loaded.</summary>
    public static TermInput Of(GlossaryTerm t, TermChoices choices) => new()
    {
        Name = t.Name,
        Acronyms = CodeList.Text(t.Acronyms),
        Definition = t.Definition,
        Variants = string.Join('\n', CodeList.Split(t.Variants)),
        Justice = Meaning(t, MeaningField.Justice),
        Health = Meaning(t, MeaningField.Health),
        Housing = Meaning(t, MeaningField.Housing),
        Source = t.Source,
        Since = t.Since,
        Until = t.Until,
        ReplacedById = t.ReplacedById,
        SeeAlso = choices.Lines(t.Subject.Links.Where(l => l.Role == LinkRole.SeeAlso).Select(l => l.ToId)),
        IsMarked = t.IsMarked,
        Version = t.Version,
    };

    /// <summary>The new or known term says what the form says.</summary>
    public GlossaryTerm Write(GlossaryTerm? known, TermChoices choices)
    {
        choices.Refuse(known?.Id ?? 0, Name!, Acronyms ?? "");
        var term = known ?? new GlossaryTerm(Name!, Acronyms ?? "", Definition!);
        term.Call(Name!, Acronyms ?? "", Variants ?? "", Definition!);
        term.From(Source ?? "", IsMarked);
        term.LastFrom(Since, Until, ReplacedById is { } other ? choices.Term(other) ?? throw new BrokenRuleException("Choisissez un terme de la liste.", nameof(ReplacedById)) : null);
        term.Means(MeaningField.Justice, Justice ?? "");
        term.Means(MeaningField.Health, Health ?? "");
        term.Means(MeaningField.Housing, Housing ?? "");
        term.SetLinks(LinkRole.SeeAlso, choices.Read(SeeAlso ?? "", nameof(SeeAlso)).Where(id => id != term.Id));
        return term;
    }

    private static string Meaning(GlossaryTerm term, MeaningField field) => term.Meanings.FirstOrDefault(m => m.Field == field)?.Text ?? "";
}

/// <summary>The terms and pages that a term may refer to; also what tells that a word is there already.</summary>
internal sealed class TermChoices
{
    private readonly List<Known> terms;
    private readonly Dictionary<int, string> titles;
    private readonly ILookup<string, int> byName;

    private TermChoices(List<Known> terms, IReadOnlyCollection<(int Id, string Title)> pages)
    {
        this.terms = terms;
        titles = terms.Select(t => (t.Id, Title: t.Name)).Concat(pages).ToDictionary(t => t.Id, t => t.Title);
        byName = terms.SelectMany(t => CodeList.Split(t.Acronyms).Append(t.Name).Select(n => (Name: Folding.Fold(n), t.Id))).Concat(pages.Select(p => (Name: Folding.Fold(p.Title), p.Id))).ToLookup(n => n.Name, n => n.Id);
    }

    /// <summary>The words that may take the place of another.</summary>
    public IReadOnlyList<SelectListItem> Others(int except) => [.. terms.Where(t => t.Id != except && !t.IsRetired).OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new SelectListItem(t.Title, $"{t.Id}"))];

    /// <summary>Two commands.</summary>
    public static async Task<TermChoices> ReadAsync(IntranetDb db, CurrentUser user, CancellationToken cancellation)
    {
        var terms = await db.Set<GlossaryTerm>().AsNoTracking().OrderBy(t => t.Id).Select(t => new Known(t.Id, t.Name, t.Acronyms, t.RetiredOn != null)).ToListAsync(cancellation);
        var pages = await db.Subjects.AsNoTracking().InScope(db, user).Where(s => s.Kind == KnowledgeModule.Page.Code).OrderBy(s => s.Id).Select(s => new { s.Id, s.Title }).ToListAsync(cancellation);
        return new(terms, [.. pages.Select(p => (p.Id, p.Title))]);
    }

    public int? Term(int id) => terms.Any(t => t.Id == id) ? id : null;

    /// <summary>One a line: a term by its name or an acronym, a page by its title.</summary>
    public string Lines(IEnumerable<int> ids) => string.Join('\n', ids.Where(titles.ContainsKey).Select(i => titles[i]).Order(StringComparer.CurrentCulture));

    public IReadOnlyList<int> Read(string lines, string field)
        => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => byName[Folding.Fold(line)].Cast<int?>().FirstOrDefault()
            ?? throw new BrokenRuleException($"« {line} » n’est ni un terme du glossaire ni le titre d’une page.", field)).Distinct()];

    /// <exception cref="BrokenRuleException">The name or an acronym is another term's.</exception>
    public void Refuse(int id, string name, string acronyms)
    {
        if (terms.Find(t => t.Id != id && Folding.Fold(t.Name) == Folding.Fold(name)) is { } same)
            throw new BrokenRuleException($"« {same.Name} » est déjà dans le glossaire{(same.IsRetired ? " (retiré)" : "")}.", nameof(TermInput.Name));
        foreach (var acronym in TermWords.Split(acronyms))
        {
            if (terms.Find(t => t.Id != id && CodeList.Split(t.Acronyms).Contains(acronym, StringComparer.OrdinalIgnoreCase)) is { } other)
                throw new BrokenRuleException($"Le sigle « {acronym} » désigne déjà « {other.Name} »{(other.IsRetired ? " (retiré)" : "")} : ajoutez-lui un sens plutôt qu’un second terme.", nameof(TermInput.Acronyms));
        }
    }

    private sealed record Known(int Id, string Name, string Acronyms, bool IsRetired)
    {
        public string Title => CodeList.Split(Acronyms) is [var first, ..] ? $"{first} : {Name}" : Name;
    }
}
