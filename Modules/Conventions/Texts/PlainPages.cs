using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>One line of « Qui fait quoi », in plain French, for the people accompanied; no names.</summary>
[Display(Name = "Qui fait quoi")]
internal sealed partial class RoleLine : IPartOf
{
    private RoleLine() { }

    internal RoleLine(string what, string who, int order) => Write(what, who, order);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Quoi")]
    public string What { get; private set; } = "";

    [Display(Name = "Qui")]
    public string Who { get; private set; } = "";

    [Display(Name = "Ordre", AutoGenerateField = false)]
    public int Order { get; private set; }

    /// <summary>Why a line can't stand on the page: half of it is missing, or it names somebody, who will have left before the page is reprinted.</summary>
    /// <exception cref="BrokenRuleException">The sentence says what to write.</exception>
    public static void Check(string what, string who)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new BrokenRuleException("Dites ce qui se fait.", nameof(What));
        if (string.IsNullOrWhiteSpace(who))
            throw new BrokenRuleException("Dites qui le fait : une fonction ou un service.", nameof(Who));
        foreach (var (text, field) in new[] { (what, nameof(What)), (who, nameof(Who)) })
        {
            if (Title().Match(text) is { Success: true } name)
                throw new BrokenRuleException($"« {name.Value} » désigne quelqu’un : écrivez sa fonction. Cette page se distribue, et les personnes changent.", field);
        }
    }

    internal void Write(string what, string who, int order)
    {
        Check(what, who);
        (What, Who, Order) = (what.Trim(), who.Trim(), order);
    }

    [GeneratedRegex(@"\b(?:M\.|MM\.|Mr|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur|Docteure|Maître)\s+\p{Lu}[\p{L}’'\-]*", RegexOptions.None, 200)]
    private static partial Regex Title();
}

/// <summary>One module of the programme: what, who runs it, when.</summary>
[Display(Name = "Module du programme")]
internal sealed class ProgrammeModule : IPartOf
{
    private ProgrammeModule() { }

    internal ProgrammeModule(string title, string runBy, string when, int order) => Write(title, runBy, when, order);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Module")]
    public string Title { get; private set; } = "";

    [Display(Name = "Animé par")]
    public string RunBy { get; private set; } = "";

    [Display(Name = "Quand")]
    public string When { get; private set; } = "";

    [Display(Name = "Ordre", AutoGenerateField = false)]
    public int Order { get; private set; }

    /// <exception cref="BrokenRuleException">It has no title.</exception>
    public static void Check(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Nommez le module.", nameof(Title));
    }

    internal void Write(string title, string runBy, string when, int order)
    {
        Check(title);
        (Title, RunBy, When, Order) = (title.Trim(), runBy.Trim(), when.Trim(), order);
    }
}

/// <summary>The « récit de démarche » of an experimental scheme: how it came about, what it cost, what failed.</summary>
[Display(Name = "Récit de démarche")]
internal sealed class Narrative : IPartOf
{
    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Besoin")]
    public string Need { get; private set; } = "";

    [Display(Name = "Partenaires de la démarche")]
    public string Partners { get; private set; } = "";

    [Display(Name = "Années")]
    public string Years { get; private set; } = "";

    [Display(Name = "Coût")]
    public string Cost { get; private set; } = "";

    [Display(Name = "Échecs")]
    public string Failures { get; private set; } = "";

    [Display(Name = "Évaluation")]
    public string Evaluation { get; private set; } = "";

    internal void Write(string need, string partners, string years, string cost, string failures, string evaluation)
        => (Need, Partners, Years, Cost, Failures, Evaluation) = (need.Trim(), partners.Trim(), years.Trim(), cost.Trim(), failures.Trim(), evaluation.Trim());

    /// <summary>Its headings with what was told under each, in the order of a story.</summary>
    public IEnumerable<(string Heading, string Text)> Chapters =>
        [("Le besoin", Need), ("Avec qui", Partners), ("Les années", Years), ("Ce que cela coûte", Cost), ("Ce qui n’a pas marché", Failures), ("Ce que dit l’évaluation", Evaluation)];
}
