using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Who tells whom when something happens, and what may follow; one for a convention, on one printable page.</summary>
[Display(Name = "Protocole d’incident")]
internal sealed class IncidentProtocol : IPartOf
{
    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Nuits et week-ends")]
    public string NightsAndWeekends { get; private set; } = "";

    [Display(Name = "Avertissement avant une fin de prise en charge")]
    public string Warning { get; private set; } = "";

    [Display(Name = "Solution de repli")]
    public string Fallback { get; private set; } = "";

    public ICollection<IncidentDegree> Degrees { get; } = new HashSet<IncidentDegree>();

    public void Write(string nightsAndWeekends, string warning, string fallback)
        => (NightsAndWeekends, Warning, Fallback) = (nightsAndWeekends.Trim(), warning.Trim(), fallback.Trim());
}

/// <summary>One degree of incident: an example, who tells whom, how fast, what is asked of the partner.</summary>
[Display(Name = "Degré d’incident")]
internal sealed class IncidentDegree : IPartOf
{
    private IncidentDegree() { }

    public IncidentDegree(int conventionId, int order, string what, string whoTellsWhom, string delay, string asked)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new BrokenRuleException("Décrivez ce degré d’incident.", nameof(What));
        (ConventionId, Order, What, WhoTellsWhom, Delay, Asked) = (conventionId, order, what.Trim(), whoTellsWhom.Trim(), delay.Trim(), asked.Trim());
    }

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;
    public int ProtocolId { get; private set; }
    public IncidentProtocol? Protocol { get; private set; }

    [Display(Name = "Degré")]
    public int Order { get; private set; }

    [Display(Name = "Incident")]
    public string What { get; private set; } = "";

    [Display(Name = "Qui prévient qui")]
    public string WhoTellsWhom { get; private set; } = "";

    [Display(Name = "Délai")]
    public string Delay { get; private set; } = "";

    /// <summary>Information, rappel, recadrage, retrait.</summary>
    [Display(Name = "Demandé au partenaire")]
    public string Asked { get; private set; } = "";
}
