using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum ClosureKind
{
    /// <summary>« Service allégé » of the courts, which people call vacations judiciaires (trade.md, "Meetings").</summary>
    [Display(Name = "Service allégé")]
    ReducedService = 1,

    [Display(Name = "Fermeture")]
    Closed = 2,
}

/// <summary>Days on which a meeting is not proposed: a court's reduced service, a local closure. An editable list.</summary>
internal sealed class Closure
{
    private Closure() { }

    public Closure(ClosureKind kind, string label, DateOnly from, DateOnly to, int? partnerId = null, string department = "")
    {
        Describe(kind, label, from, to);
        (PartnerId, Department) = (partnerId, department);
    }

    public int Id { get; private set; }

    [Display(Name = "Nature")]
    public ClosureKind Kind { get; private set; }

    [Display(Name = "Libellé")]
    public string Label { get; private set; } = "";

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Au")]
    public DateOnly To { get; private set; }

    /// <summary>One partner; for a reduced service without partner: every court that has none of its own overlapping it.</summary>
    [Display(Name = "Partenaire")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    /// <summary>Code of a département, for a closure that touches it whole; empty for all.</summary>
    [Display(Name = "Département")]
    public string Department { get; private set; } = "";

    public void Describe(ClosureKind kind, string label, DateOnly from, DateOnly to)
    {
        if (string.IsNullOrWhiteSpace(label))
            throw new BrokenRuleException("Indiquez un libellé.", nameof(Label));
        if (to < from)
            throw new BrokenRuleException("La fin vient après le début.", nameof(To));
        (Kind, Label, From, To) = (kind, label.Trim(), from, to);
    }

    public void Concern(int? partnerId, string department) => (PartnerId, Department) = (partnerId, department);
}
