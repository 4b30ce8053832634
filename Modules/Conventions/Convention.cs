using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>
/// An agreement between establishments of ours and partners. Its state is computed from its facts and the day. Here is what it
/// says; its clauses, its signing and its end are in the other parts of the class.
/// </summary>
internal sealed partial class Convention : AggregateRoot
{
    private const string Frozen = "Une convention signée ne change plus, sauf par un avenant : seul ce qui la suit (référents, documents, valeurs, bilans) se modifie. Une erreur de saisie se rectifie.";

    private bool isRectified;

    private Convention() { }

    public Convention(string number, string title, int kindId, DateOnly createdOn)
        : base(ConventionsModule.Convention)
        => (Number, Title, KindId, CreatedOn) = (number, Required(title), kindId, createdOn);

    /// <summary>CV-2026-001; given by <see cref="ConventionNumbers"/>.</summary>
    [Display(Name = "Numéro")]
    public string Number { get; private set; } = "";

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Nature")]
    public int KindId { get; private set; }
    public ConventionKind Kind { get; private set; } = null!;

    [Display(Name = "Objet")]
    public string Object { get; private set; } = "";

    /// <summary>As first signed; amendments change it from their day on.</summary>
    [Display(Name = "Places")]
    public int? Places { get; private set; }

    /// <summary>In cents, for a day of one person; set on the State's side.</summary>
    [Display(Name = "Prix de journée")]
    public long? DailyPriceCents { get; private set; }

    /// <summary>The level that the text aims at.</summary>
    [Display(Name = "Niveau d’articulation convenu")]
    public ArticulationLevel? AgreedLevel { get; private set; }

    /// <summary>Post of ours that follows it; whoever holds it today is its referent.</summary>
    [Display(Name = "Suivie par")]
    public int? OwnerPostId { get; private set; }
    public Post? OwnerPost { get; private set; }

    /// <summary>Post at the partner to speak to.</summary>
    [Display(Name = "Référent chez le partenaire")]
    public int? CounterpartPostId { get; private set; }
    public Post? CounterpartPost { get; private set; }

    /// <summary>Who evaluates it; "evaluation built in from the start" (trade.md).</summary>
    [Display(Name = "Évaluateur")]
    public string Evaluator { get; private set; } = "";

    /// <summary>What the evaluation starts from.</summary>
    [Display(Name = "Situation de départ")]
    public string Baseline { get; private set; } = "";

    /// <summary>An old agreement whose text, end or day of signature is unknown: registered as such, never with an invented date.</summary>
    [Display(Name = "À documenter")]
    public bool IsToDocument { get; private set; }

    [Display(Name = "Ce qui manque")]
    public string Missing { get; private set; } = "";

    [Display(Name = "Rectification")]
    public string Rectification { get; private set; } = "";

    public DateOnly CreatedOn { get; private set; }

    /// <summary>An old agreement that nobody negotiates and whose day of signature isn't known: it counts as signed from its start, and isn't frozen until that day is found.</summary>
    public bool IsUndated => IsToDocument && Start is not null && SignedOn is null && NegotiationOn is null && SentForSignatureOn is null;

    /// <summary>Signed, on a day known or not.</summary>
    public bool IsSigned => SignedOn is not null || IsUndated;

    public bool IsFrozen => SignedOn is not null && !isRectified;

    public override SubjectFacts Describe() => new(Title, Number, Start ?? CreatedOn, Reach: Reach.Establishments) { Text = [Object] };

    /// <summary>The parties; who reads the convention follows from the establishments. The subject's links must be loaded.</summary>
    public void Between(IReadOnlyCollection<int> establishments, IReadOnlyCollection<int> partners)
    {
        if (establishments.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un de nos établissements.", "Establishments");
        if (partners.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un partenaire.", "Partners");
        var current = Subject.Links.ToLookup(l => l.Role, l => l.ToId);
        if (current[LinkRole.Establishment].ToHashSet().SetEquals(establishments) && current[LinkRole.Partner].ToHashSet().SetEquals(partners))
            return;
        Changing();
        SetLinks(LinkRole.Establishment, establishments);
        SetLinks(LinkRole.Partner, partners);
    }

    public void About(string title, int kindId, string purpose, int? places, long? dailyPriceCents, ArticulationLevel? agreedLevel)
    {
        if (places is < 0 or > 10_000)
            throw new BrokenRuleException("Indiquez un nombre de places entre 0 et 10 000.", nameof(Places));
        if (dailyPriceCents is < 0 or > 1_000_000)
            throw new BrokenRuleException("Indiquez un prix de journée entre 0 et 10 000 €.", nameof(DailyPriceCents));
        if ((Title, KindId, Object, Places, DailyPriceCents, AgreedLevel) == (title.Trim(), kindId, purpose.Trim(), places, dailyPriceCents, agreedLevel))
            return;
        Changing();
        (Title, KindId, Object, Places, DailyPriceCents, AgreedLevel) = (Required(title), kindId, purpose.Trim(), places, dailyPriceCents, agreedLevel);
    }

    /// <summary>Who follows it on each side; never frozen, since people change.</summary>
    public void Entrust(int? ownerPostId, int? counterpartPostId) => (OwnerPostId, CounterpartPostId) = (ownerPostId, counterpartPostId);

    /// <summary>How it will be evaluated; may be said at any time.</summary>
    public void Evaluate(string evaluator, string baseline) => (Evaluator, Baseline) = (evaluator.Trim(), baseline.Trim());

    /// <summary>Says what of an old agreement is still to be found; an empty word when all was.</summary>
    public void Document(bool isToDocument, string missing) => (IsToDocument, Missing) = (isToDocument, isToDocument ? missing.Trim() : "");

    /// <summary>Lets a signed convention be corrected, for a typing error; the reason stays in the history.</summary>
    public void Rectify(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Indiquez l’erreur que vous rectifiez.", nameof(Rectification));
        // The same words twice would be no change, and the history would keep the first only.
        (isRectified, Rectification) = (true, reason.Trim() == Rectification ? $"{reason.Trim()} (de nouveau)" : reason.Trim());
    }

    private static string Required(string title) => string.IsNullOrWhiteSpace(title)
        ? throw new BrokenRuleException("Indiquez l’intitulé de la convention.", nameof(Title))
        : title.Trim();
}
