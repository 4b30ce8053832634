using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions.Pages.Conventions;

internal enum NoticeUnit
{
    [Display(Name = "mois")]
    Months,

    [Display(Name = "jours")]
    Days,
}

/// <summary>What the form of a convention holds.</summary>
internal sealed class ConventionInput : IVersionedInput
{
    [Display(Name = "Intitulé")]
    [Required]
    [StringLength(200)]
    [NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Nature")]
    [Required]
    public int? KindId { get; set; }

    [Display(Name = "Établissements")]
    public List<int> Establishments { get; set; } = [];

    [Display(Name = "Partenaires")]
    public List<int> Partners { get; set; } = [];

    [Display(Name = "Objet")]
    [StringLength(4000)]
    [NoIdentity]
    public string? Object { get; set; }

    [Display(Name = "Places")]
    [Range(0, 10_000)]
    public int? Places { get; set; }

    [Display(Name = "Prix de journée, en euros")]
    [StringLength(20)]
    public string? DailyPriceCents { get; set; }

    [Display(Name = "Niveau d’articulation convenu")]
    public ArticulationLevel? AgreedLevel { get; set; }

    [Display(Name = "Date du texte")]
    public DateOnly? TextDate { get; set; }

    [Display(Name = "Début")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Fin")]
    public DateOnly? End { get; set; }

    [Display(Name = "Préavis")]
    [Range(0, 3660)]
    public int? Notice { get; set; }

    [Display(Name = "Préavis compté en")]
    [Required]
    public NoticeUnit NoticeUnit { get; set; }

    [Display(Name = "Reconduction")]
    [Required]
    public RenewalMode? Renewal { get; set; }

    [Display(Name = "Durée d’une reconduction, en mois")]
    [Range(1, 240)]
    public int? RenewalMonths { get; set; }

    [Display(Name = "Reconductions au plus")]
    [Range(1, 50)]
    public int? MaximumRenewals { get; set; }

    [Display(Name = "Suivie par")]
    public int? OwnerPostId { get; set; }

    [Display(Name = "Référent chez le partenaire")]
    public int? CounterpartPostId { get; set; }

    [Display(Name = "Évaluateur")]
    [StringLength(200)]
    [NoIdentity]
    public string? Evaluator { get; set; }

    [Display(Name = "Situation de départ")]
    [StringLength(2000)]
    [NoIdentity]
    public string? Baseline { get; set; }

    [Display(Name = "À documenter")]
    public bool IsToDocument { get; set; }

    [Display(Name = "Ce qui manque")]
    [StringLength(1000)]
    [NoIdentity]
    public string? Missing { get; set; }

    public int Version { get; set; }

    public static ConventionInput From(Convention c) => new()
    {
        Title = c.Title,
        KindId = c.KindId,
        Establishments = [.. c.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId)],
        Partners = [.. c.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId)],
        Object = c.Object,
        Places = c.Places,
        DailyPriceCents = Euros.Text(c.DailyPriceCents),
        AgreedLevel = c.AgreedLevel,
        TextDate = c.TextDate,
        Start = c.Start,
        End = c.End,
        Notice = c.NoticeDays > 0 ? c.NoticeDays : c.NoticeMonths,
        NoticeUnit = c.NoticeDays > 0 ? NoticeUnit.Days : NoticeUnit.Months,
        Renewal = c.Renewal,
        RenewalMonths = c.RenewalMonths,
        MaximumRenewals = c.MaximumRenewals,
        OwnerPostId = c.OwnerPostId,
        CounterpartPostId = c.CounterpartPostId,
        Evaluator = c.Evaluator,
        Baseline = c.Baseline,
        IsToDocument = c.IsToDocument,
        Missing = c.Missing,
        Version = c.Version,
    };

    /// <summary>What a signed convention still lets change.</summary>
    public void TakeFollowUp(ConventionInput typed)
        => (OwnerPostId, CounterpartPostId, Evaluator, Baseline, IsToDocument, Missing, Version)
            = (typed.OwnerPostId, typed.CounterpartPostId, typed.Evaluator, typed.Baseline, typed.IsToDocument, typed.Missing, typed.Version);

    /// <summary>What a kind usually has: renewal, notice, and the end once the start is known.</summary>
    public void Adopt(ConventionKind kind)
    {
        (Renewal, Notice, NoticeUnit) = (kind.Renewal, kind.NoticeMonths, NoticeUnit.Months);
        if (kind.Months is { } months && Start is { } start)
            End = Periods.End(start, months);
    }

    /// <summary>Writes what the form may still change: after signature, only who follows the convention and how it is evaluated.</summary>
    public void Write(Convention convention)
    {
        convention.Entrust(OwnerPostId, CounterpartPostId);
        convention.Evaluate(Evaluator ?? "", Baseline ?? "");
        convention.Document(IsToDocument, Missing ?? "");
        if (convention.IsFrozen)
            return;
        convention.About(Title ?? "", KindId!.Value, Object ?? "", Places, Euros.Cents(DailyPriceCents, nameof(DailyPriceCents)), AgreedLevel);
        convention.Between(Establishments, Partners);
        var notice = NoticeUnit == NoticeUnit.Days ? NoticePeriod.OfDays(Notice ?? 0)
            : Notice > 120 ? throw new BrokenRuleException("Un préavis compte au plus 120 mois.", nameof(Notice))
            : NoticePeriod.OfMonths(Notice ?? 0);
        convention.Run(new ConventionTerms(Start, End, notice, Renewal!.Value, RenewalMonths, MaximumRenewals), TextDate);
    }
}
