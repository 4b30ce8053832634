using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>One line of « Qui fait quoi », in plain French, for the people accompanied; no names.</summary>
[Display(Name = "Qui fait quoi")]
internal sealed class RoleLine : IPartOf
{
    private RoleLine() { }

    public RoleLine(string what, string who, int order)
    {
        if (string.IsNullOrWhiteSpace(what) || string.IsNullOrWhiteSpace(who))
            throw new BrokenRuleException("Dites ce qui se fait et qui le fait.", nameof(What));
        (What, Who, Order) = (what.Trim(), who.Trim(), order);
    }

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Quoi")]
    public string What { get; private set; } = "";

    [Display(Name = "Qui")]
    public string Who { get; private set; } = "";

    [Display(Name = "Ordre")]
    public int Order { get; private set; }
}

/// <summary>One module of the programme: what, who runs it, when.</summary>
[Display(Name = "Module du programme")]
internal sealed class ProgrammeModule : IPartOf
{
    private ProgrammeModule() { }

    public ProgrammeModule(string title, string runBy, string when, int order)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Nommez le module.", nameof(Title));
        (Title, RunBy, When, Order) = (title.Trim(), runBy.Trim(), when.Trim(), order);
    }

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

    [Display(Name = "Ordre")]
    public int Order { get; private set; }
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

    public void Write(string need, string partners, string years, string cost, string failures, string evaluation)
        => (Need, Partners, Years, Cost, Failures, Evaluation) = (need.Trim(), partners.Trim(), years.Trim(), cost.Trim(), failures.Trim(), evaluation.Trim());
}
