using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>An editable kind of convention, with what it proposes and requires (trade.md, "Conventions"): defaults, never walls.</summary>
internal sealed class ConventionKind
{
    private ConventionKind() { }

    public ConventionKind(string code, string label, int order) => (Code, Label, Order) = (code, label, order);

    /// <summary>A kind added by an administrator; its code follows from its label.</summary>
    public static ConventionKind Named(string label, int order)
    {
        var code = string.Join('-', Folding.Words(label));
        return new ConventionKind(code.Length <= 30 ? code : code[..30], label.Trim(), order);
    }

    public int Id { get; private set; }

    /// <summary>Referred to by imports and defaults; never changes.</summary>
    public string Code { get; private set; } = "";

    [Display(Name = "Libellé")]
    public string Label { get; set; } = "";

    [Display(Name = "Ordre")]
    public int Order { get; set; }

    [Display(Name = "Proposée")]
    public bool IsActive { get; set; } = true;

    [Display(Name = "Durée habituelle (mois)")]
    public int? Months { get; set; }

    [Display(Name = "Reconduction habituelle")]
    public RenewalMode Renewal { get; set; }

    [Display(Name = "Préavis habituel (mois)")]
    public int NoticeMonths { get; set; } = 3;

    /// <summary>Months before the end by which the file of a renewal is to be sent; the working date of an express renewal.</summary>
    [Display(Name = "Demande de renouvellement (mois avant la fin)")]
    public int? RequestMonths { get; set; }

    /// <summary>Who usually signs, in words.</summary>
    [Display(Name = "Signataires habituels")]
    public string Signatories { get; set; } = "";

    /// <summary>Code of the authorisation without which the agreement is at risk.</summary>
    [Display(Name = "Autorisation exigée")]
    public string Authorisation { get; set; } = "";

    [Display(Name = "Protocole d’incident attendu")]
    public bool NeedsIncidentProtocol { get; set; }

    [Display(Name = "Évaluation attendue")]
    public bool NeedsEvaluation { get; set; }

    /// <summary>Tacit renewal with State money is warned of.</summary>
    [Display(Name = "Argent de l’État")]
    public bool IsStateFunded { get; set; }
}

/// <summary>Kinds that a new database starts with (issue 3).</summary>
internal static class ConventionSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        await ConventionLists.SeedAsync(db, cancellation);
        if (!await db.Set<ConventionKind>().AnyAsync(cancellation))
            db.AddRange(Kinds);
    }

    private static IEnumerable<ConventionKind> Kinds =>
    [
        new("framework", "Convention cadre", 10) { Months = 36, Renewal = RenewalMode.Express, RequestMonths = 6, Signatories = "Avec un tribunal : président et procureur. Le JAP est référent, pas signataire." },
        new("placement", "Placement extérieur", 20)
        {
            Months = 36, Renewal = RenewalMode.Express, RequestMonths = 9, Authorisation = "Agrément PE", NeedsIncidentProtocol = true, NeedsEvaluation = true, IsStateFunded = true,
            Signatories = "Pour l’État, la direction interrégionale (le SPIP propose et suit). Pour nous, présidence, direction générale ou direction ayant délégation ce jour-là.",
        },
        new("csapa", "CSAPA référent", 30) { Months = 36, Renewal = RenewalMode.Express, RequestMonths = 6, IsStateFunded = true, Signatories = "L’ARS, avec un protocole entre l’hôpital, l’établissement pénitentiaire et le SPIP." },
        new("experiment", "Dispositif expérimental", 40) { Months = 24, Renewal = RenewalMode.None, RequestMonths = 6, NeedsIncidentProtocol = true, NeedsEvaluation = true, IsStateFunded = true },
        new("inside", "Permanence en détention", 50) { Months = 24, Renewal = RenewalMode.Express, RequestMonths = 4, Signatories = "La cheffe ou le chef d’établissement ; souvent aussi la direction interrégionale." },
        new("sharing", "Protocole d’échange d’informations", 60) { Months = 36, Renewal = RenewalMode.Tacit, Signatories = "Avec une unité sanitaire : la direction de l’hôpital." },
        new("secondment", "Mise à disposition", 70) { Months = 12, Renewal = RenewalMode.Tacit },
        new("other", "Autre", 80),
    ];
}
