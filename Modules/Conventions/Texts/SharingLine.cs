using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

internal enum SharingRule
{
    [Display(Name = "Doit se dire")] Must = 1,
    [Display(Name = "Peut se dire avec l’accord de la personne")] WithConsent = 2,
    [Display(Name = "Ne se dit pas")] Never = 3,
}

/// <summary>One line of the information-sharing frame: what, from whom, to whom, whether, on what basis.</summary>
[Display(Name = "Partage d’informations")]
internal sealed class SharingLine : IPartOf
{
    private SharingLine() { }

    public SharingLine(string what, string from, string to, SharingRule rule, string basis, int order) => Write(what, from, to, rule, basis, order);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Information")]
    public string What { get; private set; } = "";

    [Display(Name = "De")]
    public string From { get; private set; } = "";

    [Display(Name = "À")]
    public string To { get; private set; } = "";

    [Display(Name = "Règle")]
    public SharingRule Rule { get; private set; }

    /// <summary>Code in <see cref="ConventionLists.SharingBases"/>, a list « à valider par le siège »; "secret partagé" alone is no basis.</summary>
    [Display(Name = "Fondement"), FromList(ConventionLists.Bases)]
    public string Basis { get; private set; } = "";

    [Display(Name = "Ordre", AutoGenerateField = false)]
    public int Order { get; private set; }

    /// <summary>Why a line can't stand in a frame.</summary>
    /// <exception cref="BrokenRuleException">Something is missing, or "secret partagé" alone is its basis.</exception>
    public static void Check(string what, string from, string to, SharingRule rule, string basis)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new BrokenRuleException("Indiquez l’information dont il s’agit.", nameof(What));
        if (string.IsNullOrWhiteSpace(from))
            throw new BrokenRuleException("Indiquez qui détient l’information.", nameof(From));
        if (string.IsNullOrWhiteSpace(to))
            throw new BrokenRuleException("Indiquez à qui elle se dit, ou ne se dit pas.", nameof(To));
        if (!Enum.IsDefined(rule))
            throw new BrokenRuleException("Choisissez si cela doit se dire, peut se dire ou ne se dit pas.", nameof(Rule));
        if (rule != SharingRule.Never && string.IsNullOrWhiteSpace(basis))
            throw new BrokenRuleException("Choisissez le fondement : ce qui se partage en a un.", nameof(Basis));
        SharingBasis.Check(basis);
    }

    internal void Write(string what, string from, string to, SharingRule rule, string basis, int order)
    {
        Check(what, from, to, rule, basis);
        (What, From, To, Rule, Basis, Order) = (what.Trim(), from.Trim(), to.Trim(), rule, basis, order);
    }
}
