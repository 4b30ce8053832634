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

    /// <summary>What holds whatever the degree, each under its heading.</summary>
    public IEnumerable<(string Heading, string Text)> Clauses => [("La nuit et le week-end", NightsAndWeekends), ("Avant de mettre fin à un séjour", Warning), ("Solution de repli convenue", Fallback)];

    internal void Write(string nightsAndWeekends, string warning, string fallback)
        => (NightsAndWeekends, Warning, Fallback) = (nightsAndWeekends.Trim(), warning.Trim(), fallback.Trim());
}

/// <summary>One degree of incident: an example, who tells whom, how fast, what is asked of the partner.</summary>
[Display(Name = "Degré d’incident")]
internal sealed class IncidentDegree : IPartOf
{
    private IncidentDegree() { }

    /// <summary>What may be asked of the partner, in growing order, and what each means.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Requests { get; } =
    [
        ("Information", "le partenaire est prévenu, rien d’autre n’est demandé"),
        ("Rappel", "le partenaire rappelle à la personne ses obligations"),
        ("Recadrage", "le partenaire reçoit la personne, avec nous si possible"),
        ("Retrait", "le partenaire demande la fin de la mesure ou du séjour"),
    ];

    internal IncidentDegree(Convention convention, int order, string what, string whoTellsWhom, string delay, string asked)
    {
        Convention = convention;
        Write(order, what, whoTellsWhom, delay, asked);
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

    /// <summary>One of <see cref="Requests"/>.</summary>
    [Display(Name = "Demandé au partenaire")]
    public string Asked { get; private set; } = "";

    /// <summary>Why a degree can't stand in a protocol: a night shift must find in it whom to call, and when.</summary>
    /// <exception cref="BrokenRuleException">Something is missing.</exception>
    public static void Check(string what, string whoTellsWhom, string delay, string asked)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new BrokenRuleException("Décrivez ce degré d’incident.", nameof(What));
        if (string.IsNullOrWhiteSpace(whoTellsWhom))
            throw new BrokenRuleException("Indiquez qui prévient qui.", nameof(WhoTellsWhom));
        if (string.IsNullOrWhiteSpace(delay))
            throw new BrokenRuleException("Indiquez le délai pour prévenir.", nameof(Delay));
        if (string.IsNullOrWhiteSpace(asked))
            throw new BrokenRuleException("Choisissez ce qui est demandé au partenaire.", nameof(Asked));
    }

    internal void Write(int order, string what, string whoTellsWhom, string delay, string asked)
    {
        Check(what, whoTellsWhom, delay, asked);
        (Order, What, WhoTellsWhom, Delay, Asked) = (order, what.Trim(), whoTellsWhom.Trim(), delay.Trim(), asked.Trim());
    }
}
